import Diagrams
import Testing

@Suite("DOT vocabulary")
struct DOTAttributeTests {
  @Test("No attribute that reads a file or brings foreign markup can be named")
  func noFiles() {
    let forbidden = [
      "image", "imagepath", "shapefile", "fontpath", "stylesheet", "_background", "fontnames",
      "imagescale", "layerselect", "src", "comment",
    ]
    let names = Set(DOTAttribute.allCases.map { $0.rawValue.lowercased() })
    #expect(names.isDisjoint(with: forbidden))
  }

  @Test("Every attribute takes the values of one kind of place only")
  func places() {
    let values: [[DOTValue]] = [
      [.plain("x"), .html(.text("x"))], [.tooltip("x")], [.url("#x")],
      [.keyword("x"), .number(1)], [.identifier("x")], [.cluster("x")],
    ]
    for attribute in DOTAttribute.allCases {
      let accepted = values.map { $0.map(attribute.accepts) }
      #expect(accepted.count { $0.allSatisfy(\.self) } == 1, "\(attribute)")
      #expect(accepted.count { $0.contains(true) } == 1, "\(attribute)")
    }
  }

  @Test(
    "Attributes whose text the library interprets take no constant",
    arguments: DOTAttribute.allCases
  )
  func interpreted(attribute: DOTAttribute) {
    let name = attribute.rawValue.lowercased()
    if name.hasSuffix("tooltip") { #expect(attribute.accepts(.tooltip(""))) }
    if name.hasSuffix("url") || name.hasSuffix("href") { #expect(attribute.accepts(.url(""))) }
    if name.hasSuffix("label") { #expect(attribute.accepts(.plain(""))) }
  }

  @Test("The library knows every attribute's name and takes a harmless value without a word")
  func known() throws {
    let graph = DOTGraph(
      id: "g",
      attributes: [.label: .plain("t"), .tooltip: .tooltip("t"), .url: .url("#t")],
      statements: [
        .node("a", [.xlabel: .plain("x"), .id: .identifier("i"), .group: .identifier("g")]),
        .edge("a", "b", [.headport: .identifier("n"), .edgetooltip: .tooltip("e")]),
      ]
    )
    let dot = DOTWriter.text(of: graph)
    #expect(try !GraphvizContext().layout(dot: dot, engine: .dot, format: .svg).isEmpty)
  }
}
