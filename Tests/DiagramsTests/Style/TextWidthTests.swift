import Testing

@testable import Diagrams

@Suite("Widths of texts")
struct TextWidthTests {
  @Test("Widths are those of Helvetica, a little more")
  func ascii() {
    // Liberation Sans gives 33.34 for the word at 12 points.
    let width = TextWidth.points("Hello,", size: 12)
    #expect((29.0...33).contains(width), "\(width)")
    #expect(TextWidth.points("~", size: 1000) == 584 * 1.04)
    #expect(TextWidth.points("", size: 12) == 0)
  }

  @Test("Bold is wider, wide characters take a whole square, marks nothing")
  func others() {
    #expect(TextWidth.points("a", size: 10, isBold: true) > TextWidth.points("a", size: 10))
    #expect(TextWidth.points("架空", size: 10) >= 20)
    #expect(TextWidth.points("🛰️", size: 10) >= 10)
    #expect(TextWidth.points("e\u{301}", size: 10) < TextWidth.points("ee", size: 10) * 1.2)
  }
}
