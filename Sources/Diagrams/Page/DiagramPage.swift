/// Makes the graph around the nodes and lines of a diagram: page, heading and footer.
struct DiagramPage {
  let style: StyleSheet
  /// The title of the document.
  let title: String
  /// What stands above the drawing.
  let heading: HTMLLabel
  /// What stands below it.
  let footer: HTMLLabel

  /// Returns the graph.
  ///
  /// - Parameter more: Further attributes of the graph, such as how hard the engine tries.
  func graph(_ statements: [DOTStatement], _ more: DOTAttributes = [:]) -> DOTGraph {
    let body = DOTSubgraph(
      id: "whole",
      isCluster: true,
      attributes: [
        // Clusters inherit the id of the graph.
        .id: .identifier("body"), .label: .html(footer), .labelloc: .keyword("b"),
        .labeljust: .keyword("l"), .peripheries: .number(0), .tooltip: .tooltip(""),
        .margin: .number(10),
      ],
      statements: statements
    )
    return DOTGraph(
      id: "case",
      title: title,
      isDirected: true,
      attributes: page.merging([.label: .html(heading), .tooltip: .tooltip(title)]).merging(more),
      nodeDefaults: [
        .shape: .keyword("plain"), .fontname: style.fonts.value,
        .fontsize: .number(style.sizes.name),
      ],
      edgeDefaults: [
        .fontname: style.fonts.value, .fontsize: .number(style.sizes.detail),
        .arrowsize: .number(0.65),
      ],
      statements: [.subgraph(body)]
    )
  }

  private var page: DOTAttributes {
    [
      .id: .identifier("case"), .labelloc: .keyword("t"), .labeljust: .keyword("l"),
      .bgcolor: .color(style.ground), .fontname: style.fonts.value,
      .nodesep: .number(0.16), .ranksep: .number(0.42), .pad: .number(0.3),
      .rankdir: .keyword("LR"), .outputorder: .keyword("edgesfirst"),
      .splines: .keyword("true"),
    ]
  }
}
