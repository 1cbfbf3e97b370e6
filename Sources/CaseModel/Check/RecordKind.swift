/// Lists the kinds of record that share the ids of a case.
enum RecordKind: CaseIterable {
  case entity, event, participation, attribute, post, relation, source, claim, question

  /// The kind with its article, for messages.
  var phrase: String {
    switch self {
    case .entity: "an entity"
    case .event: "an event"
    case .participation: "a participant"
    case .attribute: "a date, place or subject of an event"
    case .post: "a post"
    case .relation: "a relation"
    case .source: "a source"
    case .claim: "a claim"
    case .question: "a question"
    }
  }

  /// Whether records of the kind can be claimed.
  var isFact: Bool {
    switch self {
    case .event, .participation, .attribute, .post, .relation: true
    case .entity, .source, .claim, .question: false
    }
  }
}

/// Tells the kind of record behind every id of a case.
struct RecordTable {
  /// The kind of the first record with each id.
  private(set) var kinds: [String: RecordKind] = [:]
  /// The ids that stand again, with both kinds.
  private(set) var repeated: [(id: String, first: RecordKind, second: RecordKind)] = []

  init(_ content: CaseContent) {
    add(content.entities.map(\.id.rawValue), .entity)
    add(content.events.map(\.id.rawValue), .event)
    add(content.participations.map(\.id.rawValue), .participation)
    add(content.attributes.map(\.id.rawValue), .attribute)
    add(content.posts.map(\.id.rawValue), .post)
    add(content.relations.map(\.id.rawValue), .relation)
    add(content.sources.map(\.id.rawValue), .source)
    add(content.claims.map(\.id.rawValue), .claim)
    add(content.questions.map(\.id.rawValue), .question)
  }

  private mutating func add(_ ids: [String], _ kind: RecordKind) {
    for id in ids {
      if let first = kinds[id] {
        repeated.append((id, first, kind))
      } else {
        kinds[id] = kind
      }
    }
  }

  /// Returns the ids of records whose kind fits.
  func ids(where fits: (RecordKind) -> Bool) -> [String] {
    kinds.filter { fits($0.value) }.map(\.key)
  }
}
