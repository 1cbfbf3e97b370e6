import Diagrams
import Testing

@Suite("SVG document")
struct SVGDocumentTests {
  private func cleaned(_ document: String) -> String {
    String(decoding: SVGDocument.cleaned(Array(document.utf8)), as: UTF8.self)
  }

  @Test("What Graphviz says about itself is gone and the drawing is the same")
  func fromLibrary() throws {
    let graph = DOTGraph(
      id: "g",
      statements: [
        .node("a", [.label: .plain("<!-- kept --> ]]> <?kept?>"), .tooltip: .tooltip("-->")]),
        .edge("a", "b", [.url: .url("https://example.org/?a=1&b=2")]),
      ]
    )
    let raw = try GraphvizContext().layout(
      dot: DOTWriter.text(of: graph),
      engine: .dot,
      format: .svg
    )
    let cleaned = SVGDocument.cleaned(raw)
    let text = String(decoding: cleaned, as: UTF8.self)
    #expect(text.hasPrefix("<svg "))
    #expect(text.hasSuffix("</svg>\n"))
    #expect(!text.contains("<!") && !text.contains("<?") && !text.contains("Generated"))
    #expect(!text.contains("\n\n"))
    let (before, after) = (try #require(ParsedSVG(raw)), try #require(ParsedSVG(cleaned)))
    #expect(after.texts == before.texts)
    #expect(after.tooltips == before.tooltips)
    #expect(after.links == before.links)
    #expect(after.elements == before.elements)
    #expect(SVGDocument.cleaned(cleaned) == cleaned)
  }

  @Test(
    "Only prolog, instructions and comments go",
    arguments: [
      ("<?xml version=\"1.0\"?>\n<svg/>\n", "<svg/>\n"),
      ("<!DOCTYPE svg [<!ENTITY a \"]>\">]>\n<svg/>", "<svg/>"),
      ("<svg><!-- a > b -- --><g/><!----></svg>", "<svg><g/></svg>"),
      ("<svg a='<!-- x -->' b=\"'>\"/>", "<svg a='<!-- x -->' b=\"'>\"/>"),
      ("<s><![CDATA[<!-- x --> > ]]></s>", "<s><![CDATA[<!-- x --> > ]]></s>"),
      ("<svg>\n<!-- a -->\n<!-- b -->\n<g/>\n</svg>", "<svg>\n<g/>\n</svg>"),
      ("<svg>é<!-- é --></svg>", "<svg>é</svg>"),
      ("", ""), ("text", "text"), ("<", "<"), ("<svg", "<svg"), ("<!-- open", ""),
      ("<a b='", "<a b='"), ("<![CDATA[ x", "<![CDATA[ x"), ("a<!-->-->b", "ab"),
    ]
  )
  func pieces(document: String, expected: String) {
    #expect(cleaned(document) == expected)
  }
}
