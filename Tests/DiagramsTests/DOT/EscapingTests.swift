import Diagrams
import Testing

@Suite("Text in drawings, through the real library")
struct EscapingTests {
  /// Texts that mean something to DOT, HTML-like labels, XML or C, and ordinary ones of all kinds.
  static let texts = [
    "plain",
    "\"quoted\" and 'single'",
    "ends in a quote\"",
    "back\\slash",
    "ends in a backslash\\",
    "two at the end\\\\",
    "quote after backslash\\\" x",
    "\\N \\G \\E \\T \\H \\L \\n \\l \\r \\x",
    "&eacute; &#65; &amp; &lt; &unknown; & ; R&D",
    "<b>bold</b> <TABLE> <!-- x -->",
    "]]> <![CDATA[ x ]]>",
    "<not html>",
    "{a|b} <port>",
    "a -> b; // comment /* x */ # y",
    "%3 %s %n",
    "Анна Ивановна Пример",
    "مثال تجريبي",
    "例え話 한국어 中文",
    "👨‍👩‍👧‍👦 🇪🇺 ✔ ≈ ✘",
    "e\u{301}cole",
    "non\u{A0}breaking",
    "]", "]]", "[", "-", "!", "&", "\\", "'",
    "node", "graph", "edge", "subgraph", "strict",
  ]

  static func drawing(_ attributes: DOTAttributes, limits: DOTTextLimits = DOTTextLimits()) throws
    -> ParsedSVG
  {
    let graph = DOTGraph(id: "g", statements: [.node("n", attributes)])
    let dot = DOTWriter.text(of: graph, limits: limits)
    let svg = try GraphvizContext().layout(dot: dot, engine: .dot, format: .svg)
    return try #require(ParsedSVG(svg), "not well-formed: \(String(decoding: svg, as: UTF8.self))")
  }

  @Test("A plain label shows its text unchanged", arguments: texts)
  func plainLabel(text: String) throws {
    let svg = try Self.drawing([.label: .plain(text)])
    #expect(svg.shown == text.replacing("\u{A0}", with: " "))
  }

  @Test("An HTML-like label shows its text unchanged, in a run and in a cell", arguments: texts)
  func htmlLabel(text: String) throws {
    let expected = text.replacing("\u{A0}", with: " ")
    let font = HTMLFont(size: 9.5, color: "#112233", isBold: true, isItalic: true)
    #expect(try Self.drawing([.label: .html(.text(text, font))]).shown == expected)
    let table = HTMLTable(rows: [HTMLRow([HTMLCell([.border(0)], .text(text))])])
    #expect(try Self.drawing([.label: .html(.table(table))]).shown == expected)
  }

  @Test("A label beside a node shows its text unchanged", arguments: texts)
  func outerLabel(text: String) throws {
    let svg = try Self.drawing([.label: .plain(""), .xlabel: .plain(text)])
    #expect(svg.shown == text.replacing("\u{A0}", with: " "))
  }

  @Test("A tooltip shows its text unchanged", arguments: texts + ["two\nlines"])
  func tooltip(text: String) throws {
    #expect(try Self.drawing([.tooltip: .tooltip(text)]).tooltips == [text])
  }

  @Test("A tooltip of a cell shows its text unchanged", arguments: texts + ["two\nlines"])
  func cellTooltip(text: String) throws {
    let cell = HTMLCell([.tooltip(text), .href("#a")], .text("x"))
    let svg = try Self.drawing([.label: .html(.table(HTMLTable(rows: [HTMLRow([cell])])))])
    #expect(svg.tooltips.contains(text), "tooltips: \(svg.tooltips)")
  }

  @Test("Labels and tooltips of edges and clusters show their text unchanged", arguments: texts)
  func edgesAndClusters(text: String) throws {
    let graph = DOTGraph(
      id: "g",
      nodeDefaults: [.label: .plain("")],
      statements: [
        .subgraph(
          DOTSubgraph(
            id: "c",
            attributes: [.label: .plain(text), .tooltip: .tooltip(text)],
            statements: [.node("a"), .node("b")]
          )
        ),
        .edge(
          "a",
          "b",
          [.label: .plain(text), .headlabel: .plain(text), .edgetooltip: .tooltip(text)]
        ),
      ]
    )
    let svg = try #require(
      ParsedSVG(
        try GraphvizContext().layout(
          dot: DOTWriter.text(of: graph),
          engine: .dot,
          format: .svg
        )
      )
    )
    let shown = svg.texts.map { $0.replacing("\u{A0}", with: " ") }
    #expect(shown == Array(repeating: text.replacing("\u{A0}", with: " "), count: 3))
    #expect(svg.tooltips.filter { $0 == text }.count >= 2, "tooltips: \(svg.tooltips)")
  }

  @Test("A newline starts a line in plain and HTML-like labels")
  func newlines() throws {
    #expect(
      try Self.drawing([.label: .plain("one\ntwo\r\nthree")]).texts == ["one", "two", "three"]
    )
    let html = HTMLLabel.text([.run("one\ntwo"), .lineBreak(.left), .run("three")])
    #expect(try Self.drawing([.label: .html(html)]).texts == ["one", "two", "three"])
  }

  @Test("Spaces in runs and at edges survive in HTML-like labels")
  func spaces() throws {
    let svg = try Self.drawing([.label: .html(.text("  a   b "))])
    #expect(svg.shown == "  a   b ")
  }

  @Test("A text that is both a plain and an HTML-like label is shown as each")
  func interning() throws {
    let markup = "<B>x</B>"
    let graph = DOTGraph(
      id: "g",
      statements: [
        .node("a", [.label: .plain(markup)]),
        .node("b", [.label: .html(.text("x", HTMLFont(isBold: true)))]),
        .node("c", [.label: .plain("\"\(markup)"), .tooltip: .tooltip(markup)]),
      ]
    )
    let svg = try #require(
      ParsedSVG(
        try GraphvizContext().layout(
          dot: DOTWriter.text(of: graph),
          engine: .dot,
          format: .svg
        )
      )
    )
    #expect(svg.texts == [markup, "x", "\"\(markup)"])
  }

  @Test("A text of 100 kB is shown whole when the limits allow it")
  func longText() throws {
    let text = String(repeating: "long \\ & <text> \"", count: 6000)
    let limits = DOTTextLimits(labelCharacters: 200_000, tooltipCharacters: 200_000)
    let svg = try Self.drawing([.label: .plain(text), .tooltip: .tooltip(text)], limits: limits)
    #expect(svg.shown == text)
    #expect(svg.tooltips == [text])
  }

  @Test("Every control character and bidirectional override is kept out of the drawing")
  func controls() throws {
    let scalars = (0...0x9F).filter { $0 < 0x20 || $0 > 0x7E } + Array(0x202A...0x202E)
    let noise = String(
      String.UnicodeScalarView(
        (scalars + Array(0x2066...0x2069) + [0xFFFE, 0xFFFF])
          .filter { ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85].contains($0) }
          .compactMap { Unicode.Scalar($0 as Int) }
      )
    )
    let text = "a" + noise + "b" + noise
    #expect(try Self.drawing([.label: .plain(text)]).texts == ["ab"])
    #expect(try Self.drawing([.label: .html(.text(text))]).texts == ["ab"])
    #expect(try Self.drawing([.tooltip: .tooltip(text)]).tooltips == ["ab"])
  }

  @Test("No byte string in the place of a text gives broken XML or an error")
  func randomText() throws {
    var generator = SplitMix(state: 2026)
    let alphabet = Array("\\\\\"\"<>&;nNlrGETHL#x41{}|[]' \n\t-éЖ例😀").map(String.init)
    for _ in 0..<150 {
      let text = (0..<Int.random(in: 1...24, using: &generator))
        .map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }.joined()
      let table = HTMLTable([.tooltip(text), .href("#\(text)")], rows: [HTMLRow([HTMLCell()])])
      _ = try Self.drawing([
        .label: .plain(text), .tooltip: .tooltip(text), .url: .url("https://a/" + text),
        .xlabel: .html(.table(table)), .id: .identifier(text), .shape: .keyword(text),
      ])
      _ = try Self.drawing([.label: .html(.text(text)), .class: .keyword(text)])
    }
  }
}

/// A generator that gives the same numbers every time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
