/// Holds that a person has a title at an agency, for a country, in an interval.
public struct Post: Hashable, Sendable {
  /// Unique in the case.
  public let id: FactID
  /// Who holds it.
  public let holder: EntityID
  /// The title, such as "Director".
  public let title: String
  /// The agency, if the post is at one.
  public let agency: EntityID?
  /// The country that the holder acts for, if that is not plain from the agency.
  public let country: EntityID?
  /// The country that a diplomat is accredited to.
  public let accreditedTo: EntityID?
  /// When the post was held; `nil` when nobody says.
  public let held: UncertainDate?
  /// A remark for readers.
  public let note: String?

  /// Makes a post; one with neither agency nor country gives its holder no side.
  public init(
    id: FactID,
    holder: EntityID,
    title: String,
    agency: EntityID? = nil,
    country: EntityID? = nil,
    accreditedTo: EntityID? = nil,
    held: UncertainDate? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.holder = holder
    self.title = title
    self.agency = agency
    self.country = country
    self.accreditedTo = accreditedTo
    self.held = held
    self.note = note
  }
}
