/// Makes names of people: some given names and surnames are common, most are rare.
struct NameMaker {
  private let given: [String]
  private let surnames: [String]
  private let givenRanks = RankDraw(count: 2_000, exponent: 0.7, shift: 5)
  private let surnameRanks = RankDraw(count: 20_000, exponent: 0.7, shift: 20)

  init(_ random: inout SplitMix) {
    given = Self.words(2_000, syllables: 2, &random)
    surnames = Self.words(20_000, syllables: 3, &random)
  }

  /// Returns a name.
  func name(_ random: inout SplitMix) -> String {
    given[givenRanks.draw(&random)] + " " + surnames[surnameRanks.draw(&random)]
  }

  private static func words(_ count: Int, syllables: Int, _ random: inout SplitMix) -> [String] {
    var words: [String] = []
    var seen: Set<String> = []
    while words.count < count {
      var word = ""
      for _ in 0..<(1 + random.below(syllables)) {
        word += onsets[random.below(onsets.count)] + vowels[random.below(vowels.count)]
        word += codas[random.below(codas.count)]
      }
      word = word.prefix(1).uppercased() + word.dropFirst()
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  private static let onsets = [
    "b", "ch", "d", "dr", "f", "g", "j", "k", "kh", "l", "m", "n", "p", "r", "s", "sh", "st", "t",
    "v", "zh", "ç", "ł",
  ]
  private static let vowels = ["a", "ai", "e", "i", "ia", "o", "u", "ö", "é"]
  private static let codas = ["", "", "", "n", "r", "l", "s", "k", "m", "t", "v"]
}
