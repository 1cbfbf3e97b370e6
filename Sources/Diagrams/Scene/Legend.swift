import CaseModel

/// Makes the heading of a diagram: the title, and a sample of all that occurs in the drawing.
struct Legend {
  private static let columns = 4

  let scene: DiagramScene
  let view: CaseView
  let style: StyleSheet

  /// The title, what the case is about, and the samples.
  var heading: HTMLLabel {
    let rows =
      CardParts.rows(
        title,
        columns: 70,
        lines: 2,
        style.strong(style.sizes.title)
      )
      + CardParts.rows(
        subtitle,
        columns: 120,
        lines: 3,
        HTMLFont(size: style.sizes.summary, color: style.quiet.hex)
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
      let line = style.line(status)
      return [sample(line), text("\(StatusMark.sign(status)) \(line.meaning)")]
    }
  }

  private var lines: [[HTMLCell]] {
    var samples: [[HTMLCell]] = []
    if scene.lines.contains(where: \.isSubject) {
      samples.append([sample(style[.subject]), text(style[.subject].meaning)])
    }
    let facts = scene.lines.map(\.fact) + scene.events.map { FactID($0.id) }
    if facts.contains(where: { view.assessment($0)?.contradictory.isEmpty == false }) {
      samples.append([text(StatusMark.conflict), text("somebody contradicts themself")])
    }
    return samples
  }

  private var frames: [[HTMLCell]] {
    let cards = FigureCards(view: view, style: style, focus: nil)
    var kinds = Set(scene.figures.map(cards.kind))
    if scene.events.contains(where: { $0.type != .statement }) { kinds.insert(.event) }
    if scene.events.contains(where: { $0.type == .statement }) { kinds.insert(.statement) }
    return NodeKind.allCases.filter(kinds.contains).map { kind in
      [swatch(style[kind]), text(style[kind].meaning)]
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

  private func sample(_ line: LineStyle) -> HTMLCell {
    let width = line.width
    let cell = HTMLCell([
      .width(34), .height(8), .fixedsize(true), .border(width > 2 ? 3 : width > 1 ? 2 : 1),
      .sides([.bottom]),
      .style([line.pattern.html]), .color(line.color.hex),
    ])
    return HTMLCell([.valign(.top)], .table(HTMLTable(Self.plain, rows: [HTMLRow([cell])])))
  }

  private func swatch(_ look: NodeStyle) -> HTMLCell {
    let inside = HTMLCell([.width(24), .height(13), .fixedsize(true)])
    return Self.boxed(HTMLTable(Self.plain + [.border(look.border)] + look.frame, rows: [HTMLRow([inside])]))
  }

  private static var plain: [HTMLAttribute] {
    [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)]
  }

  private static func boxed(_ table: HTMLTable) -> HTMLCell {
    HTMLCell([.valign(.middle)], .table(table))
  }

  private func text(_ text: String) -> HTMLCell {
    HTMLCell(
      [.align(.left)],
      .text(text + "     ", HTMLFont(size: style.sizes.legend, color: style.ink.hex))
    )
  }
}
