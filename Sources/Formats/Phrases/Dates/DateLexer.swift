/// Cuts a phrase into the numbers, words and signs that dates are made of.
struct DateLexer {
  /// Lists the kinds of token.
  enum Token: Hashable {
    /// A date of which all parts stand together, such as `25.3.2018`.
    case compound(PartialDate)
    /// Two numbers and a year of which the first two may each be the day.
    case ambiguous(Int, Int, year: Int)
    case number(Int, digits: Int)
    case decade(Int)
    case word(DateWords.Meaning)
    case dash, comma, question, tilde
    /// A word that has no part in a date.
    case unknown(String)
  }

  /// Whether `3/4/2018` is 3 April; `nil` where nobody says.
  let isDayFirst: Bool?
  private var rest: Substring

  init(_ text: String, isDayFirst: Bool?) {
    self.isDayFirst = isDayFirst
    rest = text[...]
  }

  /// Returns the tokens of a text.
  static func tokens(of text: String, isDayFirst: Bool?) -> [Token] {
    var lexer = DateLexer(text, isDayFirst: isDayFirst)
    var tokens: [Token] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> Token? {
    while let character = rest.first {
      if character.isASCII, character.isNumber { return number() }
      if character.isLetter { return word() }
      rest.removeFirst()
      switch character {
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "/": return .dash
      case ",", ";": return .comma
      case "?": return .question
      case "~", "\u{2248}": return .tilde
      case "+", "&": return .word(.and)
      case ".", "'", "\u{2019}", "(", ")": continue
      case _ where character.isWhitespace: continue
      default: return .unknown(String(character))
      }
    }
    return nil
  }

  private mutating func word() -> Token {
    // "mid-June" is two words, "peut-être" is one.
    var word = rest.prefix { $0.isLetter || $0 == "-" }
    if word.contains("-"), DateWords.meaning(of: word) == nil {
      word = rest.prefix(while: \.isLetter)
    }
    if word.hasSuffix("-") { word = rest.prefix(while: \.isLetter) }
    rest = rest.dropFirst(word.count)
    if rest.first == "-", DateWords.meaning(of: word) == .part(2) { rest.removeFirst() }
    return DateWords.meaning(of: word).map(Token.word) ?? .unknown(String(word))
  }

  // MARK: - Numbers

  private mutating func number() -> Token {
    if let time = rest.prefixMatch(
      of: /\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[AaPp]\.?[Mm]\.?)?(Z|[+-]\d{2}:?\d{2})?/
    ) {
      rest = rest[time.range.upperBound...]
      return .word(.filler)
    }
    if let token = isoDate() ?? yearLast() { return token }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let value = Int(digits) else { return .unknown(String(digits)) }
    if digits.count == 4, let end = rest.prefixMatch(of: /'?s\b/) {
      rest = rest[end.range.upperBound...]
      return .decade(value)
    }
    if let end = rest.prefixMatch(of: /(st|nd|rd|th|er|re|e|º|ª|\.º|o)\b/) {
      rest = rest[end.range.upperBound...]
    }
    return .number(value, digits: digits.count)
  }

  /// Reads `2018-03-25`, `2018/3/25`, `2018.03.25`, `2018-03` or `20180325`.
  private mutating func isoDate() -> Token? {
    if let match = rest.prefixMatch(of: /(\d{4})([-\/.])(\d{1,2})\2(\d{1,2})(?!\d)(T(?=\d))?/) {
      rest = rest[match.range.upperBound...]
      return compound(match.1, match.3, match.4)
    }
    if let match = rest.prefixMatch(of: /(\d{4})(\d{2})(\d{2})(?!\d)/) {
      rest = rest[match.range.upperBound...]
      return compound(match.1, match.2, match.3)
    }
    if let match = rest.prefixMatch(of: /(\d{4})-(0[1-9]|1[0-2])(?![-\d])/) {
      rest = rest[match.range.upperBound...]
      return compound(match.1, match.2, nil)
    }
    return nil
  }

  /// Reads `25.3.2018`, `25.3.`, `25.3` before `-2.4.2018`, `3.2018`, `3/2018`, `3/25/2018` or
  /// `25-03-2018`.
  private mutating func yearLast() -> Token? {
    if let match = rest.prefixMatch(of: /(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/) {
      rest = rest[match.range.upperBound...]
      return compound(match.3, match.2, match.1)
    }
    if let match = rest.prefixMatch(of: /(\d{1,2})([-\/])(\d{1,2})\2(\d{4})(?!\d)/) {
      rest = rest[match.range.upperBound...]
      guard let first = Int(match.1), let second = Int(match.3), let year = Int(match.4) else {
        return nil
      }
      let dayFirst = PartialDate(year: year, month: second, day: first)
      let monthFirst = PartialDate(year: year, month: first, day: second)
      if let isDayFirst { return .compound(isDayFirst ? dayFirst : monthFirst) }
      if first == second || second > 12 { return .compound(monthFirst) }
      if first > 12 { return .compound(dayFirst) }
      return .ambiguous(first, second, year: year)
    }
    if let match = rest.prefixMatch(of: /(\d{1,2})[.\/](\d{4})(?!\d)/) {
      rest = rest[match.range.upperBound...]
      return compound(match.2, match.1, nil)
    }
    if let match = rest.prefixMatch(of: /(\d{1,2})\.(\d{1,2})\.(?!\d)/) {
      rest = rest[match.range.upperBound...]
      return compound(nil, match.2, match.1)
    }
    // The first day of "30.06-2.07.2019".
    if let match = rest.prefixMatch(
      of: /(\d{1,2})\.(\d{1,2})(?= ?[-–] ?\d{1,2}\. ?\d{1,2}\. ?\d{4})/
    ) {
      rest = rest[match.range.upperBound...]
      return compound(nil, match.2, match.1)
    }
    return nil
  }

  private func compound(_ year: Substring?, _ month: Substring, _ day: Substring?) -> Token {
    .compound(
      PartialDate(year: year.flatMap { Int($0) }, month: Int(month), day: day.flatMap { Int($0) })
    )
  }
}
