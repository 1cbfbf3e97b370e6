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
    var counts: [Status?: Int] = [:]
    var origins: Set<EntityID> = []
    view.forEachFact { fact, known, isShown in
      origins.formUnion(known.origins)
      if isShown, fact.event != nil { counts[known.status, default: 0] += 1 }
    }
    statuses = (Status.allCases.map(Status?.some) + [nil]).compactMap { status in
      counts[status].map { (status, $0) }
    }
    originCount = origins.count
    let counting = content.claims.filter { view.known.excluded[$0.id] == nil }
    claimCount = counting.count
    excludedClaimCount = content.claims.count - counting.count
    sourceCount = Set(counting.compactMap(\.source)).count
    let coverage = view.coverage()
    questions = QuestionCoverage.State.allCases.map { state in
      (state, coverage.count { $0.state == state })
    }.filter { $0.1 > 0 }
    conflictCount = view.conflicts().count
  }
}
