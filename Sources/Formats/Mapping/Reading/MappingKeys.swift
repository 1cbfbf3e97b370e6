/// Lists the members of every part of a mapping: the one table that the reader and
/// data/schema/mapping.schema.json are held against.
enum MappingKeys {
  static let document = [
    "format", "version", "file", "case", "source", "claims", "tables", "cells", "names", "skip",
    "events", "relations", "posts", "same",
  ]
  static let file = [
    "delimiter", "header", "columns", "skipLines", "encoding", "empty", "shortRows",
  ]
  static let source = [
    "id", "title", "publisher", "publisherKind", "url", "licence", "published", "retrieved",
    "confidential", "note", "each",
  ]
  static let each = ["url", "title", "publisher", "published"]
  static let claims = ["claimant", "stance", "at", "quote", "lang", "said", "onRecord"]
  static let table = ["file", "word", "means"]
  static let name = ["id", "type", "kind", "also", "ids", "note"]
  static let skip = ["when", "reason"]
  static let condition = ["is", "isNot", "matches", "empty"]
  static let text = ["text", "match", "words", "beginnings", "otherwise"]
  static let date = ["text", "to", "forms", "dayFirst"]
  static let key = ["anyOrder"]
  /// The ties come last; each is short for a relation that starts at the entity.
  static let entity =
    ["name", "type", "kind", "split", "brackets", "unnamed", "note", "ids", "post", "when"] + ties
  static let ties = ["partOf", "locatedIn", "citizenOf", "represents", "memberOf"]
  static let post = ["title", "at", "country", "accreditedTo", "held"]
  static let participant = entity + ["role", "onBehalfOf"]
  static let event = [
    "name", "when", "key", "type", "title", "date", "place", "about", "note", "participants",
    "remarks",
  ]
  static let remarks = ["text", "country", "home"]
  static let relation = ["when", "kind", "subject", "object", "word", "held"]
  static let heldPost = ["when", "holder"] + post
  static let same = ["when", "left", "right", "judgement"]
}
