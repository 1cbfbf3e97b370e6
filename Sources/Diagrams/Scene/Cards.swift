import CaseModel

/// Makes the labels of nodes: a badge and a few lines of text in a frame.
struct Cards {
  let view: CaseView

  // MARK: - Figures

  func card(_ figure: DiagramScene.Figure) -> HTMLLabel {
    switch figure.participant {
    case .unknown(let description, _): slot(description)
    case .entity(let id): card(view.index.entities[id], id: id)
    }
  }

  private func card(_ entity: Entity?, id: EntityID) -> HTMLLabel {
    let isPerson = entity?.type == .person
    let isUnnamed = entity?.isUnnamed == true
    let line = isPerson ? Palette.personLine : Palette.agencyLine
    let fill = isPerson ? Palette.personFill : Palette.agencyFill
    let posts = view.index.posts(of: id).filter { view.shows($0.id) }
    let role = posts.first.map { view.index.describe($0) }
    return frame(
      badge: badge(
        isUnnamed ? "?" : isPerson ? Self.initials(entity?.name ?? "") : "▥",
        fill: line,
        isRound: isPerson
      ),
      lines: [
        .run(
          TextWrapping.wrapped(view.index.name(id), columns: 26),
          HTMLFont(size: 12, color: Palette.ink, isBold: !isUnnamed, isItalic: isUnnamed)
        )
      ] + caption(isUnnamed ? [role, "nobody is named"] : [role]),
      attributes: [
        .border(1), .color(line), .bgcolor(isUnnamed ? Palette.ground : fill),
        .style(isUnnamed ? [.rounded, .dashed] : isPerson ? [.rounded] : []),
      ]
    )
  }

  /// An empty slot is hollow: dotted frame, no fill, a question mark.
  private func slot(_ description: String) -> HTMLLabel {
    frame(
      badge: HTMLCell(
        [.cellpadding(6)],
        .text("?", HTMLFont(size: 15, color: Palette.quiet, isBold: true))
      ),
      lines: [
        .run(
          TextWrapping.wrapped(description, columns: 26),
          HTMLFont(size: 11, color: Palette.quiet, isItalic: true)
        )
      ] + caption(["open: nobody has said"]),
      attributes: [.border(1), .color(Palette.quiet), .style([.rounded, .dotted])]
    )
  }

  // MARK: - Events

  func card(_ event: Event) -> HTMLLabel {
    let isStatement = event.type == .statement
    let line = isStatement ? Palette.statementLine : Palette.eventLine
    let place = attributes(event) { if case .place(let id) = $0 { id } else { nil } }
    let topics = attributes(event) { if case .topic(let id) = $0 { id } else { nil } }
    let date = view.date(of: event.id)?.shortDisplay ?? "date not known"
    return frame(
      badge: badge(Self.sign(event.type), fill: line, isRound: false),
      lines: [
        .run(
          TextWrapping.wrapped(event.title, columns: 30),
          HTMLFont(size: 12, color: Palette.ink, isBold: !isStatement, isItalic: isStatement)
        )
      ]
        + caption(
          ["\(event.id) · \(event.type.rawValue.lowercased()) · \(date)"]
            + place.map { "in \($0)" } + topics.map { "about \($0)" }
            + [Self.mark(view, FactID(event.id))]
        ),
      attributes: [
        .border(isStatement ? 1 : 2), .color(line),
        .bgcolor(isStatement ? Palette.statementFill : Palette.eventFill),
        .style(Self.border(view.status(FactID(event.id)))),
      ]
    )
  }

  /// "✔ confirmed: United States", "○ unconfirmed" and so on.
  static func mark(_ view: CaseView, _ fact: FactID) -> String {
    let assessment = view.assessment(fact)
    let glyph = LineStyle(assessment?.status).glyph
    guard let assessment, let status = assessment.status else { return "\(glyph) nobody says" }
    switch status {
    case .confirmed:
      let names = assessment.confirmingSides.map(view.index.name)
      let isAll = names.count > 1 && names.count == assessment.sides.count
      return "\(glyph) confirmed" + (isAll ? " by all sides" : by(names))
    case .corroborated, .reported:
      return "\(glyph) \(status), \(assessment.origins.count) origin"
        + (assessment.origins.count == 1 ? "" : "s")
    default: return "\(glyph) \(status)"
    }
  }

  private static func by(_ names: [String]) -> String {
    names.isEmpty ? "" : " by " + names.joined(separator: ", ")
  }

  /// Names of places or topics, each with a mark when it is weaker than confirmed.
  private func attributes(_ event: Event, _ pick: (Attribute.Value) -> EntityID?) -> [String] {
    view.attributes(of: event.id).compactMap { attribute in
      pick(attribute.value).map { id in
        "\(view.index.name(id)) (\(Self.mark(view, attribute.id)))"
      }
    }
  }

  private static func border(_ status: Status?) -> Set<HTMLStyle> {
    switch LineStyle(status).style {
    case "dashed": [.rounded, .dashed]
    case "dotted": [.rounded, .dotted]
    default: [.rounded]
    }
  }

  private static func sign(_ type: EventType) -> String {
    switch type {
    case .meeting: "⇄"
    case .visit: "→"
    case .call: "☏"
    case .statement: "“"
    case .appointment: "★"
    case .other: "•"
    }
  }

  // MARK: - Parts

  private func frame(badge: HTMLCell, lines: [HTMLInline], attributes: [HTMLAttribute])
    -> HTMLLabel
  {
    .table(
      HTMLTable(
        [.cellborder(0), .cellspacing(0), .cellpadding(0)] + attributes,
        rows: [
          HTMLRow([
            badge, HTMLCell([.align(.left), .balign(.left), .cellpadding(5)], .text(lines)),
          ])
        ]
      )
    )
  }

  private func badge(_ text: String, fill: String, isRound: Bool) -> HTMLCell {
    let inner = HTMLTable(
      [
        .border(0), .cellborder(0), .cellspacing(0), .cellpadding(4), .bgcolor(fill),
        .style(isRound ? [.rounded] : []), .width(26), .height(24),
      ],
      rows: [
        HTMLRow([
          HTMLCell([], .text(text, HTMLFont(size: 11, color: Palette.ground, isBold: true)))
        ])
      ]
    )
    return HTMLCell([.cellpadding(6)], .table(inner))
  }

  private func caption(_ texts: [String?]) -> [HTMLInline] {
    texts.compactMap(\.self).filter { !$0.isEmpty }.flatMap { text -> [HTMLInline] in
      [
        .lineBreak(.left),
        .run(
          TextWrapping.wrapped(text, columns: 40),
          HTMLFont(size: 9, color: Palette.quiet)
        ),
      ]
    } + [.lineBreak(.left)]
  }

  private static func initials(_ name: String) -> String {
    let words = name.split { $0.isWhitespace || $0 == "-" }
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    return String(letters).uppercased()
  }
}
