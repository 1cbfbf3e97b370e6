public import CaseModel

/// Counts what a case holds.
public struct CaseStatistics: Sendable {
  /// Entities by type, types without any left out.
  public let entities: [(type: EntityType, count: Int)]
  /// Visible events by type.
  public let events: [(type: EventType, count: Int)]
  /// Visible events, participations and attributes by status, strongest first; the last one, whose
  /// status is `nil`, counts those about which nobody says anything.
  public let statuses: [(status: Status?, count: Int)]
  /// Claims that count.
  public let claimCount: Int
  /// Claims that do not count.
  public let excludedClaimCount: Int
  /// Sources of claims that count.
  public let sourceCount: Int
  /// Independent claimants of all facts together.
  public let originCount: Int
  /// Questions by state.
  public let questions: [(state: QuestionCoverage.State, count: Int)]
  /// The number of conflicts.
  public let conflictCount: Int

  /// Counts what `view` shows.
  public init(_ view: CaseView) {
    let content = view.index.content
    entities = EntityType.allCases.map { type in
      (type, content.entities.count { $0.type == type })
    }.filter { $0.1 > 0 }
    let visible = view.events
    events = EventType.allCases.map { type in (type, visible.count { $0.type == type }) }
      .filter { $0.1 > 0 }
    let facts = view.index.facts.records.filter { $0.event != nil && view.shows($0.id) }
    let cases = Status.allCases.map(Status?.some) + [nil]
    statuses = cases.map { status in
      (status, facts.count { view.status($0.id) == status })
    }.filter { $0.1 > 0 }
    let counting = content.claims.filter { view.known.excluded[$0.id] == nil }
    claimCount = counting.count
    excludedClaimCount = content.claims.count - counting.count
    sourceCount = Set(counting.compactMap(\.source)).count
    let origins = view.index.facts.records.flatMap { view.assessment($0.id)?.origins ?? [] }
    originCount = Set(origins).count
    let coverage = view.coverage()
    questions = QuestionCoverage.State.allCases.map { state in
      (state, coverage.count { $0.state == state })
    }.filter { $0.1 > 0 }
    conflictCount = view.conflicts().count
  }
}
