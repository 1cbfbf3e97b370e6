import GraphModel
import TestSupport
import Testing

@testable import QueryEngine

@Suite("Index of texts")
struct TextIndexTests {
  /// Short texts of few letters, so that many are alike; some of two, three and four bytes, some that
  /// share bytes, and a zero.
  private static let letters: [Unicode.Scalar] = [
    "a", "b", "c", " ", "\u{0}", "é", "è", "ж", "з", "Ω", "李", "杏", "\u{301}", "😀", "😁",
  ]

  private static func text(_ random: inout SeededGenerator, longest: Int = 12) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...longest, using: &random) {
      guard let letter = letters.randomElement(using: &random) else { continue }
      text.append(letter)
    }
    return String(text)
  }

  /// A text with one code point more, less or another, or the same.
  private static func edited(_ text: String, _ random: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = Int.random(in: 0...scalars.count, using: &random)
    let letter = letters.randomElement(using: &random) ?? "a"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: scalars.insert(letter, at: place)
    case 1 where place < scalars.count: scalars.remove(at: place)
    case 2 where place < scalars.count: scalars[place] = letter
    default: break
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test("Texts are within one edit exactly where their Levenshtein distance is 1 at most")
  func oneEdit() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5_000 {
      let one = Self.text(&random, longest: 4)
      let isNear = Bool.random(using: &random)
      let other = isNear ? Self.edited(one, &random) : Self.text(&random, longest: 4)
      let expected = TextDistanceFunctions.distance(one, other) <= 1
      #expect(TextQuery.oneEdit(other).matches(one) == expected, "\(one.debugDescription) \(other)")
    }
  }

  @Test("Searches find what looking through all texts finds, in order", arguments: 1...4)
  func searches(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var texts = (0..<400).map { _ in Self.text(&random, longest: 3) }
    for _ in 0..<400 { texts.append(Self.edited(texts.randomElement() ?? "", &random)) }
    for _ in 0..<400 { texts.append(Self.text(&random, longest: 20)) }
    let index = try #require(TextIndex(texts.enumerated().map { (UInt32($0), $1) }))
    let order = texts.indices.sorted { one, other in
      switch TextOrder.order(texts[one], texts[other]) {
      case .before: true
      case .after: false
      case .same: one < other
      }
    }
    for _ in 0..<300 {
      let text = Self.edited(texts.randomElement(using: &random) ?? "", &random)
      let near = order.filter { TextDistanceFunctions.distance(texts[$0], text) <= 1 }
      #expect(index.nodes(withinOneEditOf: text).map(Int.init) == near, "\(text.debugDescription)")
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: text.unicodeScalars.prefix(Int.random(in: 0...10, using: &random)))
      let wanted = String(prefix)
      let begun = order.filter { texts[$0].utf8.starts(with: wanted.utf8) }
      #expect(index.nodes(withPrefix: wanted).map(Int.init) == begun, "\(wanted.debugDescription)")
    }
  }

  @Test("An index of no text finds nothing")
  func empty() throws {
    let index = try #require(TextIndex([]))
    #expect(index.nodes(withPrefix: "").isEmpty)
    #expect(index.nodes(withinOneEditOf: "a").isEmpty)
  }
}
