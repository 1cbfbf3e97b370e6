import CaseModel
import Testing

/// Makes the same numbers from the same seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("EDTF and hostile input")
struct EDTFHostileInputTests {
  /// Reads a text and checks what holds for every outcome.
  private func check(_ text: String) {
    do {
      let edtf = try EDTF(text)
      let again = try EDTF(edtf.text)
      #expect(again == edtf, "\(text.debugDescription)")
    } catch {
      #expect((0...text.utf8.count).contains(error.byteOffset), "\(text.debugDescription)")
      #expect(!error.message.isEmpty && !error.remedy.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test("Random bytes never stop the program")
  func randomBytes() {
    var generator = SeededGenerator(state: 2018)
    for _ in 0..<10_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Random rows of the pieces of dates never stop the program")
  func randomPieces() {
    let pieces = [
      "2018", "-", "/", "..", "[", "]", "{", ",", "X", "01", "30", "21", "99", "?", "~", "%", "T",
      "10:00:00", "Z", "+", " ", "Q1", "Jan", "or", "c.", "s", "Y", "0", "-0000", "é", "９", "½",
      "\u{301}", "\u{0}", "st", "99999999", "spring",
    ]
    var generator = SeededGenerator(state: 31)
    for _ in 0..<10_000 {
      let count = Int.random(in: 1...12, using: &generator)
      check((0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined())
    }
  }

  @Test(
    "Repetition to the limit and beyond is refused",
    arguments: ["[", "2018,", "-", "X", "9", "é", "Jan "]
  )
  func repetition(piece: String) {
    for count in [EDTF.maximumByteCount / piece.utf8.count, 100_000] {
      let text = String(repeating: piece, count: count)
      #expect(throws: EDTFError.self) { try EDTF(text) }
      check(text)
    }
  }
}
