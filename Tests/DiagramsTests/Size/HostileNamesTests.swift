import CaseModel
import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Hostile texts in every look")
struct HostileNamesTests {
  static let texts = [
    #"quotes " ' and \N \G \" \\"#, "<b>markup</b> & &amp; ]]> --> <!--", "two\nlines\r\nthree",
    "null\u{0}byte\u{1}\u{7}", "right\u{202E}to\u{2066}left", "", "{|}<f0>",
    String(repeating: "x", count: 100_000), String(repeating: "\n", count: 100_000),
    "e" + String(repeating: "\u{301}", count: 3000), "\u{FFFE}\u{FFFF}",
    String(decoding: [0x61, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80], as: UTF8.self),
    "架空太郎左衛門之助 🕵🏽‍♀️ عبد الرحمن",
  ]

  /// A case in which every text is the given one.
  private static func fixture(_ text: String) -> SceneFixture {
    var fixture = SceneFixture()
    fixture.content.info = CaseInfo(id: text, title: text, summary: text)
    fixture.content.entities = fixture.content.entities.map { entity in
      Entity(
        id: entity.id,
        type: entity.type,
        name: text,
        names: [Name(text: text, kind: .acronym)],
        isUnnamed: entity.isUnnamed
      )
    }
    fixture.content.events = fixture.content.events.map { event in
      Event(id: event.id, type: event.type, title: text)
    }
    return fixture
  }

  @Test("No text breaks a drawing of names, dots or groups", arguments: texts)
  func drawings(text: String) throws {
    let view = Self.fixture(text).view()
    let scene = DiagramScene(view)
    let drawings = [
      Drawing.fitting(scene, view: view, look: .pills),
      Drawing.fitting(scene, view: view, look: .dots),
      Drawing.contacts(ContactMap(view, fold: .country), view: view),
      Drawing.contacts(ContactMap(view, fold: .community(["anna": 0, "boris": 1])), view: view),
    ]
    for drawing in drawings {
      let svg = try drawing.svg()
      #expect(svg.count < 300_000)
      let parsed = try #require(ParsedSVG(svg))
      #expect(Set(parsed.elements).isDisjoint(with: ["script", "image", "b", "foreignObject"]))
      let (arranged, _) = drawing.arranged(try drawing.measured(), keeping: [:])
      #expect(ParsedSVG(try arranged.svg()) != nil)
    }
  }

  @Test(
    "Image maps, plain lines and JSON hold hostile texts as text",
    arguments: [LayoutFormat.cmapx, .json, .json0, .xdotJSON]
  )
  func formats(format: LayoutFormat) throws {
    let view = Self.fixture(#"<b onmouseover="x">"' & \"#).view()
    let drawing = Drawing.fitting(DiagramScene(view), view: view, look: .pills)
    let bytes = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: DOTWriter.text(of: drawing.graph), engine: drawing.engine, format: format)
    if format == .cmapx {
      #expect(ParsedSVG(bytes)?.attributes.contains("onmouseover") == false)
    } else {
      #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil)
    }
  }
}
