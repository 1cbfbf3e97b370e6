/// Names the labels and relationship types by which a case stands in the property graph.
///
/// Labels of entities and events are the raw values of `EntityType` and `EventType`, types of
/// relations those of `Relation.Kind`.
enum GraphVocabulary {
  /// Key of the node that describes the case; `@` cannot begin an id.
  static let caseKey = "@case"

  enum Label {
    static let attribute = "Attribute"
    static let caseInfo = "Case"
    static let claim = "Claim"
    static let entity = "Entity"
    static let event = "Event"
    static let question = "Question"
    static let source = "Source"
    static let unknown = "Unknown"
    static let unnamed = "Unnamed"
  }

  enum Relationship {
    static let about = "ABOUT"
    static let attributeOf = "ATTRIBUTE_OF"
    static let concerns = "CONCERNS"
    static let holds = "HOLDS"
    static let inSource = "IN_SOURCE"
    static let locatedIn = "LOCATED_IN"
    static let madeBy = "MADE_BY"
    static let saidIn = "SAID_IN"
    static let tookPartIn = "TOOK_PART_IN"
    static let via = "VIA"
  }

  /// Returns the key of a relationship that carries no fact of its own.
  static func key(_ type: String, of record: String) -> String { "\(record)>\(type)" }

  /// Returns the key of the node that stands for an empty slot.
  static func slotKey(_ participation: FactID) -> String { "\(participation)?" }
}
