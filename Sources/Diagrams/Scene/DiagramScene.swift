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
    /// The one country that it belongs to; `nil` when there is none or several.
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

  /// What was asked for.
  public let scope: DiagramScope
  /// The drawn participants.
  public let figures: [Figure]
  /// The drawn events.
  public let events: [Event]
  /// The lines.
  public let lines: [Line]
  /// The sides that have figures.
  public let sides: [EntityID]
  /// How many visible events are left out because of the scope.
  public let omittedEventCount: Int

  /// Chooses what to draw of `view`.
  ///
  /// Complexity: linear in the visible participations and attributes.
  public init(_ view: CaseView, scope: DiagramScope = .whole) {
    self.scope = scope
    let chosen = Self.events(view, scope)
    let drawn = Set(chosen.map(\.id))
    var figures: [String: Figure] = [:]
    var lines: [Line] = []
    for event in chosen {
      for part in view.participations(in: event.id) {
        let figure = Self.figure(part, view)
        figures[figure.id] = figure
        lines.append(
          Line(fact: part.id, from: figure.id, to: event.id.rawValue, isSubject: false)
        )
      }
      for attribute in view.attributes(of: event.id) {
        guard case .subject(let subject) = attribute.value, drawn.contains(subject) else {
          continue
        }
        lines.append(
          Line(
            fact: attribute.id,
            from: event.id.rawValue,
            to: subject.rawValue,
            isSubject: true
          )
        )
      }
    }
    self.figures = figures.values.sorted { NaturalOrder.isAscending($0.id, $1.id) }
    events = chosen
    self.lines = lines
    sides = Set(figures.values.compactMap(\.side)).sorted()
    omittedEventCount = view.events.count - chosen.count
  }

  private static func events(_ view: CaseView, _ scope: DiagramScope) -> [Event] {
    switch scope {
    case .whole: return view.events
    case .event(let id):
      return view.events.filter { event in
        event.id == id || isAbout(event.id, id, view) || isAbout(id, event.id, view)
      }
    case .entity(let entity):
      return view.events.filter { event in
        view.participations(in: event.id).contains { $0.participant.entity == entity }
      }
    }
  }

  private static func isAbout(_ event: EventID, _ subject: EventID, _ view: CaseView) -> Bool {
    view.attributes(of: event).contains { $0.value == .subject(subject) }
  }

  private static func figure(_ part: Participation, _ view: CaseView) -> Figure {
    switch part.participant {
    case .unknown(_, let side):
      return Figure(id: part.id.rawValue, participant: part.participant, side: side)
    case .entity(let entity):
      // Over all events together, so that nobody is drawn twice.
      let sides = Set(
        view.participations(of: entity).flatMap { view.sides(of: entity, at: $0.event) }
      ).filter { view.index.entities[$0]?.type == .country }
      return Figure(
        id: entity.rawValue,
        participant: part.participant,
        side: sides.count == 1 ? sides.first : nil
      )
    }
  }
}
