import CaseModel

/// Makes the label above a drawing of names or dots: the heading of cards, and what stands below
/// those, for only one engine can put words below.
struct CompactHeading {
  let scene: DiagramScene
  let view: CaseView
  let style: StyleSheet
  let look: DrawingLook

  var title: String { legend.title }

  var label: HTMLLabel {
    var footer = Footer(scene: scene, view: view, style: style)
    footer.remarks += guide
    return Self.stacked([legend.heading, footer.label])
  }

  private var legend: Legend { Legend(scene: scene, view: view, style: style) }

  private var guide: [String] {
    switch look {
    case .cards, .pills:
      [
        "Lines have no words here: point at one to read who says so. A line ends where it has a "
          + "point, and otherwise passes beneath."
      ]
    case .dots:
      [
        "Circles are participants, diamonds events; a full diamond is confirmed, a hollow one is "
          + "not. Larger dots have more lines; the best connected participants have names."
      ]
    }
  }

  static func stacked(_ labels: [HTMLLabel]) -> HTMLLabel {
    .table(
      HTMLTable(
        [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(2)],
        rows: labels.map { HTMLRow([HTMLCell([.align(.left)], $0)]) }
      )
    )
  }

  /// The page of every drawing that springs spread out.
  static func page(_ style: StyleSheet) -> DOTAttributes {
    [
      .id: .identifier("case"), .labelloc: .keyword("t"), .labeljust: .keyword("l"),
      .bgcolor: .color(style.ground), .fontname: style.fonts.value, .pad: .number(0.3),
      .outputorder: .keyword("edgesfirst"),
    ]
  }
}
