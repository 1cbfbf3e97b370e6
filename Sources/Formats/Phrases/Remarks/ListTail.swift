/// Cuts what follows a list of people from the list: "A and B | to discuss trade | in Erbil".
struct ListTail {
  /// The list.
  let list: String
  /// What follows it, each part with the preposition in front.
  let parts: [[String]]

  init(_ words: some Collection<String>) {
    let words = Array(words)
    var cuts: [Int] = []
    var depth = 0
    for index in words.indices {
      depth += words[index].count { $0 == "(" } - words[index].count { $0 == ")" }
      if depth == 0, index > 0, Self.cuts(words, at: index, cuts.last) { cuts.append(index) }
    }
    let ends = cuts.dropFirst() + [words.count]
    list = words[..<(cuts.first ?? words.count)].joined(separator: " ").withoutTrailingComma
    parts = zip(cuts, ends).map { Array(words[$0..<$1]) }
  }

  private static func cuts(_ words: [String], at index: Int, _ last: Int?) -> Bool {
    let key = words[index].lowercased().withoutTrailingComma
    if last != nil {
      // Inside of a tail only a date, or a topic behind a place, begins another part.
      guard words[index - 1].hasSuffix(",") || key == "to" || key == "regarding" else {
        return false
      }
      return key == "regarding"
        || key == "to" && index + 1 < words.count
          && ["discuss", "review", "negotiate"].contains(words[index + 1].lowercased())
    }
    // "Met with President Tito July 9"
    if DateWords.month(key) != nil, index + 1 < words.count,
      words[index + 1].first?.isNumber == true
    {
      return true
    }
    guard words[index].first?.isLowercase == true else { return false }
    if always.contains(key) { return true }
    let before = words[index - 1].lowercased()
    switch key {
    case "to", "for":
      // "Envoy for Syria", "Ambassador to the UN" are titles.
      let isTitle = [
        "envoy", "representative", "ambassador", "secretary", "adviser", "minister",
        "coordinator", "advisor", "commissioner", "envoys", "delegate",
      ].contains(before)
      return !isTitle
    default: return false
    }
  }

  private static let always: Set = [
    "regarding", "concerning", "about", "on", "during", "while", "en", "at", "in", "as", "before",
    "after", "following", "prior", "by", "who", "where", "when", "because", "aboard", "amid",
    "from",
    "over", "under", "between", "that", "which", "whose", "upon", "into", "since", "without",
    "held",
    "near", "against",
  ]
}

extension String {
  /// The text without a comma at its end.
  var withoutTrailingComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
