import CaseModel

/// Makes the labels of events.
struct EventCards {
  let view: CaseView
  let style: StyleSheet
  /// The event that the diagram is about.
  let focus: EventID?

  /// Returns the label of an event.
  func card(_ event: Event) -> HTMLLabel {
    let isStatement = event.type == .statement
    let look = style[isStatement ? .statement : .event]
    let stroke = style.line(view.status(FactID(event.id)))
    let parts = CardParts(style: style)
    let title = HTMLFont(
      size: style.sizes.name,
      color: style.ink.hex,
      isBold: !isStatement,
      isItalic: isStatement
    )
    let status = HTMLFont(size: style.sizes.detail, color: stroke.color.hex, isBold: true)
    return CardParts.frame(
      badge: parts.badge(Self.sign(event.type), look, isRound: isStatement),
      rows: CardParts.rows(event.title, columns: 32, lines: 4, title)
        + parts.captions(captions(event))
        + CardParts.rows(
          StatusMark(view: view).sentence(FactID(event.id)),
          columns: 42,
          lines: 3,
          status
        ),
      [.border(event.id == focus ? 4 : look.border)] + look.frame(stroke)
    )
  }

  private func captions(_ event: Event) -> [String?] {
    let date = view.date(of: event.id)?.shortDisplay ?? "date not known"
    let places = names(event) { if case .place(let id) = $0 { id } else { nil } }
    let topics = names(event) { if case .topic(let id) = $0 { id } else { nil } }
    return [
      "\(event.id) · \(event.type.rawValue.lowercased()) · \(date)",
      places.isEmpty ? nil : "in " + places.joined(separator: " · "),
      topics.isEmpty ? nil : "about " + topics.joined(separator: " · "),
    ]
  }

  /// Names of places or topics, each with a mark where it is weaker than the event itself.
  private func names(_ event: Event, _ pick: (Attribute.Value) -> EntityID?) -> [String] {
    view.attributes(of: event.id).sorted { $0.id < $1.id }.compactMap { attribute in
      guard let id = pick(attribute.value) else { return nil }
      let mark = StatusMark(view: view).weakness(attribute.id, than: FactID(event.id))
      return view.index.name(id) + (mark.map { " (\($0))" } ?? "")
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
}
