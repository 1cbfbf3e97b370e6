import CaseModel
import GraphModel

/// Holds what a timeline shows, apart from how: lanes with events, and what has no date.
struct TimelineScene {
  /// Holds what stands in a lane.
  struct Item {
    enum Content {
      case event(Event)
      /// An event, in the lane of one who took part.
      case participation(Event, Participation)
      /// A source, with how many of the claims come from it.
      case source(Source, claimCount: Int)
    }

    /// Unique in the drawing.
    let id: String
    let content: Content
    /// `nil` where no end is known.
    let date: UncertainDate?

    /// The event, unless it is a source.
    var event: Event? {
      switch content {
      case .event(let event), .participation(let event, _): event
      case .source: nil
      }
    }
  }

  /// Holds a band of the drawing.
  struct Lane {
    let id: String
    let title: String
    /// What is shown, in order of time.
    let items: [Item]
    /// How many more it would hold.
    let omittedCount: Int
  }

  /// More events than these are not drawn, the weakest first.
  static let eventLimit = 200
  /// More lanes than these are not drawn.
  static let laneLimit = 16
  /// More events than these in one lane are counted.
  static let laneEventLimit = 60

  let lanes: [Lane]
  /// The events without a date.
  let undated: [Item]
  /// The publication days of sources; empty unless asked for.
  let published: Lane?
  /// The drawn events.
  let events: [Event]
  /// The participations in them.
  let participations: [Participation]
  let omissions: [Omission]

  init(_ view: CaseView, scope: DiagramScope, lanes kind: TimelineLanes?, published: Bool) {
    let scoped = ScopeEvents(view: view, scope: scope)
    let wanted = scoped.events.sorted { $0.id < $1.id }
    let chosen = Self.strongest(wanted, view, count: Self.eventLimit)
    let dated = chosen.filter { Self.date($0, view) != nil }
    let makers = TimelineLaneMaker(view: view)
    let kind = kind ?? makers.suitable(chosen)
    let all = kind == .side ? makers.bySide(dated) : makers.byPerson(dated)
    lanes = all.prefix(Self.laneLimit).map { Self.capped($0, view) }
    undated = chosen.filter { Self.date($0, view) == nil }.map { event in
      Item(id: event.id.rawValue, content: .event(event), date: nil)
    }
    let shown = Set((lanes.flatMap(\.items) + undated).compactMap { $0.event?.id })
    events = chosen.filter { shown.contains($0.id) }
    participations = events.flatMap { scoped.participations(in: $0.id) }
    self.published = published ? makers.published(events) : nil
    omissions = [
      Omission(view.events.count - wanted.count, "event", .outside),
      Omission(wanted.count - events.count, "event", .lackOfRoom),
      Omission(all.count - lanes.count, "lane", .lackOfRoom),
    ]
    .compactMap(\.self)
  }

  /// The date of an event, if any end of it is known.
  static func date(_ event: Event, _ view: CaseView) -> UncertainDate? {
    view.date(of: event.id).flatMap { $0.bounds == .unbounded ? nil : $0 }
  }

  /// Orders by first day, then by last; an open beginning says only "not later than".
  static func isEarlier(_ left: Item, _ right: Item) -> Bool {
    func key(_ item: Item) -> (Int, Int) {
      let latest = item.date?.bounds.latest?.dayNumber ?? .max
      return (item.date?.bounds.earliest?.dayNumber ?? latest, latest)
    }
    let (first, second) = (key(left), key(right))
    return first == second ? NaturalOrder.isAscending(left.id, right.id) : first < second
  }

  private static func capped(_ lane: Lane, _ view: CaseView) -> Lane {
    guard lane.items.count > laneEventLimit else { return lane }
    let events = strongest(lane.items.compactMap(\.event), view, count: laneEventLimit)
    let kept = Set(events.map(\.id))
    let items = lane.items.filter { $0.event.map { kept.contains($0.id) } ?? true }
    return Lane(
      id: lane.id,
      title: lane.title,
      items: items,
      omittedCount: lane.items.count - items.count
    )
  }

  /// Of too many events the strongest, then those with most participants, in natural order.
  private static func strongest(_ events: [Event], _ view: CaseView, count: Int) -> [Event] {
    guard events.count > count else { return events }
    func key(_ event: Event) -> (Int, Int) {
      (
        view.status(FactID(event.id))?.rank ?? Status.allCases.count,
        -view.participations(in: event.id).count
      )
    }
    let ranked = events.sorted { left, right in
      let (first, second) = (key(left), key(right))
      return first == second ? left.id < right.id : first < second
    }
    return ranked.prefix(count).sorted { $0.id < $1.id }
  }
}

extension TimelineScene.Item {
  /// The fact whose status the mark shows; `nil` for a source.
  var fact: FactID? {
    switch content {
    case .event(let event): FactID(event.id)
    case .participation(_, let part): part.id
    case .source: nil
    }
  }
}
