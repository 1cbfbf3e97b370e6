import GraphModel
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "counts the columns of a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("Größe", 5), ("Нарышкин", 8), ("e\u{301}", 1), ("漢字", 4), ("한국", 4),
      ("😀", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("\u{200B}", 0), ("\u{301}", 0), ("\t", 0), ("Ａ", 2),
    ] as [(String, Int)]
  )
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
