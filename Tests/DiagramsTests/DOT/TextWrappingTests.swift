import Diagrams
import GraphModel
import Testing

@Suite("Text wrapping")
struct TextWrappingTests {
  @Test(
    "Lines break at spaces and inside words only when they are too wide",
    arguments: [
      ("", 5, ""),
      ("one two three", 7, "one two\nthree"),
      ("one two three", 13, "one two three"),
      ("one two three", 3, "one\ntwo\nthr\nee"),
      ("abcdefgh ij", 3, "abc\ndef\ngh\nij"),
      ("a\n\nb c", 1, "a\n\nb\nc"),
      ("  a   b  ", 10, "a b"),
      ("日本語日本語", 4, "日本\n語日\n本語"),
      ("日本", 1, "日\n本"),
      ("e\u{301}e\u{301} e\u{301}", 2, "e\u{301}e\u{301}\ne\u{301}"),
      ("😀😀 a", 4, "😀😀\na"),
      ("abc", 0, "a\nb\nc"),
      ("abc", -1, "a\nb\nc"),
    ]
  )
  func wrapping(text: String, columns: Int, wrapped: String) {
    #expect(TextWrapping.wrapped(text, columns: columns) == wrapped)
  }

  @Test(
    "Width counts two for wide characters and nothing for marks",
    arguments: [
      ("", 0), ("abc", 3), ("Анна", 4), ("مثال", 4), ("例え", 4), ("한국", 4), ("😀", 2), ("👨‍👩‍👧‍👦", 2),
      ("🇪🇺", 2), ("e\u{301}", 1), ("\u{301}", 0), ("\u{200B}", 0), ("❤\u{FE0F}", 2), ("✔", 1),
      ("Ａ", 2),
    ]
  )
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test("No line is wider than asked and no word is lost, for any text")
  func invariants() {
    var generator = SplitMix(state: 7)
    let alphabet = Array("ab  \né日😀\u{301}")
    for columns in 2...12 {
      for _ in 0..<50 {
        let text = String((0..<40).map { _ in alphabet.randomElement(using: &generator) ?? " " })
        let wrapped = TextWrapping.wrapped(text, columns: columns)
        #expect(
          wrapped.split(separator: "\n").allSatisfy {
            $0.displayWidth <= columns
          },
          "\(text.debugDescription) at \(columns)"
        )
        #expect(wrapped.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
      }
    }
  }
}
