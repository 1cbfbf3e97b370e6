import CaseModel
import GraphModel

/// Reads entities, sources and dates, of which the forms are the same in every file.
enum FTMThings {
  /// Returns the entity of a case; `nil` without a name.
  static func entity(_ thing: FTMEntity, id: EntityID, type: EntityType) -> Entity? {
    let names = thing.values("name") + (type == .place ? thing.values("full") : [])
    guard let name = names.first?.text ?? thing.first("alias") else { return nil }
    let keywords = thing["keywords"]
    var identifiers: [String: String] = [:]
    if let item = thing.first("wikidataId") { identifiers["wikidata"] = item }
    for word in keywords where word.hasPrefix(FTMWord.identifier) {
      let parts = word.dropFirst(FTMWord.identifier.count).split(separator: ":", maxSplits: 1)
      if parts.count == 2 { identifiers[String(parts[0])] = String(parts[1]) }
    }
    return Entity(
      id: id,
      type: type,
      name: name,
      names: spellings(thing, type, besides: name),
      agencyKind: type == .agency ? agencyKind(thing) : nil,
      isUnnamed: keywords.contains(FTMWord.unnamed),
      note: joined(thing, ["notes", "summary"]),
      identifiers: identifiers
    )
  }

  private static func spellings(_ thing: FTMEntity, _ type: EntityType, besides name: String)
    -> [Name]
  {
    let isActor = type == .person || type == .agency
    let kinds: [(String, NameKind)] = [
      ("abbreviation", .acronym), ("name", .alias), ("alias", .alias), ("previousName", .former),
      ("weakAlias", isActor ? .nickname : .acronym),
    ]
    var names: [Name] = []
    for (property, kind) in kinds {
      for value in thing.values(property)
      where value.text != name && !names.contains(where: { $0.text == value.text }) {
        guard names.count < 500 else { return names }
        names.append(Name(text: value.text, kind: kind, language: value.language))
      }
    }
    return names
  }

  private static func agencyKind(_ thing: FTMEntity) -> AgencyKind? {
    if let kind = thing["keywords"].lazy.compactMap(AgencyKind.init(rawValue:)).first {
      return kind
    }
    let topics = thing["topics"]
    let kinds: [(String, AgencyKind)] = [
      ("gov.security", .service), ("gov.legislative", .parliament), ("gov.judicial", .court),
      ("mil", .military), ("pol.party", .party),
    ]
    if let kind = kinds.first(where: { topics.contains($0.0) }) { return kind.1 }
    switch thing.schema {
    case "Company": return .company
    case "PublicBody": return .government
    default: return nil
    }
  }

  /// Returns the source that a document is.
  static func source(_ document: FTMEntity, id: SourceID) -> Source {
    let published = document["description"].lazy.compactMap(FTMDate.read).first?.date
    let keywords = document["keywords"]
    func word(_ lead: String) -> String? {
      keywords.first { $0.hasPrefix(lead) }.map { String($0.dropFirst(lead.count)) }
    }
    let title =
      document.first("title") ?? document.first("name") ?? document.first("fileName")
      ?? id.rawValue
    return Source(
      id: id,
      title: title,
      publisher: document.first("publisher"),
      author: document["author"].isEmpty ? nil : document["author"].joined(separator: ", "),
      url: document.first("sourceUrl"),
      archivedURL: word(FTMWord.archived),
      published: published ?? date(document, "publishedAt") ?? date(document, "date"),
      retrieved: date(document, "retrievedAt"),
      archivedText: word(FTMWord.archive),
      sha256: word(FTMWord.digest),
      isConfidential: keywords.contains(FTMWord.confidential),
      note: joined(document, ["notes"])
    )
  }

  /// Returns the date that a property holds.
  static func date(_ thing: FTMEntity, _ property: String) -> UncertainDate? {
    thing[property].lazy.compactMap { day($0) }.first
  }

  /// Reads a date of FollowTheMoney; a time of day is dropped.
  static func day(_ text: String) -> UncertainDate? {
    try? UncertainDate(edtf: String(text.prefix { $0 != "T" && $0 != " " }))
  }

  /// Returns when a link held.
  static func held(_ link: FTMEntity) -> UncertainDate? {
    link["description"].lazy.compactMap(FTMDate.read).first?.date ?? FTMDate.read(link).first
  }

  /// Returns texts as one.
  static func joined(_ thing: FTMEntity, _ properties: [String]) -> String? {
    let texts = properties.flatMap { thing[$0] }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}
