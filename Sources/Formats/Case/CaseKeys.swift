/// Lists the members of every record of a case document: the one table that the reader, the
/// writer's tests and data/schema/case.schema.json are held against.
public enum CaseKeys {
  /// The word under `format`.
  public static let format = "backchannel-case"
  /// The newest version that can be read, and the one that is written.
  public static let version = 1

  /// The members of the whole document.
  public static let document = [
    "format", "version", "case", "entities", "relations", "posts", "events", "sources", "claims",
    "questions", "derived",
  ]
  /// The members of `case`.
  public static let info = ["id", "title", "summary"]
  /// The members of an entity; those from `partOf` on are short for a relation.
  public static let entity =
    ["id", "type", "name", "names", "kind", "unnamed", "ids", "note"] + shorthands
  /// The members of an entity that are short for a relation that starts at it.
  public static let shorthands = [
    "partOf", "locatedIn", "citizenOf", "represents", "memberOf", "sameAs", "linkedTo",
  ]
  /// The members of a further spelling.
  public static let name = ["text", "kind", "lang"]
  /// The members of a relation.
  public static let relation = ["id", "kind", "subject", "object", "held", "note"]
  /// The members of a post.
  public static let post = [
    "id", "holder", "title", "agency", "country", "accreditedTo", "held", "note",
  ]
  /// The members of an event.
  public static let event = [
    "id", "type", "title", "date", "place", "about", "participants", "note",
  ]
  /// The members of a participant; `who` or `unknown` is needed.
  public static let participant = ["who", "unknown", "side", "role", "id", "question", "note"]
  /// The members of a date.
  public static let date = ["edtf", "basis", "text"]
  /// The members of a date of an event, which is a fact of its own.
  public static let eventDate = date + ["id"]
  /// The members of a place or subject of an event.
  public static let attribute = ["of", "id"]
  /// The members of a source.
  public static let source = [
    "id", "title", "publisher", "author", "url", "archivedUrl", "published", "retrieved",
    "archive", "sha256", "confidential", "note",
  ]
  /// The members of a claim.
  public static let claim = [
    "id", "claimant", "stance", "about", "source", "said", "at", "quote", "lang", "via",
    "utterance", "onRecord", "confidential", "note",
  ]
  /// The members of a question.
  public static let question = ["id", "text", "pattern", "note"]
  /// The members of a pattern.
  public static let pattern = ["find", "with", "events", "types", "side", "agencies"]
}
