public import CaseModel

/// Holds what a diagram shows, apart from how: nodes, lines, sides, and what is left out.
///
/// Everything stands in natural order of ids, so that one case gives one drawing.
public struct DiagramScene: Hashable, Sendable {
  /// Holds a drawn participant: an entity or an empty slot.
  public struct Figure: Hashable, Sendable {
    /// The id of the entity or of the slot's participation.
    public let id: String
    /// Who, or what is missing.
    public let participant: Participant
    /// The one country, or agency shared with other figures, that it belongs to; `nil` when there
    /// is none or several.
    public let side: EntityID?
  }

  /// Holds a line between two drawn nodes.
  public struct Line: Hashable, Sendable {
    /// The fact that the line stands for.
    public let fact: FactID
    /// The id of the figure or event where it starts.
    public let from: String
    /// The id of the event where it ends.
    public let to: String
    /// Whether it says what an event was about, rather than who took part.
    public let isSubject: Bool
  }

  /// The most nodes that a reader can find their way in, by default.
  public static let readableNodeCount = 150

  /// What was asked for.
  public let scope: DiagramScope
  /// What changed, in a drawing that marks it.
  public let comparison: DiagramComparison?
  /// The drawn participants.
  public let figures: [Figure]
  /// The drawn events.
  public let events: [Event]
  /// The lines.
  public let lines: [Line]
  /// The sides that have figures; those with most participants in the whole case first.
  public let sides: [EntityID]
  /// How many visible events are left out because of the scope.
  public let omittedEventCount: Int
  /// How many participants of visible events are left out because of the scope.
  public let omittedFigureCount: Int
  /// How many events of the scope are left out to stay within the number of nodes.
  public let undrawnEventCount: Int
  /// How many participants of the scope are left out to stay within the number of nodes.
  public let undrawnFigureCount: Int

  /// Chooses what to draw of `view`.
  ///
  /// Of more nodes than `maximumNodes` the strongest and best connected events are drawn; the
  /// counts of what is not drawn say the rest. One event is always drawn.
  ///
  /// Complexity: O(n log n) in the visible participations and attributes.
  public init(
    _ view: CaseView,
    scope: DiagramScope = .whole,
    comparison: DiagramComparison? = nil,
    maximumNodes: Int = readableNodeCount
  ) {
    let selection = SceneSelection(
      view,
      scope: scope,
      comparison: comparison,
      maximumNodes: maximumNodes
    )
    let drawn = Set(selection.events.map(\.id))
    self.scope = scope
    self.comparison = comparison
    events = selection.events
    figures = Self.figures(selection, view)
    lines = selection.events.flatMap { event in
      Self.lines(event.id, selection.participations, drawn: drawn, view)
    }
    .filter { scope.draws($0.fact) }
    sides = Self.sides(figures, view)
    omittedEventCount = view.events.count - selection.wantedEventCount
    let all = Set(view.events.flatMap { view.participations(in: $0.id) }.map(\.figureID))
    omittedFigureCount = max(all.count - selection.wantedFigureCount, 0)
    undrawnEventCount = selection.wantedEventCount - selection.events.count
    undrawnFigureCount = selection.wantedFigureCount - figures.count
  }

  /// What the view shows and the scene does not.
  public var omissions: [Omission] {
    var valueCount = 0
    if case .records(let records) = scope { valueCount = records.valueCount }
    return [
      Omission(omittedEventCount, "event", .outside),
      Omission(omittedFigureCount, "participant", .outside),
      Omission(undrawnEventCount, "event", .lackOfRoom),
      Omission(undrawnFigureCount, "participant", .lackOfRoom),
      Omission(valueCount, "plain value", .noPlace),
    ]
    .compactMap(\.self)
  }

  private static func lines(
    _ event: EventID,
    _ participations: [EventID: [Participation]],
    drawn: Set<EventID>,
    _ view: CaseView
  ) -> [Line] {
    let target = event.rawValue
    let parts = (participations[event] ?? []).map {
      Line(fact: $0.id, from: $0.figureID, to: target, isSubject: false)
    }
    let attributes = view.attributes(of: event).sorted { $0.id < $1.id }
    let subjects = attributes.compactMap { attribute -> Line? in
      guard case .subject(let subject) = attribute.value, drawn.contains(subject) else {
        return nil
      }
      return Line(fact: attribute.id, from: target, to: subject.rawValue, isSubject: true)
    }
    return parts + subjects
  }

  // MARK: - Figures

  private static func figures(_ selection: SceneSelection, _ view: CaseView) -> [Figure] {
    var participants: [String: Participant] = [:]
    for part in selection.participations.values.joined() {
      participants[part.figureID] = part.participant
    }
    for entity in selection.entities { participants[entity.rawValue] = .entity(entity) }
    let sides = participants.compactMapValues { side(of: $0, view) }
    var sizes: [EntityID: Int] = [:]
    for side in sides.values { sizes[side, default: 0] += 1 }
    return participants.map { id, participant in
      // A frame around one card of an agency would say nothing that the card does not.
      let side = sides[id].flatMap { side in
        view.index.entities[side]?.type == .country || sizes[side, default: 0] > 1 ? side : nil
      }
      return Figure(id: id, participant: participant, side: side)
    }
    .sorted { NaturalOrder.isAscending($0.id, $1.id) }
  }

  /// Filters and scopes do not change the order, so that a side stands in one place in all
  /// drawings of a case.
  private static func sides(_ figures: [Figure], _ view: CaseView) -> [EntityID] {
    var members: [EntityID: Set<String>] = [:]
    var memory = SideMemory(view.sides)
    for part in view.index.content.participations {
      let sides =
        switch part.participant {
        case .unknown(_, let side): [side].compactMap(\.self)
        case .entity(let entity): memory.sides(of: entity, at: view.bounds(of: part.event))
        }
      for side in sides { members[side, default: []].insert(part.figureID) }
    }
    return Set(figures.compactMap(\.side)).sorted { left, right in
      let (first, second) = (members[left]?.count ?? 0, members[right]?.count ?? 0)
      return first == second ? left < right : first > second
    }
  }

  private static func side(of participant: Participant, _ view: CaseView) -> EntityID? {
    switch participant {
    case .unknown(_, let side): return side
    case .entity(let entity):
      // Over all events together, so that nobody is drawn twice.
      let sides = Set(
        view.participations(of: entity).flatMap { view.sides(of: entity, at: $0.event) }
      )
      return sides.count == 1 ? sides.first : nil
    }
  }
}

extension DiagramScope {
  /// Tells whether a fact between drawn nodes gets a line.
  fileprivate func draws(_ fact: FactID) -> Bool {
    guard case .records(let records) = self else { return true }
    return records.facts.contains(fact)
  }
}

extension Participation {
  /// The id of the figure that stands for the participant.
  var figureID: String { participant.entity?.rawValue ?? id.rawValue }
}
