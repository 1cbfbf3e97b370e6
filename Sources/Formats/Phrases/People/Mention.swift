/// Holds somebody or something that a text mentions, as far as the text itself says who it is.
public struct Mention: Hashable, Sendable {
  /// Lists what can be mentioned.
  public enum Kind: Hashable, Sendable {
    /// A person with a name.
    case person
    /// Somebody real whom the text does not name: "senior officials", "the Foreign Minister".
    case unnamed
    /// An organisation.
    case agency
    /// A country.
    case country
  }

  /// Which kind.
  public var kind: Kind
  /// The name without titles; of somebody unnamed the words of the text.
  public var name: String
  /// The titles, in the order of the text.
  public var titles: [MentionTitle] = []
  /// The country, if the text says it or the place where it happened does.
  public var country: CountryName?
  /// Whether the text itself says the country.
  public var saysCountry = false
  /// What stands in brackets behind the name, if it is no country: a firm, an agency.
  public var affiliation: String?
  /// On whose behalf.
  public var onBehalfOf: String?
  /// The words of the text.
  public var verbatim: String

  /// The name, with the country in brackets where somebody unnamed would be one of many otherwise.
  public var displayName: String {
    guard kind == .unnamed, let country, !saysCountry else { return name }
    return "\(name) (\(country.name))"
  }
}

/// Holds a title or rank in front of a name.
public struct MentionTitle: Hashable, Sendable {
  /// The title in the singular, such as "Foreign Minister".
  public var text: String
  /// The body at which it is held, such as "NATO".
  public var body: String?
  /// Whether it is held no more.
  public var isFormer = false
}
