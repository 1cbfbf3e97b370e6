import CaseModel
import Formats

/// Makes the bar by which a reader sees at once how much of the whole is confirmed.
struct PageCounts {
  private let counts: DossierCounts

  init(_ counts: DossierCounts) { self.counts = counts }

  var node: HTML.Node {
    .tag(
      .section,
      .class("honesty"),
      .label("How well supported this is"),
      content: [bar, .tag(.dl, content: counts.rows.flatMap(row))]
    )
  }

  private func row(_ row: DossierCounts.Row) -> [HTML.Node] {
    var name: [HTML.Node] = []
    if let sign = row.sign {
      name.append(
        .tag(
          .span,
          .class("mark " + (row.status?.rawValue ?? "unsourced")),
          content: [.tag(.span, .class("sign"), .isHiddenFromReaders, text: sign + " ")]
        )
      )
    }
    return [
      .tag(
        .div,
        content: [
          .tag(.dt, content: name + [.text(row.name)]), .tag(.dd, text: String(row.count)),
        ]
      )
    ]
  }

  /// A segment for each status, as wide as its share; the numbers below say the same.
  private var bar: HTML.Node {
    let total = Double(max(1, counts.facts.map(\.count).reduce(0, +)))
    var start = 0.0
    let segments = counts.facts.filter { $0.count > 0 }.map { status, count -> HTML.Node in
      let width = Double(count) * 1000 / total
      defer { start += width }
      return .element(
        .rect,
        [
          .class("share " + (status?.rawValue ?? "unsourced")), .number("x", start),
          .number("y", 0), .number("width", width), .number("height", 10),
        ],
        []
      )
    }
    return .tag(
      .svg,
      .class("shares"),
      .viewBox("0 0 1000 10"),
      .preserveAspectRatio("none"),
      .isHiddenFromReaders,
      content: segments
    )
  }
}
