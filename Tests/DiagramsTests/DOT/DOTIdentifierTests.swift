import Diagrams
import Testing

@Suite("DOT identifiers")
struct DOTIdentifierTests {
  @Test("A plain name stays as it is", arguments: ["p1", "n-p_1.2", "0", "node", "_", "-", "X-1"])
  func plain(name: String) {
    #expect(DOTIdentifier(name).text == name)
  }

  @Test(
    "Any other name gets a form of plain characters",
    arguments: [
      ("", "x-"), ("a b", "x-a_20b"), ("a\"b", "x-a_22b"), ("é", "x-_c3_a9"), ("x-a", "x-x_2da"),
      ("\u{0}\\", "x-_00_5c"), ("a_%", "x-a_5f_25"),
    ]
  )
  func encoded(name: String, text: String) {
    #expect(DOTIdentifier(name).text == text)
  }

  @Test("Different names have different forms")
  func injective() {
    let alphabet = ["", "x", "-", "_", "2", "0", " ", "é", "x-", "_20"]
    let names = Set(
      alphabet.flatMap { first in
        alphabet.flatMap { second in alphabet.map { first + second + $0 } }
      }
    )
    #expect(Set(names.map { DOTIdentifier($0).text }).count == names.count)
  }

  @Test("A name becomes the id of its element in SVG", arguments: ["p1", "a \"<b>", "x-y"])
  func inSVG(name: String) throws {
    let svg = try EscapingTests.drawing([.id: .identifier(name)])
    #expect(svg.ids.contains(DOTIdentifier(name).text))
  }
}
