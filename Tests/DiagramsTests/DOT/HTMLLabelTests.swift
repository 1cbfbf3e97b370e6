import Diagrams
import Testing

@Suite("HTML-like labels")
struct HTMLLabelTests {
  private func written(_ label: HTMLLabel) -> String {
    let text = DOTWriter.text(of: DOTGraph(id: "g", attributes: [.label: .html(label)]))
    return String(
      text.dropFirst("digraph \"g\" {\n  graph [\"label\"=".count).dropLast("];\n}\n".count)
    )
  }

  @Test("A table is written with its attributes by name, rules between rows and cells only")
  func table() {
    let table = HTMLTable(
      [.style([.rounded]), .border(1), .color("#0B5C8F"), .border(2), .cellspacing(0)],
      rows: [
        HTMLRow(
          [
            HTMLCell([.port("p 1"), .sides([.bottom, .left])], .text("a"), hasRuleBefore: true),
            HTMLCell([.balign(.left)], .text([.run("b"), .lineBreak(.left)]), hasRuleBefore: true),
          ],
          hasRuleAbove: true
        ),
        HTMLRow(
          [HTMLCell([.colspan(2)], .text("c", HTMLFont(size: 9, isBold: true)))],
          hasRuleAbove: true
        ),
      ]
    )
    #expect(
      written(.table(table)) == """
        <<TABLE BORDER="2" CELLSPACING="0" COLOR="#0B5C8F" STYLE="ROUNDED"><TR>\
        <TD PORT="x-p_201" SIDES="LB">a</TD><VR/><TD BALIGN="LEFT">b<BR ALIGN="LEFT"/></TD></TR>\
        <HR/><TR><TD COLSPAN="2"><FONT POINT-SIZE="9"><B>c</B></FONT></TD></TR></TABLE>>
        """
    )
  }

  @Test("A label that shows nothing is an empty text, as Graphviz takes no empty markup")
  func empty() throws {
    let labels: [HTMLLabel] = [.text([]), .text(""), .text("\u{1}\u{202E}")]
    for label in labels {
      #expect(written(label) == "\"\"")
      #expect(try EscapingTests.drawing([.label: .html(label)]).texts.isEmpty)
    }
  }

  @Test("Tables without rows, rows without cells and cells without text are drawn")
  func emptyParts() throws {
    let tables = [
      HTMLTable(rows: []), HTMLTable(rows: [HTMLRow([])]),
      HTMLTable(rows: [HTMLRow([HTMLCell([], .text("", HTMLFont(isBold: true)))])]),
    ]
    for table in tables {
      #expect(written(.table(table)) == "<<TABLE><TR><TD></TD></TR></TABLE>>")
      #expect(try EscapingTests.drawing([.label: .html(.table(table))]).texts.isEmpty)
    }
  }

  @Test("Numbers outside the range of Graphviz are moved into it")
  func ranges() {
    let cell = HTMLCell([
      .colspan(60_000), .rowspan(-1), .width(.max), .height(.min), .border(300),
    ])
    #expect(
      written(.table(HTMLTable(rows: [HTMLRow([cell])]))).contains(
        #"<TD BORDER="255" COLSPAN="100" HEIGHT="0" ROWSPAN="1" WIDTH="65535">"#
      )
    )
  }

  @Test("Attributes of the other element are left out")
  func elements() {
    let table = HTMLTable(
      [.colspan(2), .rowspan(2), .balign(.left), .cellborder(1)],
      rows: [HTMLRow([HTMLCell([.cellborder(1), .cellspacing(1), .balign(.right)])])]
    )
    #expect(
      written(.table(table))
        == #"<<TABLE CELLBORDER="1"><TR><TD BALIGN="RIGHT"></TD></TR></TABLE>>"#
    )
  }

  @Test("Tables nested without end are cut off and drawn")
  func nesting() throws {
    var label = HTMLLabel.text("inmost")
    for _ in 0..<1000 {
      label = .table(HTMLTable(rows: [HTMLRow([HTMLCell([], label)])]))
    }
    #expect(try EscapingTests.drawing([.label: .html(label)]).texts.isEmpty)
    #expect(written(label).split(separator: "<TABLE>").count == 17)
  }

  @Test("Every attribute is taken by the library without an error")
  func allAttributes() throws {
    let shared: [HTMLAttribute] = [
      .align(.right), .bgcolor("#FFEEDD"), .border(2), .cellpadding(3), .color("red"),
      .fixedsize(false), .height(30), .href("https://example.org/?a=1&b=2"), .id("cell-1"),
      .port("p"), .sides(Set(HTMLSide.allCases)), .style([.dashed, .rounded]), .target("_top"),
      .tooltip("tip"), .valign(.bottom), .width(40),
    ]
    let cell = HTMLCell(shared + [.balign(.left), .colspan(1), .rowspan(1)], .text("x"))
    let table = HTMLTable(shared + [.cellborder(1), .cellspacing(2)], rows: [HTMLRow([cell])])
    let svg = try EscapingTests.drawing([.label: .html(.table(table))])
    #expect(svg.tooltips.count { $0 == "tip" } == 2)
    #expect(svg.links.count { $0 == "https://example.org/?a=1&b=2" } == 2)
    #expect(svg.texts == ["x"])
  }
}
