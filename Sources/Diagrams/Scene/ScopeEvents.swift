import CaseModel

/// Finds the events and participations that a scope asks for.
struct ScopeEvents {
  let view: CaseView
  let scope: DiagramScope

  /// The events, in natural order.
  var events: [Event] {
    switch scope {
    case .whole: view.events
    case .event(let id):
      view.events.filter { event in
        event.id == id || isAbout(event.id, id) || isAbout(id, event.id)
      }
    case .around(let centres, let hops): neighbourhood(of: centres, hops: hops)
    case .records(let records): view.events.filter { records.events.contains($0.id) }
    }
  }

  /// Returns the participations in an event, in natural order.
  func participations(in event: EventID) -> [Participation] {
    let all = view.participations(in: event).sorted { $0.id < $1.id }
    guard case .records(let records) = scope else { return all }
    return all.filter { records.facts.contains($0.id) }
  }

  private func isAbout(_ event: EventID, _ subject: EventID) -> Bool {
    view.attributes(of: event).contains { $0.value == .subject(subject) }
  }

  // MARK: - Neighbourhood

  /// Complexity: linear in the visible participations, for each agency or country among the centres
  /// once more.
  private func neighbourhood(of centres: [DiagramScope.Centre], hops: Int) -> [Event] {
    var events: Set<EventID> = []
    var followed: Set<EntityID> = []
    for centre in centres {
      switch centre {
      case .event(let id): events.insert(id)
      case .entity(let id):
        events.formUnion(self.events(of: id))
        followed.insert(id)
      }
    }
    for _ in 1..<max(hops, 1) {
      let people = Set(
        events.flatMap { view.participations(in: $0) }.compactMap(\.participant.entity)
      ).subtracting(followed)
      if people.isEmpty { break }
      followed.formUnion(people)
      for who in people { events.formUnion(view.participations(of: who).map(\.event)) }
    }
    return view.events.filter { events.contains($0.id) }
  }

  private func events(of entity: EntityID) -> [EventID] {
    let sides = SideResolver(view.index)
    return view.events.map(\.id).filter { event in
      view.participations(in: event).contains { part in
        involves(part, entity, at: view.index.bounds(of: event), sides)
      }
    }
  }

  /// Tells whether somebody took part as `entity` or as one of its people.
  private func involves(
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
}
