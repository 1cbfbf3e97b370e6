/// Holds a person, agency, country, place or topic.
public struct Entity: Hashable, Sendable {
  /// Unique in the case.
  public let id: EntityID
  /// Which of the five kinds.
  public let type: EntityType
  /// The name shown; for an unnamed entity a description such as "Russian intelligence officials".
  public let name: String
  /// Further spellings, in the author's order.
  public let names: [Name]
  /// What an agency is; `nil` for other entities.
  public let agencyKind: AgencyKind?
  /// Whether this is somebody real whom nobody named.
  public let isUnnamed: Bool
  /// A remark for readers.
  public let note: String?
  /// Ids in other systems by system name, such as `wikidata`.
  public let identifiers: [String: String]

  /// Makes an entity.
  public init(
    id: EntityID,
    type: EntityType,
    name: String,
    names: [Name] = [],
    agencyKind: AgencyKind? = nil,
    isUnnamed: Bool = false,
    note: String? = nil,
    identifiers: [String: String] = [:]
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.names = names
    self.agencyKind = agencyKind
    self.isUnnamed = isUnnamed
    self.note = note
    self.identifiers = identifiers
  }
}

/// Lists the kinds of entity; raw values are the labels that queries see.
public enum EntityType: String, CaseIterable, Hashable, Sendable {
  case person = "Person"
  case agency = "Agency"
  case country = "Country"
  case place = "Place"
  case topic = "Topic"
}

/// Lists what an agency can be, which decides whether it speaks for its country.
public enum AgencyKind: String, CaseIterable, Hashable, Sendable {
  case government, ministry, service, embassy, military, parliament, court, party, company, outlet
  case organization

  /// Tells whether officials of such an agency speak for the country it is part of.
  ///
  /// Parliaments, courts and parties belong to a country but do not speak for its government;
  /// companies, outlets and organisations speak for themselves.
  public var speaksForCountry: Bool {
    switch self {
    case .government, .ministry, .service, .embassy, .military: true
    case .parliament, .court, .party, .company, .outlet, .organization: false
    }
  }
}

/// Holds a further spelling of a name.
public struct Name: Hashable, Sendable {
  /// The spelling.
  public let text: String
  /// How it relates to the name shown.
  public let kind: NameKind
  /// Language tag (BCP 47), such as `ru`.
  public let language: String?

  /// Makes a spelling.
  public init(text: String, kind: NameKind = .alias, language: String? = nil) {
    self.text = text
    self.kind = kind
    self.language = language
  }
}

/// Lists how a further spelling relates to the name shown.
public enum NameKind: String, CaseIterable, Hashable, Sendable {
  /// Another name.
  case alias
  /// A name no longer used.
  case former
  /// The name in the bearer's own script.
  case native
  /// The name in another script.
  case transliteration
  /// A familiar name.
  case nickname
  /// The first letters.
  case acronym
}
