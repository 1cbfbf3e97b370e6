import CaseModel
import Testing

@testable import Diagrams

@Suite("Cards of a diagram")
struct CardTests {
  @Test(
    "Badges show the first and the last initial, in any script",
    arguments: [
      ("Anna Ahorn", "AA"), ("Maria del Carmen Ibáñez", "MI"), ("O'Brien", "O"), ("anna", "A"),
      ("Пётр Иванов", "ПИ"), ("架空 太郎", "架太"), ("🤖", "•"), ("", "•"), ("ß", "S"),
      ("Anna (the spy)", "AS"),
    ]
  )
  func initials(name: String, expected: String) {
    #expect(FigureCards.initials(name) == expected)
  }

  @Test("Long texts end with an ellipsis on the last line that is shown")
  func wrapping() {
    let text = String(repeating: "word ", count: 50)
    let lines = CardParts.wrapped(text, columns: 20, lines: 3)
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix("…") == true)
    #expect(lines.dropLast().allSatisfy { !$0.contains("…") })
    #expect(CardParts.wrapped("short", columns: 20, lines: 3) == ["short"])
    #expect(CardParts.wrapped("", columns: 20, lines: 3).isEmpty)
  }

  @Test("What belongs together stands at one height, and meetings run down in natural order")
  func verticalOrder() {
    var fixture = SceneFixture()
    fixture.content.events = []
    fixture.content.participations = []
    fixture.content.attributes = []
    fixture.meeting("M1", ["anna", "boris"])
    fixture.meeting("M2", ["arno", "boris"])
    fixture.meeting("M3", ["arno", "bruno"])
    let order = VerticalOrder(DiagramScene(fixture.view())) { _ in 1 }
    #expect(
      order.sorted(["M3", "arno", "M1", "bruno", "M2", "anna", "boris"]) == [
        "anna", "M1", "boris", "M2", "arno", "M3", "bruno",
      ]
    )
  }
}
