public import CaseModel
public import GraphModel

/// Says what changed between two days, for a drawing that marks it.
public struct DiagramComparison: Hashable, Sendable {
  /// Lists how a fact can change.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    case known, stronger, weaker, withdrawn

    /// The sign in the drawing.
    public var sign: String {
      switch self {
      case .known: "+"
      case .stronger: "↑"
      case .weaker: "↓"
      case .withdrawn: "−"
      }
    }

    /// The word in the drawing.
    public var word: String { self == .known ? "new" : rawValue }

    /// The sign and the word, which stay on one line.
    var mark: String { "\(sign)\u{A0}\(word)" }
  }

  /// The earlier day.
  public var from: CalendarDate
  /// The later day, as of which everything else is drawn.
  public var to: CalendarDate
  /// How facts changed; all others did not.
  public var changes: [FactID: Change]
  /// What was known on the earlier day, by fact.
  public var before: [FactID: Assessment]
  /// The questions asked between the two days.
  public var asked: [QuestionID]

  /// Makes a comparison.
  public init(
    from: CalendarDate,
    to: CalendarDate,
    changes: [FactID: Change],
    before: [FactID: Assessment] = [:],
    asked: [QuestionID] = []
  ) {
    self.from = from
    self.to = to
    self.changes = changes
    self.before = before
    self.asked = asked
  }

  /// "↑ stronger" and "was ◐ reported, 1 origin"; nothing for a fact that did not change.
  func captions(_ fact: FactID) -> [String] {
    guard let change = changes[fact] else { return [] }
    guard change == .stronger || change == .weaker, let old = before[fact] else {
      return [change.mark]
    }
    let status = old.status.map { "\($0.sign) \($0)" } ?? "\(StatusMark.silence) nobody said"
    return [change.mark, "was \(status), \(counted(old.origins.count, "origin"))"]
  }

  /// "2 new, 1 withdrawn", or that nothing changed.
  func counts(_ facts: some Sequence<FactID>) -> String {
    let changed = facts.compactMap { changes[$0] }
    let parts = Change.allCases.compactMap { change -> String? in
      let count = changed.count { $0 == change }
      return count == 0 ? nil : "\(count) \(change.word)"
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }
}

extension DiagramComparison {
  /// Added to the width of a line that changed.
  private static let emphasis = 1.6

  /// Returns the line of a fact: heavier where it changed, dotted where it was withdrawn, and quiet
  /// where it did not change.
  func stroke(_ fact: FactID, _ stroke: LineStyle, _ style: StyleSheet) -> LineStyle {
    changes[fact].map { self.stroke($0, stroke) } ?? quiet(stroke, style)
  }

  /// Returns the line of a fact that changed.
  func stroke(_ change: Change, _ stroke: LineStyle) -> LineStyle {
    var stroke = stroke
    stroke.width += Self.emphasis
    if change == .withdrawn {
      stroke.pattern = .dotted
      stroke.arrowhead = .odot
    }
    return stroke
  }

  /// Returns the line of a fact that did not change.
  func quiet(_ stroke: LineStyle, _ style: StyleSheet) -> LineStyle {
    var stroke = stroke
    stroke.color = style.quiet
    stroke.width *= 0.5
    return stroke
  }
}

extension NodeStyle {
  /// The look of a card on which nothing changed.
  func quiet(_ style: StyleSheet) -> NodeStyle {
    var look = self
    look.line = style.quiet
    look.fill = fill == nil ? nil : style.ground
    look.border = 1
    return look
  }
}

extension DiagramScene {
  /// The figures of a comparison of which nothing drawn changed.
  func quietFigures(_ view: CaseView) -> Set<String> {
    guard let comparison else { return [] }
    let moved = Set(
      lines.filter { comparison.changes[$0.fact] != nil }.flatMap { [$0.from, $0.to] }
    )
    let quiet = figures.filter { figure in
      let posts = figure.participant.entity.map { view.index.posts(of: $0) } ?? []
      return !moved.contains(figure.id) && !posts.contains { comparison.changes[$0.id] != nil }
    }
    return Set(quiet.map(\.id))
  }

  /// The changes of a comparison that no line and no card tells.
  func unmarkedChanges(_ view: CaseView) -> [Omission] {
    guard let comparison else { return [] }
    var told = Set(lines.map(\.fact) + events.map { FactID($0.id) })
    for event in events {
      let date = view.date(of: event.id)
      told.formUnion(
        view.attributes(of: event.id).filter { attribute in
          switch attribute.value {
          case .date(let other): other == date
          case .place, .topic: true
          case .subject: false
          }
        }
        .map(\.id)
      )
    }
    for entity in figures.compactMap(\.participant.entity) {
      let posts = view.index.posts(of: entity).filter { view.shows($0.id) }.map(\.id).sorted()
      told.formUnion(posts.prefix(FigureCards.postLimit))
    }
    let count = comparison.changes.keys.count { !told.contains($0) }
    return [Omission(count, "further change", .noPlace)].compactMap(\.self)
  }
}
