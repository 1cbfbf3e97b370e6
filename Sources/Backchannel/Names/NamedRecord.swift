public import CaseModel

/// Names a record of any kind.
public enum NamedRecord: Hashable, Sendable {
  /// An entity.
  case entity(EntityID)
  /// An event.
  case event(EventID)
  /// A participation, post, relation or attribute.
  case fact(FactID)
  /// A claim.
  case claim(ClaimID)
  /// A source.
  case source(SourceID)
  /// A question.
  case question(QuestionID)

  /// Returns every record of a case by its id.
  static func all(in index: CaseIndex) -> [String: NamedRecord] {
    var records: [String: NamedRecord] = [:]
    for id in index.facts.keys { records[id.rawValue] = .fact(id) }
    for id in index.entities.keys { records[id.rawValue] = .entity(id) }
    for id in index.events.keys { records[id.rawValue] = .event(id) }
    for id in index.claims.keys { records[id.rawValue] = .claim(id) }
    for id in index.sources.keys { records[id.rawValue] = .source(id) }
    for id in index.questions.keys { records[id.rawValue] = .question(id) }
    return records
  }
}
