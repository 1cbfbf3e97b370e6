import Formats

/// Makes tables that are read row by row on a narrow screen.
struct PageTable {
  let parts: PageParts

  func node(_ table: Table) -> HTML.Node {
    .tag(
      .table,
      content: [
        .tag(.caption, .dir(.auto), text: table.caption),
        .tag(
          .thead,
          content: [
            .tag(.tr, content: table.columns.map { .tag(.th, .scope("col"), text: $0) })
          ]
        ),
      ] + table.groups.map { group($0, columns: table.columns) }
    )
  }

  private func group(_ group: Table.Group, columns: [String]) -> HTML.Node {
    var rows: [HTML.Node] = []
    if let heading = group.heading {
      rows.append(
        .tag(
          .tr,
          .class("group"),
          content: [
            .tag(
              .th,
              .scope("rowgroup"),
              .columnSpan(columns.count),
              content: parts.line(heading)
            )
          ]
        )
      )
    }
    rows += group.rows.map { row($0, columns: columns) }
    return .element(.tbody, id(group.anchor), rows)
  }

  private func row(_ row: Table.Row, columns: [String]) -> HTML.Node {
    .element(
      .tr,
      id(row.anchor),
      zip(columns, row.cells).enumerated().map { position, cell in
        let attributes: [HTML.Attribute] = position == 0 ? [.scope("row")] : [.dataLabel(cell.0)]
        return .element(position == 0 ? .th : .td, attributes, content(cell.1))
      }
    )
  }

  private func id(_ anchor: Anchor?) -> [HTML.Attribute] { anchor.map { [.id($0.text)] } ?? [] }

  private func content(_ cell: Table.Cell) -> [HTML.Node] {
    switch cell {
    case .bar(let bar): bar.map { [PageTable.axis($0)] } ?? []
    case .lines(let lines) where lines.count == 1: parts.line(lines[0])
    case .lines(let lines):
      lines.map { .tag(.span, .class("line"), content: parts.line($0)) }
    }
  }

  /// A stretch of the axis; the date itself stands in another cell.
  private static func axis(_ bar: TimeScale.Bar) -> HTML.Node {
    let marks: [HTML.Node] = [
      rect("axis", start: 0, width: 100, top: 5, height: 1),
      rect(
        bar.isDay ? "day" : "stretch",
        start: bar.start,
        width: bar.end - bar.start,
        top: 1,
        height: 9
      ),
    ]
    return .tag(
      .svg,
      .class("bar"),
      .viewBox("0 0 100 11"),
      .preserveAspectRatio("none"),
      .isHiddenFromReaders,
      content: marks
    )
  }
  private static func rect(
    _ name: String,
    start: Double,
    width: Double,
    top: Double,
    height: Double
  ) -> HTML.Node {
    .element(
      .rect,
      [
        .class(name), .number("x", start), .number("y", top), .number("width", width),
        .number("height", height),
      ],
      []
    )
  }
}
