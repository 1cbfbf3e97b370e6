import CaseModel

extension TimelineDrawing {
  /// The graph around what is drawn.
  var page: DOTGraph {
    let heading = Heading(style: style, title: title, subtitle: subtitle, samples: legend)
    return DOTGraph(
      id: "case",
      title: title,
      isDirected: true,
      attributes: [
        .id: .identifier("case"), .label: .html(heading.label), .tooltip: .tooltip(title),
        .labelloc: .keyword("t"), .labeljust: .keyword("l"), .bgcolor: .color(style.ground),
        .fontname: style.fonts.value, .pad: .number(0.3), .splines: .keyword("line"),
        .outputorder: .keyword("nodesfirst"), .maxiter: .number(1),
      ],
      nodeDefaults: [
        .shape: .keyword("plain"), .fontname: style.fonts.value,
        .fontsize: .number(style.sizes.name),
      ],
      edgeDefaults: [.fontname: style.fonts.value, .fontsize: .number(style.sizes.detail)],
      statements: canvas.statements
    )
  }

  private var title: String {
    let names = scope.centres.map { centre in
      switch centre {
      case .entity(let id): view.index.name(id)
      case .event(let id): "\(id) \(view.index.events[id]?.title ?? "")"
      }
    }
    return names.isEmpty
      ? "Timeline: \(view.index.content.info.title)"
      : "Timeline of \(names.joined(separator: ", "))"
  }

  private var subtitle: String {
    let info = view.index.content.info
    return scope == .whole ? info.summary ?? "" : "From the case: \(info.title)"
  }

  private var legend: [[LegendSample]] {
    let marks = LegendMarks(view: view, style: style)
    let facts = scene.participations.map(\.id) + scene.events.map { FactID($0.id) }
    let dates = scene.lanes.flatMap(\.items).compactMap(\.date?.bounds)
    var signs: [LegendSample] = []
    if dates.contains(where: { $0.onlyDay != nil }) {
      signs.append(.sign("■ □", "on this day"))
    }
    if dates.contains(where: { $0.earliest != nil && $0.latest != nil && $0.onlyDay == nil }) {
      signs.append(.sign("[ ]", "somewhere in this stretch"))
    }
    if dates.contains(where: { $0.earliest == nil || $0.latest == nil }) {
      signs.append(.sign("← →", "open end: no first or last day is known"))
    }
    return [
      marks.statuses(Set(facts.map(view.status))) + marks.conflicts(facts),
      signs + marks.cards([], scene.events),
    ]
  }

  /// What stands below.
  var footer: Footer {
    let facts = scene.participations.map(\.id) + scene.events.map { FactID($0.id) }
    let claims = Set(facts.flatMap { view.assessment($0)?.claims ?? [] })
    return Footer(
      view: view,
      style: style,
      counts: [
        counted(scene.events.count, "event"),
        counted(Set(scene.participations.map(\.figureID)).count, "participant"),
        counted(claims.count, "claim"),
        "\(scene.undated.count) without a date",
      ]
      .joined(separator: ", "),
      omissions: scene.omissions
    )
  }
}
