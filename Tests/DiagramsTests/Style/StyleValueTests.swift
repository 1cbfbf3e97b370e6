import Testing

@testable import Diagrams

@Suite("Values of style sheets")
struct StyleValueTests {
  @Test("Colours are six hexadecimal digits and nothing else")
  func colors() {
    #expect(Color(hex: "#1f2933") == Color(0x1F2933))
    #expect(Color(hex: "#1f2933")?.hex == "#1F2933")
    #expect(Color(0x00000A).hex == "#00000A")
    for text in ["", "#", "1F2933", "#1F293", "#1F29333", "#1F293G", "red", "#+12345", "#12345\""] {
      #expect(Color(hex: text) == nil, "\(text)")
    }
  }

  @Test("Contrast is that of WCAG")
  func contrast() {
    #expect(Color(0).contrast(on: Color(0xFFFFFF)) == 21)
    #expect(abs(Color(0x767676).contrast(on: Color(0xFFFFFF)) - 4.54) < 0.01)
    #expect(Color(0x123456).contrast(on: Color(0x123456)) == 1)
  }

  @Test(
    "Nothing that could leave the attribute passes for the name of a font",
    arguments: [
      "", "a\"b", "a'b", "a<b", "a>b", "a&b", "a,b", "a;b", "a\\b", "a\nb", " a", "a ", "a  b",
      "-a", "Ärial", String(repeating: "a", count: 41),
    ]
  )
  func fonts(name: String) {
    #expect(FontList([name]) == nil)
    #expect(FontList(["Arial", name]) == nil)
  }

  @Test("Common font names pass, in the order given")
  func fontNames() {
    let families = ["Noto Sans CJK JP", "DejaVu Sans", "sans-serif", "Source Sans 3"]
    #expect(FontList(families)?.families == families)
    #expect(FontList([]) == nil)
    #expect(FontList([String](repeating: "A", count: 13)) == nil)
  }
}
