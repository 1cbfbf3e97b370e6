import CaseModel

/// Says which document the register is, and which one each row names.
struct RegisterRule: Sendable {
  var id = ""
  var title = ""
  var publisher: String?
  var publisherKind: AgencyKind?
  var url: String?
  var published: UncertainDate?
  var retrieved: UncertainDate?
  var isConfidential = false
  var note: String?
  /// The source that a row names.
  var each: RowSourceRule?
}

/// Says which document a row names; one record for each address.
struct RowSourceRule: Sendable {
  let url: MappedText
  var title: MappedText?
  var publisher: MappedText?
  var published: DateRule?
}

/// Says who says what a row says, and how.
struct ClaimRule: Sendable {
  /// The publisher of the register where there is none.
  var claimant: EntityRule?
  var stance: MappedText?
  var locator: MappedText?
  var quote: MappedText?
  var language: String?
  var said: DateRule?
  var isOnRecord: Bool?
}

/// Gives an entity that a register names further names.
struct NamedEntity: Sendable {
  let name: String
  var id: EntityID?
  var type: EntityType?
  var kind: AgencyKind?
  var also: [Name] = []
  var identifiers: [String: String] = [:]
  var note: String?
}

/// Says which rows are left out, and why.
struct SkipRule: Sendable {
  let when: RowCondition
  let reason: String
}

/// Says what stands in brackets behind a name.
enum BracketMeaning: String, CaseIterable, Sendable {
  /// The bracket is part of the name.
  case keep
  /// The bracket is left out.
  case drop
  case country, agency, place, role, topic, note
}

/// Says how names of people, agencies and so on come from a row.
struct EntityRule: Sendable {
  let name: MappedText
  /// What the rule is named for where it says no type.
  var type: MappedText?
  var defaultType: EntityType
  var kind: MappedText?
  /// What keeps several names in one cell apart.
  var separators: [String] = []
  var brackets = BracketMeaning.keep
  var isUnnamed: RowCondition?
  var note: MappedText?
  var identifiers: [(system: String, text: MappedText)] = []
  /// The entities that it belongs to, acts for and so on.
  var ties: [(kind: Relation.Kind, rule: Box<EntityRule>)] = []
  var post: Box<PostRule>?
  var when = RowCondition.always
}

/// Says which post an entity holds.
struct PostRule: Sendable {
  let title: MappedText
  var agency: EntityRule?
  var country: EntityRule?
  var accreditedTo: EntityRule?
  var held: DateRule?
}

/// Says who took part in an event.
struct ParticipantRule: Sendable {
  let entity: EntityRule
  var role: MappedText?
  /// For whom the participant came.
  var onBehalfOf: [EntityRule] = []
}

/// Says which rows become events, and how.
struct EventRule: Sendable {
  var name: String?
  var when = RowCondition.always
  /// What makes rows one event; all cells of the row where there is none.
  var key: [KeyPart] = []
  var type: MappedText?
  var title: MappedText?
  var date: DateRule?
  var places: [EntityRule] = []
  var topics: [EntityRule] = []
  /// Each is left out where its cells are empty.
  var notes: [MappedText] = []
  var participants: [ParticipantRule] = []
  var remarks: RemarkRule?
}

/// Holds a part of a key: texts, in their order or in any.
struct KeyPart: Sendable {
  let texts: [MappedText]
  let isOrdered: Bool
}

/// Says which rows become relations.
struct RelationRule: Sendable {
  var when = RowCondition.always
  let kind: MappedText
  let subject: EntityRule
  let object: EntityRule
  /// The word for the relation, which is kept with it.
  var word: MappedText?
  var held: DateRule?
}

/// Says which rows become posts.
struct HeldPostRule: Sendable {
  var when = RowCondition.always
  let holder: EntityRule
  let post: PostRule
}

/// Says which rows judge whether two names are one.
struct SamenessRule: Sendable {
  var when = RowCondition.always
  let left: EntityRule
  let right: EntityRule
  /// `same` or `different`; `same` where there is none.
  var judgement: MappedText?
}

/// Holds a value that may contain one of its own kind.
final class Box<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
