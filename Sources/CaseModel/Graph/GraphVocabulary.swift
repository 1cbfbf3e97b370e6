/// Names the labels and relationship types by which a case stands in the property graph.
///
/// Labels of entities and events are the raw values of `EntityType` and `EventType`, types of
/// relations those of `Relation.Kind`.
public enum GraphVocabulary {
  /// Key of the node that describes the case; `@` cannot begin an id.
  public static let caseKey = "@case"

  /// Labels of nodes.
  enum Label {
    /// A further date of an event.
    static let attribute = "Attribute"
    /// The description of the case.
    static let caseInfo = "Case"
    /// A claim.
    static let claim = "Claim"
    /// Any entity.
    static let entity = "Entity"
    /// Any event.
    static let event = "Event"
    /// A question.
    static let question = "Question"
    /// A source.
    static let source = "Source"
    /// An empty slot.
    static let unknown = "Unknown"
    /// An entity whose name nobody says.
    static let unnamed = "Unnamed"
  }

  /// Types of relationships.
  public enum Relationship {
    /// From an event to what it was about.
    public static let about = "ABOUT"
    /// From a further date to its event.
    public static let attributeOf = "ATTRIBUTE_OF"
    /// From a claim to the record that its fact belongs to.
    public static let concerns = "CONCERNS"
    /// From somebody to the agency or country of a post.
    public static let holds = "HOLDS"
    /// From a claim to its source.
    public static let inSource = "IN_SOURCE"
    /// From an event to its place, or between places.
    public static let locatedIn = "LOCATED_IN"
    /// From a claim to its claimant.
    public static let madeBy = "MADE_BY"
    /// From a claim to the event in which it was made.
    public static let saidIn = "SAID_IN"
    /// From a participant to an event.
    public static let tookPartIn = "TOOK_PART_IN"
    /// From a claim to the one through which it reached us.
    public static let via = "VIA"
  }

  /// The types by which an entity has posts, and relations to others.
  static let tieTypes = [Relationship.holds] + Relation.Kind.allCases.map(\.rawValue)
  /// The types that leave a claim.
  static let claimTypes = [
    Relationship.madeBy, Relationship.inSource, Relationship.via, Relationship.saidIn,
    Relationship.concerns,
  ]

  /// Returns the key of a relationship that carries no fact of its own.
  static func key(_ type: String, of record: String) -> String { "\(record)>\(type)" }

  /// Returns the key of the node that stands for an empty slot.
  static func slotKey(_ participation: FactID) -> String { "\(participation)?" }
}
