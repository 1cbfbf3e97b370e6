import CaseModel

/// Holds what one row becomes, until it is known that all of it can be taken.
struct RowStage {
  /// What a rule says of an entity beside its name.
  struct EntityDetails {
    let number: Int
    let type: EntityType
    var kind: AgencyKind?
    var note: String?
    var isUnnamed = false
    var identifiers: [String: String] = [:]
  }

  /// A row of an event.
  struct EventUse {
    let key: StableHash
    let dateHash: UInt32
    let noteHash: UInt32
    let isFirst: Bool
  }

  var entities: [EntityDetails] = []
  var events: [Event] = []
  var participations: [Participation] = []
  var attributes: [Attribute] = []
  /// The nodes that the facts of earlier rows belong to.
  var homes: [FactID: String] = [:]
  var posts: [Post] = []
  var relations: [Relation] = []
  var sources: [Source] = []
  var claims: [Claim] = []
  var uses: [EventUse] = []
  /// Hashes of facts, claims and sources that are written once.
  var written: [UInt64] = []
  /// Whether the row says anything that no earlier row said.
  var isNews = false
  /// Whether the row has words for a date that could not be read.
  var isUndated = false
  /// Whether any rule was for the row.
  var hasRule = false
}

/// Holds who says what a row says, in which source.
struct RowTestimony {
  let claimant: EntityID
  let stance: Stance
  let source: SourceID
  let said: UncertainDate?
  let locator: String?
  let quote: String?
  /// What sets the claim apart from those of other rows about the same fact.
  var suffix = ""
}
