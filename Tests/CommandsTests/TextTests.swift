import GraphModel
import Testing

@testable import Commands

@Suite("Text for terminals")
struct TextTests {
  @Test("Lines break between words and never exceed the width", arguments: 1...24)
  func wrap(width: Int) {
    let text = "Who met whom, 誰が会った and антидисестаблишментарианизм 👩‍👩‍👧 said so"
    let lines = TextWrap.lines(text, width: width)
    // A wide character needs two columns even where there is only one.
    #expect(lines.allSatisfy { $0.displayWidth <= max(2, width) }, "\(lines)")
    let joined = lines.joined().filter { $0 != " " }
    #expect(joined == text.filter { $0 != " " })
  }

  @Test("Columns of characters: combining marks none, wide ones two")
  func displayWidth() {
    #expect("abc".displayWidth == 3)
    #expect("e\u{301}".displayWidth == 1)
    #expect("会議".displayWidth == 4)
    #expect("Нарышкин".displayWidth == 8)
    #expect("👍🏽".displayWidth == 2)
    #expect("\u{200B}".displayWidth == 0)
    #expect("●◐○✗⊘".displayWidth == 5)
  }

  @Test("A table fits its width as long as its words do")
  func layout() {
    let rows = [["one two three four five", "six seven eight"], ["nine", "ten eleven twelve"]]
    for width in 20...60 {
      let widths = TableLayout(titles: ["A", "B"], rows: rows, width: width).widths
      #expect(widths.reduce(TableLayout.gap, +) <= width)
    }
    let wide = TableLayout(titles: ["A", "B"], rows: rows, width: 200).widths
    #expect(wide == [23, 17], "a column is not wider than its content")
  }

  @Test("Control characters and marks that turn text around become visible")
  func printable() {
    #expect(PlainText.printable("a\u{1B}[2Jb") == "a\\u{1B}[2Jb")
    #expect(PlainText.printable("a\u{202E}b\u{85}") == "a\\u{202E}b\\u{85}")
    #expect(PlainText.printable("a\tb\nc", keepingLines: false) == "a b c")
    #expect(PlainText.printable("Ünïcödé 会議") == "Ünïcödé 会議")
  }
}
