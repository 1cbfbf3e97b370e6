/// Holds a lasting relation between two entities.
public struct Relation: Hashable, Sendable {
  /// Lists the kinds; raw values are the relationship types that queries see.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// An agency belongs to a larger one or to a country's state.
    case partOf = "PART_OF"
    /// A place, agency or company lies in a place or country, without belonging to its state.
    case locatedIn = "LOCATED_IN"
    /// A person is a citizen of a country.
    case citizenOf = "CITIZEN_OF"
    /// A person or agency acts for an agency or country.
    case represents = "REPRESENTS"
    /// A person belongs to an agency without a known title.
    case memberOf = "MEMBER_OF"
    /// Two records are about one real entity.
    case sameAs = "SAME_AS"
    /// Two entities are connected in a way that only a word tells, which stands in the note.
    case linkedTo = "LINKED_TO"

    /// Returns the word used in case files and default ids, such as `part-of`.
    public var word: String { rawValue.lowercased().replacing("_", with: "-") }
  }

  /// Unique in the case; `SUBJECT/part-of/OBJECT` and the like unless the author chose another.
  public let id: FactID
  /// Which relation.
  public let kind: Kind
  /// Where the relation starts.
  public let subject: EntityID
  /// Where the relation ends.
  public let object: EntityID
  /// When it held; `nil` when nobody says.
  public let held: UncertainDate?
  /// A remark for readers.
  public let note: String?

  /// Makes a relation.
  public init(
    id: FactID,
    kind: Kind,
    subject: EntityID,
    object: EntityID,
    held: UncertainDate? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.object = object
    self.held = held
    self.note = note
  }
}
