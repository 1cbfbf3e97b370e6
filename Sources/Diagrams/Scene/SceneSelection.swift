import CaseModel

/// Chooses the events of a scope, and of too many those that matter most.
struct SceneSelection {
  /// The chosen events in natural order.
  let events: [Event]
  /// The participations to draw, by event.
  let participations: [EventID: [Participation]]
  /// The entities to draw that take part in nothing drawn.
  let entities: [EntityID]
  /// How many events the scope asks for.
  let wantedEventCount: Int
  /// How many participants the scope asks for.
  let wantedFigureCount: Int

  init(
    _ view: CaseView,
    scope: DiagramScope,
    comparison: DiagramComparison? = nil,
    maximumNodes: Int
  ) {
    let scoped = ScopeEvents(view: view, scope: scope)
    let wanted = scoped.events.sorted { $0.id < $1.id }
    let parts = Dictionary(
      wanted.map { ($0.id, scoped.participations(in: $0.id)) },
      uniquingKeysWith: { first, _ in first }
    )
    let taking = Set(parts.values.joined().map(\.figureID))
    let lone = Self.lone(scope, taking: taking)
    let figureCount = taking.count + lone.count
    wantedEventCount = wanted.count
    wantedFigureCount = figureCount
    guard wanted.count + figureCount > maximumNodes else {
      events = wanted
      participations = parts
      entities = lone
      return
    }
    let changed = (comparison?.changes ?? [:]).keys.compactMap { view.index.facts[$0]?.event }
    let asked = scope.centres.compactMap { if case .event(let id) = $0 { id } else { nil } }
    let chosen = Self.fitting(
      Self.ranked(wanted, parts, view, first: Set(changed + asked)),
      parts,
      view,
      maximumNodes: maximumNodes
    )
    events = wanted.filter { chosen[$0.id] != nil }
    participations = chosen
    let drawn = Set(chosen.values.joined().map(\.figureID)).count + chosen.count
    entities = Array(lone.prefix(max(maximumNodes - drawn, 0)))
  }

  /// The entities asked for by themselves that take part in nothing drawn.
  private static func lone(_ scope: DiagramScope, taking: Set<String>) -> [EntityID] {
    guard case .records(let records) = scope else { return [] }
    return records.entities.filter { !taking.contains($0.rawValue) }.sorted()
  }

  // MARK: - Limit

  /// The events asked for and those that changed first, then by strength, then by centrality: the
  /// lines of an event, and the other events of those who took part.
  private static func ranked(
    _ events: [Event],
    _ parts: [EventID: [Participation]],
    _ view: CaseView,
    first: Set<EventID>
  ) -> [EventID] {
    var connections: [EventID: Int] = [:]
    var appearances: [String: Int] = [:]
    for part in parts.values.joined() { appearances[part.figureID, default: 0] += 1 }
    for event in events {
      let others = (parts[event.id] ?? []).map { appearances[$0.figureID] ?? 0 }
      connections[event.id, default: 0] += others.reduce(0, +)
      for case .subject(let subject) in view.attributes(of: event.id).map(\.value) {
        connections[event.id, default: 0] += 1
        connections[subject, default: 0] += 1
      }
    }
    func key(_ event: EventID) -> (Int, Int, Int) {
      (
        first.contains(event) ? 0 : 1, rank(view.status(FactID(event))),
        -connections[event, default: 0]
      )
    }
    return events.map(\.id).sorted { left, right in
      let (first, second) = (key(left), key(right))
      return first == second ? left < right : first < second
    }
  }

  private static func rank(_ status: Status?) -> Int { status?.rank ?? Status.allCases.count }

  private static func fitting(
    _ ranked: [EventID],
    _ parts: [EventID: [Participation]],
    _ view: CaseView,
    maximumNodes: Int
  ) -> [EventID: [Participation]] {
    var chosen: [EventID: [Participation]] = [:]
    var figures: Set<String> = []
    for event in ranked {
      let all = parts[event] ?? []
      let added = Set(all.map(\.figureID)).subtracting(figures)
      if chosen.count + 1 + figures.count + added.count <= maximumNodes {
        chosen[event] = all
        figures.formUnion(added)
      } else if chosen.isEmpty {
        chosen[event] = strongest(all, view, count: max(maximumNodes - 1, 0))
        figures.formUnion(chosen[event, default: []].map(\.figureID))
      }
    }
    return chosen
  }

  private static func strongest(_ parts: [Participation], _ view: CaseView, count: Int)
    -> [Participation]
  {
    let ranked = parts.enumerated().sorted { left, right in
      (rank(view.status(left.element.id)), left.offset)
        < (rank(view.status(right.element.id)), right.offset)
    }
    return ranked.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
  }
}
