/// Guesses what a text that is no EDTF date was meant to say.
///
/// A form is offered only if the parser reads it, so the guesses may be bold.
struct EDTFSuggestion {
  /// The orders in which the tokens of one date make year, month and day, by their kinds.
  private static let dateOrders: [String: [[Int]]] = [
    "y": [[0]], "yn": [[0, 1]], "ym": [[0, 1]], "ny": [[1, 0]], "my": [[1, 0]],
    "ynn": [[0, 1, 2], [0, 2, 1]], "ymn": [[0, 1, 2]], "nmy": [[2, 1, 0]], "mny": [[2, 0, 1]],
    "nny": [[2, 1, 0], [2, 0, 1]],
  ]

  /// The orders for two dates of which the first leaves out what it shares with the second.
  private static let pairOrders: [String: [[Int]]] = [
    "nnmy": [[3, 2, 0], [3, 2, 1]], "nnny": [[3, 2, 0], [3, 2, 1]], "mmy": [[2, 0], [2, 1]],
    "mnny": [[3, 0, 1], [3, 0, 2]], "nmnmy": [[4, 1, 0], [4, 3, 2]],
  ]

  private let text: String
  private let reading: EDTFTokens

  /// Returns how to write a date, or nothing if the text gives no clue.
  static func remedy(for text: String) -> String? {
    let suggestion = EDTFSuggestion(
      text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
      reading: EDTFTokens(text)
    )
    var forms: [String] = []
    for form in suggestion.candidates where !forms.contains(form) && isDate(form) {
      forms.append(form)
    }
    if forms.count > 1 { return "Write \"\(forms[0])\" or \"\(forms[1])\", whichever is meant." }
    if let form = forms.first { return "Write \"\(form)\"." }
    guard suggestion.reading.hasWords else { return nil }
    return "Give the days in EDTF, such as \"2018-01-22/2018-01-28\", and put the words under"
      + " verbatim."
  }

  private static func isDate(_ text: String) -> Bool { (try? EDTFParser.parse(text)) != nil }

  private var candidates: [String] {
    // Braces mean all of the days, which no other form says.
    if text.contains("{") { return [] }
    if text.contains("[") || Self.isDate(squeezed) { return [squeezed] }
    return [timeless] + completedEnd + dates(reading.tokens[...]) + pairs
  }

  // MARK: - Rewrites of the text

  /// Mends spaces, letter case and the signs of the 2012 draft of EDTF.
  private var squeezed: String {
    text.filter { $0 != " " }.uppercased()
      .replacing("UNKNOWN", with: "").replacing("OPEN", with: "..").replacing("U", with: "X")
  }

  /// Drops times of day that are incomplete or stand in an interval.
  private var timeless: String {
    text.split(separator: "/", omittingEmptySubsequences: false).map { side in
      let time = side.dropFirst(10)
      let isTime = time.first.map("Tt ".contains) == true && time.dropFirst(3).first == ":"
      return isTime ? side.prefix(10) : side
    }.joined(separator: "/")
  }

  /// Completes an end that leaves out what it shares with the start, as in `2018-01-26/30`.
  private var completedEnd: [String] {
    let sides = text.split(separator: "/")
    guard sides.count == 2, sides[1].count < sides[0].count else { return [] }
    return ["\(sides[0])/\(sides[0].dropLast(sides[1].count))\(sides[1])"]
  }

  // MARK: - Readings of the tokens

  /// Returns the readings as two dates, from one to the other or with "or" between them.
  private var pairs: [String] {
    let tokens = reading.tokens
    guard tokens.count <= 8 else { return [] }
    if let orders = Self.pairOrders[EDTFTokens.shape(tokens[...])] {
      let ends = orders.map { order in order.map { tokens[$0].text }.joined(separator: "-") }
      return [pair(ends[0], ends[1])]
    }
    return tokens.indices.dropFirst().flatMap { split in
      dates(tokens[..<split]).flatMap { first in
        dates(tokens[split...]).map { pair(first, $0) }
      }
    }
  }

  private func pair(_ first: String, _ last: String) -> String {
    reading.isChoice ? "[\(first),\(last)]" : "\(first)/\(last)"
  }

  /// Returns the readings as one date.
  private func dates(_ tokens: ArraySlice<EDTFTokens.Token>) -> [String] {
    let shape = EDTFTokens.shape(tokens)
    let words = tokens.map(\.text)
    switch shape {
    case "yqn": return quarter(words[2], of: words[0])
    case "nqy": return quarter(words[0], of: words[2])
    case "qny": return quarter(words[1], of: words[2])
    case "yd":
      let decade = words[0].dropLast()
      return decade.hasSuffix("0") ? ["\(decade.dropLast())XX", "\(decade)X"] : ["\(decade)X"]
    default:
      let forms = (Self.dateOrders[shape] ?? []).map { order in
        order.map { words[$0] }.joined(separator: "-") + reading.qualifier
      }
      // Only slashes leave it open whether the day or the month comes first.
      return shape == "nny" && text.contains("/")
        ? forms : Array(forms.filter(Self.isDate).prefix(1))
    }
  }

  private func quarter(_ number: String, of year: String) -> [String] {
    switch number {
    case "01": ["\(year)-01/\(year)-03"]
    case "02": ["\(year)-04/\(year)-06"]
    case "03": ["\(year)-07/\(year)-09"]
    case "04": ["\(year)-10/\(year)-12"]
    default: []
    }
  }
}
