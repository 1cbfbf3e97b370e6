import CaseModel

/// Makes the lines below a diagram: case, day, counts, and everything that is not drawn.
struct Footer {
  let view: CaseView
  let style: StyleSheet
  /// How much is drawn.
  let counts: String
  /// What the filter shows and the drawing does not.
  let omissions: [Omission]
  /// What else is to be said of this drawing.
  var remarks: [String] = []
  /// How to read the drawing, and where more is found.
  var guide =
    "Who says so: point at a line, or run backchannel claims ID --tree. Dates in brackets: "
    + "somewhere in this stretch."

  /// The footer as a label.
  var label: HTMLLabel {
    let rows = (sentences + remarks + [guide]).flatMap {
      CardParts.rows($0, columns: 130, lines: 4, style.detail)
    }
    return .table(
      HTMLTable([.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)], rows: rows)
    )
  }

  /// What is drawn and through which filter, then what is not drawn.
  var sentences: [String] {
    [
      ([view.index.content.info.id, day, counts] + filters).joined(separator: " · "),
      ([hidden] + Omission.sentences(omissions)).joined(separator: " · "),
    ]
  }

  /// No day of today, so that one case gives one drawing.
  private var day: String { view.filter.asKnown.map { "as known on \($0)" } ?? "as known today" }

  private var filters: [String] {
    var parts: [String] = []
    if let days = view.filter.happened { parts.append("happened within \(days)") }
    if let minimum = view.filter.minimum { parts.append("\(minimum) or stronger only") }
    if !view.filter.without.isEmpty { parts.append("without " + list(view.filter.without)) }
    if !view.filter.only.isEmpty { parts.append("only from " + list(view.filter.only)) }
    return parts
  }

  private func list(_ sources: Set<SourceID>) -> String {
    sources.sorted().map(\.rawValue).joined(separator: ", ")
  }

  private var hidden: String {
    guard view.hidden.total > 0 else { return "nothing hidden" }
    let reasons = HiddenCounts.Reason.allCases.filter { view.hidden[$0] > 0 }
      .map { "\(view.hidden[$0]) \($0.words)" }
    return "\(counted(view.hidden.total, "fact")) hidden (\(reasons.joined(separator: ", ")))"
  }
}

extension Footer {
  /// Makes the footer of a scene.
  init(scene: DiagramScene, view: CaseView, style: StyleSheet) {
    let facts = scene.lines.map(\.fact) + scene.events.map { FactID($0.id) }
    let claims = Set(facts.flatMap { view.assessment($0)?.claims ?? [] })
    let sources = Set(claims.compactMap { view.index.claims[$0]?.source })
    self.init(
      view: view,
      style: style,
      counts: [
        counted(scene.events.count, "event"), counted(scene.figures.count, "participant"),
        counted(claims.count, "claim"), counted(sources.count, "source"),
      ]
      .joined(separator: ", "),
      omissions: scene.omissions + scene.unmarkedChanges(view)
    )
    guard let comparison = scene.comparison else { return }
    remarks = comparison.asked.map { id in
      "Asked between the two days: \(id) \(view.index.questions[id]?.text ?? "")"
    }
    guide = "All changes as a list: backchannel diff \(comparison.from) \(comparison.to)"
  }
}
