/// Cuts a text that is no EDTF date into numbers and words and classes them by their part in one.
struct EDTFTokens {
  /// Holds one number or word.
  struct Token {
    /// One of `y` year, `n` two digits, `m` month or season, `q` quarter, `d` decade, `w` word.
    let kind: Character
    /// The text; short numbers are padded, names of months and seasons are replaced by numbers.
    let text: String
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let seasons = [
    "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
  ]
  private static let approximations: Set = ["c", "ca", "circa", "about", "around"]
  private static let fillers: Set = [
    "st", "nd", "rd", "th", "of", "the", "on", "in", "from", "to", "until", "between", "and",
  ]

  private(set) var tokens: [Token] = []
  /// Whether one of two dates is meant and none between them.
  private(set) var isChoice = false
  /// The qualifier that the signs and words of the text amount to.
  private(set) var qualifier = ""

  init(_ text: String) {
    for part in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      var rest = part
      while let first = rest.first {
        let run = rest.prefix { $0.isNumber == first.isNumber }
        if first.isNumber { append(number: run) } else { append(word: String(run)) }
        rest = rest[run.endIndex...]
      }
    }
    // "January 26, 2018" has a comma too.
    if text.contains(","), !tokens.contains(where: { $0.kind == "m" }) { isChoice = true }
    let signs: [String] = ["~", "?"].filter { text.contains($0) }
    if text.contains("%") || signs.count == 2 {
      qualifier = "%"
    } else if let sign = signs.first {
      qualifier = sign
    }
  }

  /// Whether the text holds a word that has no part in a date.
  var hasWords: Bool {
    tokens.contains { $0.kind == "w" && $0.text.count > 1 && $0.text.contains { $0 != "x" } }
  }

  /// Returns the kinds of tokens as one text.
  static func shape(_ tokens: ArraySlice<Token>) -> String { String(tokens.map(\.kind)) }

  /// Takes `20180130` and `201801` apart; other lengths stay what they are.
  private mutating func append(number: Substring) {
    let count = number.count
    switch count {
    case 1, 2: tokens.append(Token(kind: "n", text: count == 1 ? "0\(number)" : "\(number)"))
    case 4, 6, 8:
      tokens.append(Token(kind: "y", text: "\(number.prefix(4))"))
      if count > 4 { append(number: number.dropFirst(4).prefix(2)) }
      if count > 6 { append(number: number.suffix(2)) }
    default: tokens.append(Token(kind: "w", text: "\(number.prefix(1))"))
    }
  }

  private mutating func append(word: String) {
    switch word {
    case "or": isChoice = true
    case "s": tokens.append(Token(kind: "d", text: word))
    case "q", "quarter": tokens.append(Token(kind: "q", text: word))
    case _ where Self.approximations.contains(word): qualifier = "~"
    case _ where Self.fillers.contains(word): break
    default:
      let month = Self.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }
      if let season = Self.seasons[word] {
        tokens.append(Token(kind: "m", text: season))
      } else if let month, word.count >= 3 {
        tokens.append(Token(kind: "m", text: month < 9 ? "0\(month + 1)" : "\(month + 1)"))
      } else {
        tokens.append(Token(kind: "w", text: word))
      }
    }
  }
}
