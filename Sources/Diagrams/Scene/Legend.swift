import CaseModel

/// Makes the heading and the footer of a diagram.
struct Legend {
  let scene: DiagramScene
  let view: CaseView

  /// The title, and a sample of every line and frame that occurs in the drawing.
  var heading: HTMLLabel {
    let info = view.index.content.info
    let title = HTMLRow([
      cell([
        .run(title, HTMLFont(size: 20, color: Palette.ink, isBold: true)), .lineBreak(.left),
        .run(
          TextWrapping.wrapped(info.summary ?? info.id, columns: 110),
          HTMLFont(size: 11, color: Palette.quiet)
        ), .lineBreak(.left),
      ])
    ])
    let samples = HTMLTable(
      [.border(0), .cellborder(0), .cellspacing(3), .cellpadding(2)],
      rows: [HTMLRow(statusCells), HTMLRow(frameCells)].filter { !$0.cells.isEmpty }
    )
    return .table(
      HTMLTable(
        [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(3)],
        rows: [title, HTMLRow([HTMLCell([.align(.left)], .table(samples))])]
      )
    )
  }

  /// Case, day, and what is not drawn.
  var footer: HTMLLabel {
    let claims = Set(scene.lines.flatMap { view.assessment($0.fact)?.claims ?? [] })
    let sources = Set(claims.compactMap { view.index.claims[$0]?.source })
    var parts = [
      view.index.content.info.id,
      view.filter.asKnown.map { "as known on \($0)" } ?? "as known today",
      "\(scene.events.count) events, \(claims.count) claims, "
        + "\(sources.count) source" + (sources.count == 1 ? "" : "s"),
      "\(view.hidden.total) facts hidden" + hiddenReasons,
    ]
    if scene.omittedEventCount > 0 { parts.append("\(scene.omittedEventCount) events not drawn") }
    if let minimum = view.filter.minimum { parts.append("\(minimum) or stronger only") }
    return .text([
      .run(parts.joined(separator: " · "), HTMLFont(size: 9, color: Palette.quiet)),
      .lineBreak(.left),
      .run(
        "Who says so: point at a line, or run backchannel claims ID --tree. Bracketed dates: "
          + "somewhere in this stretch.",
        HTMLFont(size: 9, color: Palette.quiet)
      ),
      .lineBreak(.left),
    ])
  }

  private var hiddenReasons: String {
    let reasons = HiddenCounts.Reason.allCases.filter { view.hidden[$0] > 0 }
      .map { "\(view.hidden[$0]) \($0.words)" }
    return reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
  }

  private var title: String {
    switch scene.scope {
    case .whole: view.index.content.info.title
    case .event(let id): "\(id) \(view.index.events[id]?.title ?? "")"
    case .entity(let id): view.index.name(id)
    }
  }

  private var statusCells: [HTMLCell] {
    let used = Set(scene.lines.map { view.status($0.fact) })
    return Status.allCases.filter { used.contains($0) }.flatMap { status -> [HTMLCell] in
      let line = LineStyle(status)
      return [sample(line), text("\(line.glyph) \(Self.meaning(status))")]
    }
  }

  private var frameCells: [HTMLCell] {
    let entities = scene.figures.compactMap(\.participant.entity)
      .compactMap { view.index.entities[$0] }
    var cells: [HTMLCell] = []
    func add(_ color: String, _ fill: String, _ style: Set<HTMLStyle>, _ meaning: String) {
      cells += [swatch(color, fill, style), text(meaning)]
    }
    if entities.contains(where: { $0.type == .person && !$0.isUnnamed }) {
      add(Palette.personLine, Palette.personFill, [.rounded], "person")
    }
    if entities.contains(where: { $0.type == .agency && !$0.isUnnamed }) {
      add(Palette.agencyLine, Palette.agencyFill, [], "agency")
    }
    if entities.contains(where: \.isUnnamed) {
      add(Palette.personLine, Palette.ground, [.rounded, .dashed], "real, but unnamed")
    }
    if scene.figures.contains(where: { $0.participant.entity == nil }) {
      add(Palette.quiet, Palette.ground, [.rounded, .dotted], "empty: nobody has said")
    }
    if scene.events.contains(where: { $0.type != .statement }) {
      add(Palette.eventLine, Palette.eventFill, [.rounded], "event")
    }
    if scene.events.contains(where: { $0.type == .statement }) {
      add(Palette.statementLine, Palette.statementFill, [.rounded], "public statement")
    }
    return cells
  }

  private static func meaning(_ status: Status) -> String {
    switch status {
    case .confirmed: "confirmed by a party"
    case .corroborated: "several origins, no party on the record"
    case .reported: "one origin says so"
    case .unconfirmed: "said, but a party asked does not confirm"
    case .disputed: "said and denied"
    case .denied: "denied"
    case .open: "only asked"
    }
  }

  private func sample(_ line: LineStyle) -> HTMLCell {
    let style: HTMLStyle =
      line.style == "dashed" ? .dashed : line.style == "dotted" ? .dotted : .solid
    return HTMLCell(
      [.valign(.middle)],
      .table(
        HTMLTable(
          [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)],
          rows: [
            HTMLRow([
              HTMLCell([
                .width(34), .height(7), .fixedsize(true), .border(2), .sides([.bottom]),
                .style([style]), .color(line.color),
              ])
            ])
          ]
        )
      )
    )
  }

  private func swatch(_ color: String, _ fill: String, _ style: Set<HTMLStyle>) -> HTMLCell {
    HTMLCell(
      [.valign(.middle)],
      .table(
        HTMLTable(
          [
            .border(1), .cellborder(0), .cellspacing(0), .cellpadding(0), .color(color),
            .bgcolor(fill), .style(style),
          ],
          rows: [HTMLRow([HTMLCell([.width(24), .height(13), .fixedsize(true)])])]
        )
      )
    )
  }

  private func text(_ text: String) -> HTMLCell {
    HTMLCell([.align(.left)], .text(text + "   ", HTMLFont(size: 10, color: Palette.ink)))
  }

  private func cell(_ lines: [HTMLInline]) -> HTMLCell {
    HTMLCell([.align(.left), .balign(.left)], .text(lines))
  }
}
