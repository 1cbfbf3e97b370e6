import Diagrams
import Testing

@Suite("DOT writer")
struct DOTWriterTests {
  @Test("A graph is written in canonical form: quoted, attributes by name, statements in order")
  func canonicalForm() {
    let graph = DOTGraph(
      id: "case",
      attributes: [.rankdir: .keyword("LR"), .bgcolor: .keyword("#FFFFFF"), .pad: .number(0.3)],
      nodeDefaults: [.shape: .keyword("plain")],
      edgeDefaults: [.fontsize: .number(9), .arrowsize: .number(0.65)],
      statements: [
        .node("p2", [.label: .plain("Second")]),
        .subgraph(
          DOTSubgraph(
            id: "xx",
            attributes: [.label: .plain("Land X"), .style: .keyword("rounded,filled")],
            statements: [
              .node("p1", [.url: .url("#p1"), .id: .identifier("n-p1")]),
              .subgraph(
                DOTSubgraph(
                  id: "row",
                  isCluster: false,
                  attributes: [.rank: .keyword("same")],
                  statements: [.node("p2"), .node("p 3")]
                )
              ),
            ]
          )
        ),
        .edge("p1", "p2", [.lhead: .cluster("xx"), .label: .plain("met")]),
      ]
    )
    #expect(
      DOTWriter.text(of: graph) == """
        digraph "case" {
          graph ["bgcolor"="#FFFFFF", "pad"="0.3", "rankdir"="LR"];
          node ["shape"="plain"];
          edge ["arrowsize"="0.65", "fontsize"="9"];
          "p2" ["label"="Second"];
          subgraph "cluster_xx" {
            graph ["label"="Land X", "style"="rounded,filled"];
            "p1" ["URL"="#p1", "id"="n-p1"];
            subgraph "group_row" {
              graph ["rank"="same"];
              "p2";
              "x-p_203";
            }
          }
          "p1" -> "p2" ["label"="met", "lhead"="cluster_xx"];
        }

        """
    )
  }

  @Test("An undirected graph has undirected edges")
  func undirected() {
    let graph = DOTGraph(id: "g", isDirected: false, statements: [.edge("a", "b")])
    #expect(DOTWriter.text(of: graph) == "graph \"g\" {\n  \"a\" -- \"b\";\n}\n")
  }

  @Test("The same attributes give the same text in whatever order they were set")
  func order() {
    var forward: DOTAttributes = [:]
    var backward: DOTAttributes = [:]
    let all = DOTAttribute.allCases.filter { $0.accepts(.number(1)) }
    for attribute in all { forward[attribute] = .number(1) }
    for attribute in all.reversed() { backward[attribute] = .number(1) }
    let texts = [forward, backward].map { attributes in
      DOTWriter.text(of: DOTGraph(id: "g", attributes: attributes))
    }
    #expect(texts[0] == texts[1])
  }

  @Test(
    "A keyword with any character outside its set, or too long, is left out",
    arguments: [
      "", "a\"b", "a\\b", "a\nb", "<b>", "a;b", "a:b", "a=b", "é", "'", "&", "a\u{0}",
      String(repeating: "a", count: 129),
    ]
  )
  func keyword(keyword: String) {
    let graph = DOTGraph(id: "g", nodeDefaults: [.style: .keyword(keyword)])
    #expect(DOTWriter.text(of: graph) == "digraph \"g\" {\n  node;\n}\n")
    let font = HTMLFont(color: keyword)
    let label = HTMLLabel.text("x", font)
    #expect(
      DOTWriter.text(of: DOTGraph(id: "g", attributes: [.label: .html(label)]))
        == "digraph \"g\" {\n  graph [\"label\"=<x>];\n}\n"
    )
  }

  @Test(
    "Numbers are written exactly, whole ones without a fraction",
    arguments: [
      (1.0, "1"), (-0.0, "0"), (0.1, "0.1"), (1e300, "1e+300"), (-2.5, "-2.5"), (1e-7, "1e-07"),
    ]
  )
  func number(number: Double, written: String) {
    let graph = DOTGraph(id: "g", attributes: [.pad: .number(number)])
    #expect(DOTWriter.text(of: graph).contains("\"pad\"=\"\(written)\""))
  }

  @Test("A number that is none is left out", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(number: Double) {
    let graph = DOTGraph(id: "g", attributes: [.pad: .number(number)])
    #expect(!DOTWriter.text(of: graph).contains("pad"))
  }

  @Test("A label is cut at 200 characters and at 8 lines, a tooltip at 1,000 characters")
  func cuts() {
    func text(_ attributes: DOTAttributes, _ limits: DOTTextLimits = DOTTextLimits()) -> String {
      DOTWriter.text(of: DOTGraph(id: "g", attributes: attributes), limits: limits)
    }
    func xs(_ count: Int) -> String { String(repeating: "é", count: count) }
    #expect(text([.label: .plain(xs(200))]).contains("\"\(xs(200))\""))
    #expect(text([.label: .plain(xs(201))]).contains("\"\(xs(200))…\""))
    #expect(text([.label: .html(.text(xs(201)))]).contains("<\(xs(200))…>"))
    #expect(text([.tooltip: .tooltip(xs(1001))]).contains("\"\(xs(1000))…\""))
    let lines = Array(repeating: "l", count: 9).joined(separator: "\n")
    #expect(text([.label: .plain(lines)]).contains(#""l\nl\nl\nl\nl\nl\nl\nl…""#))
    let narrow = DOTTextLimits(labelCharacters: 3, labelLines: 1, tooltipCharacters: 2)
    #expect(text([.label: .plain("abcd")], narrow).contains("\"abc…\""))
    #expect(text([.tooltip: .tooltip("abc")], narrow).contains("\"ab…\""))
  }

  @Test("A pile of accents on one letter is cut too, a family emoji is not")
  func accents() {
    let pile = "a" + String(repeating: "\u{301}", count: 10_000)
    let graph = DOTGraph(id: "g", attributes: [.label: .plain(pile + "👨‍👩‍👧‍👦")])
    let text = DOTWriter.text(of: graph)
    #expect(text.utf8.count < 120)
    #expect(text.contains("👨‍👩‍👧‍👦"))
  }

  @Test("Subgraphs nested ten thousand deep are written without running out of stack")
  func deepNesting() {
    var inner = DOTSubgraph(id: "c", statements: [.node("n")])
    for _ in 0..<10_000 {
      inner = DOTSubgraph(id: "c", statements: [.subgraph(inner)])
    }
    let text = DOTWriter.text(of: DOTGraph(id: "g", statements: [.subgraph(inner)]))
    #expect(text.contains("\"n\";"))
    // Taking such a value apart recurses; do it level by level.
    while case .subgraph(let next)? = inner.statements.first {
      inner.statements = []
      inner = next
    }
  }

  @Test("Added attributes win over those that were there")
  func merging() {
    let base: DOTAttributes = [.color: .keyword("red"), .style: .keyword("bold")]
    let merged = base.merging([.color: .keyword("blue")])
    #expect(merged == [.color: .keyword("blue"), .style: .keyword("bold")])
    #expect(DOTAttributes().isEmpty)
    #expect(merged[.style] == .keyword("bold"))
  }
}
