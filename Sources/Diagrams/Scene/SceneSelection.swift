import CaseModel

/// Chooses the events of a scope, and of too many those that matter most.
struct SceneSelection {
  /// The chosen events in natural order.
  let events: [Event]
  /// The participations to draw, by event.
  let participations: [EventID: [Participation]]
  /// How many events the scope asks for.
  let wantedEventCount: Int
  /// How many participants the scope asks for.
  let wantedFigureCount: Int

  init(_ view: CaseView, scope: DiagramScope, maximumNodes: Int) {
    let wanted = Self.events(view, scope).sorted { $0.id < $1.id }
    let parts = Dictionary(
      wanted.map { event in
        (event.id, view.participations(in: event.id).sorted { $0.id < $1.id })
      },
      uniquingKeysWith: { first, _ in first }
    )
    let figureCount = Set(parts.values.joined().map(\.figureID)).count
    wantedEventCount = wanted.count
    wantedFigureCount = figureCount
    guard wanted.count + figureCount > maximumNodes else {
      events = wanted
      participations = parts
      return
    }
    let chosen = Self.fitting(
      Self.ranked(wanted, parts, view, scope),
      parts,
      view,
      maximumNodes: maximumNodes
    )
    events = wanted.filter { chosen[$0.id] != nil }
    participations = chosen
  }

  // MARK: - Scope

  private static func events(_ view: CaseView, _ scope: DiagramScope) -> [Event] {
    switch scope {
    case .whole: return view.events
    case .event(let id):
      return view.events.filter { event in
        event.id == id || isAbout(event.id, id, view) || isAbout(id, event.id, view)
      }
    case .entity(let entity):
      let sides = SideResolver(view.index)
      return view.events.filter { event in
        view.participations(in: event.id).contains { part in
          involves(part, entity, at: view.index.bounds(of: event.id), sides)
        }
      }
    }
  }

  private static func isAbout(_ event: EventID, _ subject: EventID, _ view: CaseView) -> Bool {
    view.attributes(of: event).contains { $0.value == .subject(subject) }
  }

  /// Tells whether somebody took part as `entity` or as one of its people.
  private static func involves(
    _ part: Participation,
    _ entity: EntityID,
    at bounds: DateBounds,
    _ sides: SideResolver
  ) -> Bool {
    switch part.participant {
    case .unknown(_, let side): side == entity
    case .entity(let who): who == entity || sides.groups(of: who, at: bounds).contains(entity)
    }
  }

  // MARK: - Limit

  /// The event asked for first, then by strength, then by the number of lines.
  private static func ranked(
    _ events: [Event],
    _ parts: [EventID: [Participation]],
    _ view: CaseView,
    _ scope: DiagramScope
  ) -> [EventID] {
    var connections: [EventID: Int] = [:]
    for event in events {
      connections[event.id, default: 0] += parts[event.id]?.count ?? 0
      for case .subject(let subject) in view.attributes(of: event.id).map(\.value) {
        connections[event.id, default: 0] += 1
        connections[subject, default: 0] += 1
      }
    }
    func key(_ event: EventID) -> (Int, Int, Int) {
      (
        scope == .event(event) ? 0 : 1, rank(view.status(FactID(event))),
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
      let added = figures.union(all.map(\.figureID))
      if chosen.count + 1 + added.count <= maximumNodes {
        chosen[event] = all
        figures = added
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
