import CaseModel
import TestSupport
import Testing

@testable import Diagrams

@Suite("Labels in every script")
struct ScriptTests {
  private static let names = [
    "Пересветов-Оболенский Александр", "عبد الرحمن بن خالد آل سعود", "架空太郎左衛門之助長政",
    "김가상 국가정보원 특별보좌관", "שלמה בן־דוד הכהן", "Νικηφόρος Θεοτοκόπουλος", "🕵🏽‍♀️ 🛰️ 🇺🇳", "अर्जुन कल्पनाकुमार शर्मा",
    "ผู้ช่วยรัฐมนตรีสมมติ", "Nguyễn Thị Ánh Hồng Tưởng Tượng",
  ]

  private func fixture() -> SceneFixture {
    var fixture = SceneFixture()
    var names = Self.names.makeIterator()
    fixture.content.entities = fixture.content.entities.map { entity in
      guard entity.type == .person, let name = names.next() else { return entity }
      return Entity(id: entity.id, type: .person, name: name, isUnnamed: entity.isUnnamed)
    }
    return fixture
  }

  private func boxes(_ dot: String, _ engine: LayoutEngine) throws -> [TextBoxes.Box] {
    let bytes = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: dot, engine: engine, format: .svg)
    return TextBoxes(SVGDocument.cleaned(bytes)).boxes
  }

  @Test("Names of ten scripts stand in a drawing as written, and cover nothing")
  func cards() throws {
    let boxes = try boxes(fixture().dot(), .dot)
    let shown = boxes.map(\.text).joined(separator: " ")
    for word in ["Пересветов", "عبد", "架空太郎", "Θεοτοκόπουλος"] {
      #expect(shown.contains(word), "\(word)")
    }
    let pairs = TextBoxes.overlaps(boxes)
    #expect(pairs.isEmpty, "\(pairs.prefix(5))")
  }

  @Test("So they do in a timeline")
  func timeline() throws {
    let drawing = fixture().timeline(.person)
    let pairs = TextBoxes.overlaps(try boxes(DOTWriter.text(of: drawing.graph), drawing.engine))
    #expect(pairs.isEmpty, "\(pairs.prefix(5))")
  }

  @Test("Cells with wide characters have room for them, whatever fonts are installed")
  func wide() throws {
    let font = HTMLFont(size: 12)
    func width(_ text: String) -> Int? {
      let cell = CardParts.rows(text, columns: 26, lines: 1, font).first?.cells.first
      return cell?.attributes.lazy.compactMap {
        if case .width(let points) = $0 { points } else { nil }
      }
      .first
    }
    #expect(try #require(width("架空太郎")) >= 48)
    #expect(width("Anna") == nil)
  }

  @Test("Text without spaces breaks where the line is full, and wide characters count two")
  func wrapping() {
    let lines = CardParts.wrapped("架空太郎左衛門之助長政", columns: 10, lines: 4)
    #expect(lines == ["架空太郎左", "衛門之助長", "政"])
  }
}
