import CaseModel

/// Puts events into lanes.
struct TimelineLaneMaker {
  typealias Item = TimelineScene.Item
  typealias Lane = TimelineScene.Lane

  /// Names of more sides than these are counted.
  private static let nameLimit = 3

  let view: CaseView

  /// Sides where there are at least two, else people.
  func suitable(_ events: [Event]) -> TimelineLanes {
    Set(events.flatMap { sides(of: $0) }).count > 1 ? .side : .person
  }

  // MARK: - Sides

  /// One lane for every set of sides: the side with most events first, then what it shares with
  /// others, then the others alone.
  func bySide(_ events: [Event]) -> [Lane] {
    let groups = Dictionary(grouping: events) { sides(of: $0) }
    var sizes: [EntityID: Int] = [:]
    for (sides, events) in groups { for side in sides { sizes[side, default: 0] += events.count } }
    func size(_ sides: [EntityID]) -> Int { sides.map { sizes[$0] ?? 0 }.max() ?? 0 }
    let first = sizes.max { left, right in
      left.value == right.value ? left.key > right.key : left.value < right.value
    }?.key
    func rank(_ sides: [EntityID]) -> Int {
      sides.isEmpty ? 3 : sides == [first].compactMap(\.self) ? 0 : sides.count > 1 ? 1 : 2
    }
    let keys = groups.keys.sorted { left, right in
      let (one, two) = ((rank(left), -size(left)), (rank(right), -size(right)))
      return one == two ? left.lexicographicallyPrecedes(right) : one < two
    }
    return keys.map { sides in
      let items = (groups[sides] ?? []).map { event in
        Item(
          id: event.id.rawValue,
          content: .event(event),
          date: TimelineScene.date(event, view)
        )
      }
      return Lane(
        id: sides.map(\.rawValue).joined(separator: "+"),
        title: title(sides),
        items: items.sorted(by: TimelineScene.isEarlier),
        omittedCount: 0
      )
    }
  }

  private func title(_ sides: [EntityID]) -> String {
    guard let last = sides.last else { return "no side known" }
    guard sides.count <= Self.nameLimit else { return "\(sides.count) sides" }
    let names = sides.dropLast().map(view.index.name).joined(separator: ", ")
    return names.isEmpty ? view.index.name(last) : "\(names) and \(view.index.name(last))"
  }

  /// The sides of all who took part, in order of their ids.
  private func sides(of event: Event) -> [EntityID] {
    let sides = view.participations(in: event.id).flatMap { part -> [EntityID] in
      switch part.participant {
      case .unknown(_, let side): [side].compactMap(\.self)
      case .entity(let entity): view.sides(of: entity, at: event.id)
      }
    }
    return Set(sides).sorted()
  }

  // MARK: - People

  /// One lane for everybody who took part, those with most events first; empty slots share names
  /// with nobody and stand last.
  func byPerson(_ events: [Event]) -> [Lane] {
    let parts = events.flatMap { event in
      view.participations(in: event.id).map { (event: event, part: $0) }
    }
    let groups = Dictionary(grouping: parts, by: \.part.figureID)
    let lanes = groups.sorted { left, right in
      let one = (isSlot(left.value.map(\.part)) ? 1 : 0, -left.value.count)
      let two = (isSlot(right.value.map(\.part)) ? 1 : 0, -right.value.count)
      return one == two ? NaturalOrder.isAscending(left.key, right.key) : one < two
    }
    .map { figure, parts in
      let items = parts.map { event, part in
        Item(
          id: "\(event.id)-\(figure)-\(part.id)",
          content: .participation(event, part),
          date: TimelineScene.date(event, view)
        )
      }
      return Lane(
        id: figure,
        title: parts.first.map { view.index.name($0.part.participant) } ?? figure,
        items: items.sorted(by: TimelineScene.isEarlier),
        omittedCount: 0
      )
    }
    let lone = events.filter { view.participations(in: $0.id).isEmpty }
    guard !lone.isEmpty else { return lanes }
    let items = lone.map { event in
      Item(id: event.id.rawValue, content: .event(event), date: TimelineScene.date(event, view))
    }
    return lanes + [
      Lane(
        id: "-",
        title: "nobody named",
        items: items.sorted(by: TimelineScene.isEarlier),
        omittedCount: 0
      )
    ]
  }

  private func isSlot(_ parts: [Participation]) -> Bool {
    parts.allSatisfy { $0.participant.entity == nil }
  }

  // MARK: - Publication

  /// The sources with a day of publication in which claims about some events stand.
  func published(_ events: [Event]) -> Lane {
    let facts = events.flatMap { event in
      [FactID(event.id)] + view.participations(in: event.id).map(\.id)
        + view.attributes(of: event.id).map(\.id)
    }
    let claims = Set(facts.flatMap { view.assessment($0)?.claims ?? [] })
    let counts = Dictionary(grouping: claims.compactMap { view.index.claims[$0]?.source }) { $0 }
      .mapValues(\.count)
    let items = counts.keys.sorted().compactMap { id -> Item? in
      guard let source = view.index.sources[id], let date = source.published,
        date.bounds != .unbounded
      else { return nil }
      return Item(
        id: "source-\(id)",
        content: .source(source, claimCount: counts[id] ?? 0),
        date: date
      )
    }
    let sorted = items.sorted(by: TimelineScene.isEarlier)
    let shown = Array(sorted.prefix(TimelineScene.laneEventLimit))
    return Lane(
      id: "published",
      title: "Published",
      items: shown,
      omittedCount: counts.count - shown.count
    )
  }
}
