import CaseModel

/// Makes the heading of a diagram: the title, and a sample of all that occurs in the drawing.
struct Legend {
  private static let columns = 4

  let scene: DiagramScene
  let view: CaseView

  /// The title, what the case is about, and the samples.
  var heading: HTMLLabel {
    let rows =
      CardParts.rows(
        title,
        columns: 70,
        lines: 2,
        HTMLFont(size: 20, color: Palette.ink, isBold: true)
      )
      + CardParts.rows(
        subtitle,
        columns: 120,
        lines: 3,
        HTMLFont(size: 11, color: Palette.quiet)
      )
    let samples = HTMLTable(
      [.border(0), .cellborder(0), .cellspacing(2), .cellpadding(2)],
      rows: Self.inRows(statuses + lines, of: Self.columns) + Self.inRows(frames, of: Self.columns)
    )
    return .table(
      HTMLTable(
        [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(2)],
        rows: rows + [
          HTMLRow([HTMLCell([.height(4)])]),
          HTMLRow([HTMLCell([.align(.left)], .table(samples))]),
        ]
      )
    )
  }

  /// The title of the drawing.
  var title: String {
    switch scene.scope {
    case .whole: view.index.content.info.title
    case .event(let id): "\(id) \(view.index.events[id]?.title ?? "")"
    case .entity(let id): view.index.name(id)
    }
  }

  private var subtitle: String {
    let info = view.index.content.info
    return scene.scope == .whole ? info.summary ?? "" : "From the case: \(info.title)"
  }

  // MARK: - What occurs

  /// The statuses of lines, events, and attributes that carry a mark of their own.
  private var usedStatuses: Set<Status?> {
    let events = scene.events.map { FactID($0.id) }
    let marked = scene.events.flatMap { event in
      view.attributes(of: event.id).filter { attribute in
        switch attribute.value {
        case .place, .topic:
          StatusMark(view: view).weakness(attribute.id, than: FactID(event.id)) != nil
        case .date, .subject: false
        }
      }
    }
    return Set((scene.lines.map(\.fact) + events + marked.map(\.id)).map(view.status))
  }

  private var statuses: [[HTMLCell]] {
    let used = usedStatuses
    return ((Status.allCases as [Status?]) + [nil]).filter(used.contains).map { status in
      let style = LineStyle(status)
      return [
        Self.sample(style.pattern, style.color, width: style.width),
        Self.text("\(StatusMark.sign(status)) \(Self.meaning(status))"),
      ]
    }
  }

  private var lines: [[HTMLCell]] {
    var samples: [[HTMLCell]] = []
    if scene.lines.contains(where: \.isSubject) {
      samples.append([
        Self.sample(.solid, Palette.subjectLine, width: 1),
        Self.text("what a statement or event was about"),
      ])
    }
    let facts = scene.lines.map(\.fact) + scene.events.map { FactID($0.id) }
    if facts.contains(where: { view.assessment($0)?.contradictory.isEmpty == false }) {
      samples.append([Self.text(StatusMark.conflict), Self.text("somebody contradicts themself")])
    }
    return samples
  }

  private var frames: [[HTMLCell]] {
    let cards = FigureCards(view: view, focus: nil)
    let looks = Set(scene.figures.map(cards.look))
    var samples = FigureCards.Look.allCases.filter(looks.contains).map { look in
      [Self.swatch(look.frame), Self.text(look.meaning)]
    }
    if scene.events.contains(where: { $0.type != .statement }) {
      samples.append([
        Self.swatch([
          .color(Palette.eventLine), .bgcolor(Palette.eventFill), .style([.rounded]),
        ]), Self.text("event"),
      ])
    }
    if scene.events.contains(where: { $0.type == .statement }) {
      samples.append([
        Self.swatch([
          .color(Palette.statementLine), .bgcolor(Palette.statementFill), .style([.rounded]),
        ]), Self.text("public statement"),
      ])
    }
    return samples
  }

  /// What a status means, in words for readers of a newspaper.
  static func meaning(_ status: Status?) -> String {
    switch status {
    case .confirmed: "confirmed by a party"
    case .corroborated: "corroborated: several origins, no party"
    case .reported: "reported by one origin"
    case .unconfirmed: "unconfirmed: said, but a party asked declines"
    case .disputed: "disputed: said and denied"
    case .denied: "denied"
    case .open: "open: only asked"
    case nil: "nobody says"
    }
  }
}

// MARK: - Samples

extension Legend {
  /// Returns rows of at most `count` samples.
  private static func inRows(_ samples: [[HTMLCell]], of count: Int) -> [HTMLRow] {
    stride(from: 0, to: samples.count, by: count).map { start in
      HTMLRow(samples[start..<min(start + count, samples.count)].flatMap(\.self))
    }
  }

  private static func sample(_ pattern: LineStyle.Pattern, _ color: String, width: Double)
    -> HTMLCell
  {
    let line = HTMLCell([
      .width(34), .height(8), .fixedsize(true), .border(width > 2 ? 3 : width > 1 ? 2 : 1),
      .sides([.bottom]),
      .style([pattern.html]), .color(color),
    ])
    return HTMLCell([.valign(.top)], .table(HTMLTable(plain, rows: [HTMLRow([line])])))
  }

  private static func swatch(_ frame: [HTMLAttribute]) -> HTMLCell {
    let inside = HTMLCell([.width(24), .height(13), .fixedsize(true)])
    return boxed(HTMLTable(plain + [.border(1)] + frame, rows: [HTMLRow([inside])]))
  }

  private static var plain: [HTMLAttribute] {
    [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)]
  }

  private static func boxed(_ table: HTMLTable) -> HTMLCell {
    HTMLCell([.valign(.middle)], .table(table))
  }

  private static func text(_ text: String) -> HTMLCell {
    HTMLCell([.align(.left)], .text(text + "     ", HTMLFont(size: 10, color: Palette.ink)))
  }
}
