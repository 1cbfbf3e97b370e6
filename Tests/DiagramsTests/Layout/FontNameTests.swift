import TestSupport
import Testing

@testable import Diagrams

@Suite("Fonts asked for by the name that is found")
struct FontNameTests {
  private static let families = FontList.sans.families.joined(separator: ",")

  /// Drawings whose letters all have the families of drawings, and such that also have others.
  private static let statements: [(what: String, text: String)] = [
    ("one node", "a [label=\"Ada\"]"),
    ("cuts and sizes", "a [label=<x<B>b</B><I>i</I><FONT POINT-SIZE=\"9\">◐</FONT>>]"),
    ("lines and parts", "subgraph s { label=\"s\" a -- b [label=\"ab\"] }"),
    ("another family for a node", "a; b [fontname=\"Courier\"]"),
    ("another family for lines", "edge [fontname=\"Courier\"] a -- b [label=\"ab\"]"),
    ("another family for a part", "subgraph s { node [fontname=\"Times\"] a }"),
    ("another family in a label", "a [label=<x<FONT FACE=\"DejaVu Sans\">y</FONT>>]"),
    ("names of families as text", "a [label=\"Liberation Sans, DejaVu Sans, Arial\"]"),
    ("an attribute as text", "a [label=\"font-family=\\\"Liberation Sans,\\\"\"]"),
  ]

  private static func dot(_ statements: String) -> String {
    """
    graph "g" {
      graph [fontname="\(families)"] node [fontname="\(families)"] edge [fontname="\(families)"]
      \(statements)
    }
    """
  }

  @Test(
    "A process that asks by the found name draws what the families give",
    arguments: statements.map(\.what),
    [LayoutFormat.svg, .png]
  )
  func sameDrawing(what: String, format: LayoutFormat) throws {
    let statements = try #require(Self.statements.first { $0.what == what }?.text)
    let dot = Self.dot(statements)
    let apart = try LayoutProcess(executable: try builtExecutable())
      .layout(dot: dot, engine: .dot, format: format)
    let here = try GraphvizContext().layout(dot: dot, engine: .dot, format: format)
    #expect(apart == here, "\(what) as \(format)")
  }

  @Test("The document names the families, not the one that this machine has")
  func families() throws {
    let bytes = try LayoutProcess(executable: try builtExecutable())
      .layout(dot: Self.dot("a [label=\"Ada\"]"), engine: .dot, format: .svg)
    let document = String(decoding: bytes, as: UTF8.self)
    #expect(document.contains("font-family=\"\(Self.families)\""))
    #expect(document.split(separator: "font-family").count == 2)
  }
}
