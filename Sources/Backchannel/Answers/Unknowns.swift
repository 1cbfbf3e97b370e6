public import CaseModel

/// Holds what is not known: an answer in its own right.
public struct Unknowns: Sendable {
  /// Facts that somebody asserts and nobody confirms, or that nobody says anything about.
  public let unconfirmed: [FactID]
  /// For each of `events` what nobody says: its date, place or topic.
  public let missing: [(event: EventID, what: [String])]
  /// Questions not answered that concern the entity or the events.
  public let questions: [QuestionCoverage]

  /// Looks at `facts` and `events`; `entity` also brings in the questions about it.
  public init(facts: [FactID], events: [EventID], entity: EntityID?, view: CaseView) {
    var seen: Set<FactID> = []
    unconfirmed = facts.filter { fact in
      guard seen.insert(fact).inserted else { return false }
      switch view.status(fact) {
      case .unconfirmed, .disputed, .denied, nil: return true
      case .confirmed, .corroborated, .reported, .open: return false
      }
    }
    missing = events.compactMap { event in
      let gaps = Self.gaps(of: event, view: view)
      return gaps.isEmpty ? nil : (event, gaps)
    }
    let concerned = Set(events)
    questions = view.coverage().filter { coverage in
      let pattern = coverage.question.pattern
      let concerns =
        pattern.events.contains(where: concerned.contains)
        || entity.map { pattern.with.contains($0) || pattern.agencies.contains($0) } ?? false
      return coverage.state != .answered && concerns
    }
  }

  private static func gaps(of event: EventID, view: CaseView) -> [String] {
    var gaps = ["date", "place", "topic"]
    for attribute in view.attributes(of: event) {
      switch attribute.value {
      case .date: gaps.removeAll { $0 == "date" }
      case .place: gaps.removeAll { $0 == "place" }
      case .topic, .subject: gaps.removeAll { $0 == "topic" }
      }
    }
    return gaps
  }
}
