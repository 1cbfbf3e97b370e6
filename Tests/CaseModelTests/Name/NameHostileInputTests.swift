import CaseModel
import Testing

@Suite("Hostile names")
struct NameHostileInputTests {
  static let texts = [
    "", " ", "\u{0}", "\u{7}\u{8}\u{1B}[31m", "\u{301}", "\u{301}\u{301} \u{20DD}", "\u{200F}",
    "\u{202E}\u{2066}", "...", "'", "’’’", "-", "of", "the of the", "Dr.", "Mr. Mrs.", "a", "1",
    "👍🏽", "👩‍👩‍👧‍👦", "\u{FFFD}\u{FFFF}\u{10FFFF}", "\u{E000}", "ß", "ʹ", "ﷺ", "a b c d e f g",
    "יִשְׂרָאֵל", "e" + String(repeating: "\u{301}", count: 5_000),
    String(repeating: "x", count: 1_000_000), String(repeating: "я ", count: 500_000),
    String(repeating: "习", count: 100_000), String(repeating: "a ", count: 10_000),
    String(repeating: "\u{202E}", count: 100_000) + "Jane Roe", "%s%n{}\\\"<&>", "\r\n",
  ]

  @Test("No query crashes, and those without letters find nobody")
  func queries() {
    for query in Self.texts {
      let search = NameIndexTests.index.find(query)
      _ = NameIndexTests.index.resolve(query)
      if !query.unicodeScalars.prefix(256).contains(where: \.properties.isAlphabetic) {
        #expect(search.matches.isEmpty || query == "1", "\(query.prefix(20))")
      }
    }
  }

  @Test("Any text can be indexed and is found by itself, if anything of it is visible")
  func names() {
    let index = NameIndex(Self.texts.enumerated().map { IndexedName(id: $0, text: $1) })
    for (id, text) in Self.texts.enumerated() where text.unicodeScalars.count <= 256 {
      let found = index.find(text, exactOnly: true).matches.map(\.id)
      let isEmpty = NameKeys(text).exact.isEmpty
      #expect(found.contains(id) != isEmpty, "\(text.debugDescription)")
    }
  }

  @Test("Random scalars neither crash nor make results depend on the run")
  func random() {
    var generator = SplitMix(seed: 20_180_131)
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        let ceiling: UInt32 = Bool.random(using: &generator) ? 0x530 : 0x2_FFFF
        let value = UInt32.random(in: 0..<ceiling, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      let index = NameIndex([IndexedName(id: 1, text: text), IndexedName(id: 2, text: "Jane Roe")])
      #expect(index.find(text) == index.find(text))
      #expect(index.resolve("Jane Roe") != .none(candidates: []))
    }
  }
}

/// Yields the same numbers for the same seed.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
