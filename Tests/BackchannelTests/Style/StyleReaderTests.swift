import Backchannel
import Diagrams
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Style sheets from files")
struct StyleReaderTests {
  private func read(_ text: String) throws -> StyleSheet {
    try StyleLibrary.read(Array(text.utf8), file: "mine.yaml")
  }

  private func faults(_ text: String) -> [Diagnostic] {
    do {
      _ = try read(text)
      return []
    } catch {
      return (error as? BackchannelError)?.diagnostics ?? []
    }
  }

  @Test("The file of the light sheet says what the program draws by default")
  func light() throws {
    let bytes = Array(
      try Data(contentsOf: Repository.root.appending(path: "data/styles/light.yaml"))
    )
    #expect(try StyleLibrary.read(bytes, file: "light.yaml") == .light)
  }

  @Test("A sheet states only what differs from the one it extends")
  func extends() throws {
    let sheet = try read(
      """
      name: mine
      extends: print
      fonts: Noto Sans
      nodes: {person: {fill: none, corners: square, label: somebody}}
      lines: {denied: {color: "#aa0000", width: 3.5}}
      """
    )
    let print = try #require(try StyleLibrary.sheet(named: "print"))
    var expected = print
    expected.name = "mine"
    expected.fonts = try #require(FontList(["Noto Sans"]))
    expected[.person].isRounded = false
    expected[.person].meaning = "somebody"
    expected[.denied].color = Color(0xAA0000)
    expected[.denied].width = 3.5
    #expect(sheet == expected)
  }

  @Test("JSON is read, too")
  func json() throws {
    let sheet = try read(##"{"name": "mine", "sizes": {"title": 24}, "page": {"ink": "#000000"}}"##)
    #expect(sheet.sizes.title == 24)
    #expect(sheet.ink == Color(0))
  }

  @Test(
    "What is wrong is told with its place, and what may have been meant",
    arguments: [
      ("lines: {denid: {width: 2}}", "1:9", "denied"),
      ("lines: {denied: {colour: \"#000000\"}}", "1:18", "color"),
      ("lines: {denied: {pattern: doted}}", "1:27", "dotted"),
      ("lines: {denied: {arrowhead: te}}", "1:29", "tee"),
      ("extends: prin", "1:10", "print"), ("nods: {}", "1:1", "nodes"),
    ]
  )
  func suggestions(text: String, place: String, candidate: String) {
    let fault = faults(text).first
    #expect(fault?.candidates.first == candidate)
    #expect(fault?.position.map { "\($0.line):\($0.column)" } == place)
    #expect(fault?.file == "mine.yaml")
    #expect(fault?.remedy != nil)
  }

  @Test(
    "A value out of range or of a wrong form is refused",
    arguments: [
      "page: {ground: red}", "page: {ground: \"#FFF\"}", "page: {ground: \"#FFFFFF;\"}",
      "page:\n  ground: #FFFFFF\n  ink: \"#000000\"", "page: {ground: none}",
      "lines: {denied: {width: 0}}", "lines: {denied: {width: 9}}",
      "lines: {denied: {width: wide}}", "lines: {denied: {width: nan}}",
      "lines: {denied: {width: inf}}",
      "sizes: {name: 5}", "sizes: {name: 200}", "nodes: {person: {border: 9}}",
      "nodes: {person: {badge: gold}}", "fonts: []\nsizes: {name: 1}",
      "fonts: [\"a\\\" onload=\\\"x\"]", "fonts: \"Arial, Helvetica\"", "fonts: [a, b<c]",
      "name: \"\"", "lines: {denied: {label: \"\(String(repeating: "x", count: 81))\"}}",
      "categories: [red]", "just text", "",
    ]
  )
  func refused(text: String) {
    let found = faults(text)
    #expect(!found.isEmpty)
    for fault in found { #expect(fault.remedy != nil, "\(fault.message)") }
  }

  @Test("Statuses that differ in colour alone are refused")
  func lookAlikes() {
    let text = """
      lines:
        reported: {pattern: dotted, width: 2.2, color: "#FF0000"}
      """
    #expect(
      faults(text).map(\.message) == [
        "the lines 'reported' and 'unconfirmed' differ in colour alone"
      ]
    )
  }

  @Test("The schema lists the members and the words that the reader knows")
  func schema() throws {
    let url = Repository.root.appending(path: "data/schema/style.schema.json")
    let schema = try JSONReader.read(Array(try Data(contentsOf: url))).json
    func keys(_ value: JSONValue?) -> [String] {
      guard case .object(let members) = value?["properties"] else { return [] }
      return members.map(\.key)
    }
    func words(_ value: JSONValue?) -> [String] {
      guard case .array(let elements) = value?["enum"] else { return [] }
      return elements.compactMap { if case .string(let word) = $0 { word } else { nil } }
    }
    let parts = schema["$defs"]
    #expect(keys(schema["properties"]?["nodes"]) == NodeKind.allCases.map(\.rawValue))
    #expect(keys(schema["properties"]?["lines"]) == LineKind.allCases.map(\.rawValue))
    #expect(words(schema["properties"]?["extends"]) == StyleLibrary.names)
    #expect(
      words(parts?["line"]?["properties"]?["arrowhead"]) == ArrowShape.allCases.map(\.rawValue)
    )
    #expect(words(parts?["pattern"]) == LinePattern.allCases.map(\.rawValue))
    #expect(
      words(parts?["node"]?["properties"]?["badge"]) == NodeStyle.Badge.allCases.map(\.rawValue)
    )
    // Every member of the schema is one the reader takes: none of these is unknown to it.
    for (name, members) in [("node", "person"), ("line", "denied")] {
      for key in keys(parts?[name]) {
        let text = "\(name)s: {\(members): {\(key): []}}"
        #expect(!faults(text).contains { $0.code == .unknownKey }, "\(key)")
      }
    }
  }

  @Test("The shipped sheets are valid by the schema")
  func valid() throws {
    let folder = Repository.root.appending(path: "data/styles")
    switch try SchemaValidator.judge(folder, by: "data/schema/style.schema.json") {
    case .valid: break
    case .skipped(let reason): print("Skipped: \(reason)")
    case .invalid(let text): Issue.record("\(text)")
    }
  }
}
