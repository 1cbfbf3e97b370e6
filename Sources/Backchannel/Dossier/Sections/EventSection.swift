import CaseModel

extension DossierContent {
  /// Every event: what is said of it and by which side.
  var eventSection: DossierSection {
    DossierSection(
      name: "events",
      title: "Events",
      count: selection.events.count,
      blocks: selection.events.isEmpty
        ? [.paragraph("No events.")] : selection.events.map(record)
    )
  }

  private func record(_ event: Event) -> Block {
    let parts = view.participations(in: event.id)
    let attributes = view.attributes(of: event.id)
    var rows = [row(FactID(event.id), [.strong("It took place")], isWhole: true)]
    rows += parts.map { row($0.id, participant($0)) }
    rows += attributes.map { row($0.id, attribute($0)) }
    var blocks: [Block] = []
    let when = view.date(of: event.id)
    var kind = Prose.words(event.type.rawValue) + ", "
    kind += (when.map { .date($0.display) } ?? "date not known") + ". "
    kind += status(FactID(event.id)) + "."
    blocks.append(.paragraph(kind))
    if let note = event.note { blocks.append(.paragraph(.text(note))) }
    blocks.append(
      .table(
        Table(
          "\(event.id): who took part, when, where and about what, and what each side says",
          ["What is said", "Status", "Each side", "Origins", "Known since", "Claims"],
          rows: rows
        )
      )
    )
    return .record(
      .fact(FactID(event.id)),
      heading: .text(event.id.rawValue) + " " + .text(event.title),
      blocks
    )
  }

  private func row(_ fact: FactID, _ what: [Prose], isWhole: Bool = false) -> Table.Row {
    let assessment = view.assessment(fact)
    let claims = assessment?.claims ?? []
    return Table.Row(
      // The whole is told by the record itself.
      anchor: isWhole ? nil : .fact(fact),
      cells: [
        .lines(what), .line(status(fact)), .lines(sides(fact)),
        .lines((assessment?.origins ?? []).map(name)),
        .lines(assessment?.knownSince.map { [.date($0.shortDisplay)] } ?? []),
        .lines(claims.isEmpty ? ["nobody says anything"] : [.claims(claims)]),
      ]
    )
  }

  private func participant(_ part: Participation) -> [Prose] {
    var line = name(part.participant)
    if part.role != "participant" { line += " as " + .text(part.role) }
    if case .unknown(_, let side?) = part.participant { line += " (" + name(side) + ")" }
    if let question = part.question { line += ", asked by " + .question(question) }
    return [line] + [part.note].compactMap { $0.map(Prose.text) }
  }

  private func attribute(_ attribute: Attribute) -> [Prose] {
    switch attribute.value {
    case .date(let date): ["When: " + .date(date.display)] + basis(date)
    case .place(let place): ["Where: " + .text(index.name(place))]
    case .topic(let topic): ["About: " + .text(index.name(topic))]
    case .subject(let event):
      ["About: " + .event(event) + " " + .text(index.events[event]?.title ?? "")]
    }
  }
}
