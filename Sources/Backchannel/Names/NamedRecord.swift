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

  /// Finds the record of a case with an id.
  init?(_ id: String, in index: CaseIndex) {
    if index.questions[QuestionID(id)] != nil {
      self = .question(QuestionID(id))
    } else if index.sources[SourceID(id)] != nil {
      self = .source(SourceID(id))
    } else if index.claims[ClaimID(id)] != nil {
      self = .claim(ClaimID(id))
    } else if index.events[EventID(id)] != nil {
      self = .event(EventID(id))
    } else if index.entities[EntityID(id)] != nil {
      self = .entity(EntityID(id))
    } else if index.facts[FactID(id)] != nil {
      self = .fact(FactID(id))
    } else {
      return nil
    }
  }

  /// Returns the ids of all records of a case.
  ///
  /// Complexity: linear in the records.
  static func ids(in index: CaseIndex) -> Set<String> {
    var ids = Set(index.facts.ids.lazy.map(\.rawValue))
    ids.formUnion(index.entities.ids.lazy.map(\.rawValue))
    ids.formUnion(index.claims.ids.lazy.map(\.rawValue))
    ids.formUnion(index.sources.ids.lazy.map(\.rawValue))
    return ids.union(index.questions.ids.lazy.map(\.rawValue))
  }
}
