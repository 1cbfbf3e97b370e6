import CaseModel

/// Makes the labels of events.
struct EventCards {
  let view: CaseView
  let style: StyleSheet
  /// The event that the diagram is about.
  let focus: EventID?
  /// What changed, in a drawing that marks it.
  var comparison: DiagramComparison?

  /// Returns the label of an event.
  ///
  /// - Parameter remarks: What else is to be said of it.
  func card(_ event: Event, remarks: [String] = []) -> HTMLLabel {
    let fact = FactID(event.id)
    let isStatement = event.type == .statement
    let isQuiet = comparison.map { $0.changes[fact] == nil } ?? false
    let plain = style[isStatement ? .statement : .event]
    let look = isQuiet ? plain.quiet(style) : plain
    let stroke = style.line(view.status(fact))
    let parts = CardParts(style: style)
    let title = HTMLFont(
      size: style.sizes.name,
      color: isQuiet ? style.quiet.hex : style.ink.hex,
      isBold: !isStatement && !isQuiet,
      isItalic: isStatement
    )
    let status = HTMLFont(size: style.sizes.detail, color: stroke.color.hex, isBold: true)
    return CardParts.frame(
      badge: parts.badge(Self.sign(event.type), look, isRound: isStatement),
      rows: CardParts.rows(event.title, columns: 32, lines: 4, title)
        + parts.captions(captions(event))
        + ([StatusMark(view: view).sentence(fact)] + (comparison?.captions(fact) ?? []))
        .flatMap { CardParts.rows($0, columns: 42, lines: 3, status) }
        + parts.captions(remarks),
      [.border(border(event, look))] + look.frame(stroke)
    )
  }

  private func border(_ event: Event, _ look: NodeStyle) -> Int {
    let isMarked = event.id == focus || comparison?.changes[FactID(event.id)] != nil
    return isMarked ? 4 : look.border
  }

  private func captions(_ event: Event) -> [String?] {
    let date = date(event)
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
      return view.index.name(id) + noted([mark, change(attribute)])
    }
  }

  private func date(_ event: Event) -> String {
    guard let date = view.date(of: event.id) else { return "date not known" }
    let attribute = view.attributes(of: event.id).first { $0.value == .date(date) }
    return date.shortDisplay + noted([attribute.flatMap(change)])
  }

  private func noted(_ notes: [String?]) -> String {
    let notes = notes.compactMap(\.self)
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }

  /// What of an event changed otherwise than the event itself.
  private func change(_ attribute: Attribute) -> String? {
    guard let comparison, let change = comparison.changes[attribute.id],
      change != comparison.changes[FactID(attribute.event)]
    else { return nil }
    return change.mark
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
