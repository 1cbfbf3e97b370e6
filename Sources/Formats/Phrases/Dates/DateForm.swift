import Foundation

/// Reads dates of one declared form, such as `DD.MM.YYYY` or `D MMMM YYYY`.
///
/// `YYYY`, `YY`, `MMMM` (a name in English, German, French or Spanish, whole or shortened, or whole
/// in some other languages), `MM`, `M`, `DD`, `D`, `HH`, `mm` and `ss` are parts; all else stands
/// for itself, a space for any white space. One-letter parts take one digit or two. Of two digits
/// for a year, 69 to 99 are in the last century.
public struct DateForm: Hashable, Sendable {
  /// Lists what a part of the form takes.
  private enum Part: Hashable {
    case year, shortYear, monthName
    case month(isPadded: Bool), day(isPadded: Bool)
    case hour, minute, second
    case literal(Character)
  }

  /// Holds what a text in the form says; numbers are not checked.
  struct Numbers: Hashable {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?

    /// Whether the time of day, as far as there is one, exists.
    var hasValidTime: Bool { (hour ?? 0) < 25 && (minute ?? 0) < 60 && (second ?? 0) < 61 }
  }

  /// The form as declared.
  public let pattern: String
  private let parts: [Part]

  /// Reads a form; nothing if it has no year, or a day without a month.
  public init?(_ pattern: String) {
    let symbols: [(text: String, part: Part)] = [
      ("YYYY", .year), ("yyyy", .year), ("YY", .shortYear), ("yy", .shortYear),
      ("MMMM", .monthName), ("MMM", .monthName), ("MM", .month(isPadded: true)),
      ("M", .month(isPadded: false)), ("DD", .day(isPadded: true)), ("dd", .day(isPadded: true)),
      ("D", .day(isPadded: false)), ("d", .day(isPadded: false)), ("HH", .hour), ("mm", .minute),
      ("ss", .second),
    ]
    var parts: [Part] = []
    var rest = pattern[...]
    while let character = rest.first {
      if let symbol = symbols.first(where: { rest.hasPrefix($0.text) }) {
        parts.append(symbol.part)
        rest = rest.dropFirst(symbol.text.count)
      } else {
        parts.append(.literal(character))
        rest.removeFirst()
      }
    }
    let months: [Part] = [.monthName, .month(isPadded: true), .month(isPadded: false)]
    let hasMonth = months.contains(where: parts.contains)
    let hasDay = parts.contains(.day(isPadded: true)) || parts.contains(.day(isPadded: false))
    guard parts.contains(.year) || parts.contains(.shortYear), hasMonth || !hasDay else {
      return nil
    }
    self.pattern = pattern
    self.parts = parts
  }

  /// Returns the numbers of a text in the form; nothing if it is not in the form.
  func numbers(in text: some StringProtocol) -> Numbers? {
    var numbers = Numbers()
    var rest = Substring(text)
    for part in parts {
      switch part {
      case .literal(let character):
        if character == " " {
          guard rest.first?.isWhitespace == true else { return nil }
          rest = rest.drop(while: \.isWhitespace)
        } else {
          guard rest.first == character else { return nil }
          rest.removeFirst()
        }
      case .monthName:
        let word = rest.prefix(while: \.isLetter)
        guard let month = DateWords.month(word) else { return nil }
        numbers.month = month
        rest = rest.dropFirst(word.count)
        if rest.first == "." { rest.removeFirst() }
      case .year: guard take(4...4, of: &rest, into: &numbers.year) else { return nil }
      case .shortYear:
        guard take(2...2, of: &rest, into: &numbers.year) else { return nil }
        numbers.year = numbers.year.map { $0 < 69 ? 2000 + $0 : 1900 + $0 }
      case .month(let isPadded):
        guard take(isPadded ? 2...2 : 1...2, of: &rest, into: &numbers.month) else { return nil }
      case .day(let isPadded):
        guard take(isPadded ? 2...2 : 1...2, of: &rest, into: &numbers.day) else { return nil }
      case .hour: guard take(1...2, of: &rest, into: &numbers.hour) else { return nil }
      case .minute: guard take(2...2, of: &rest, into: &numbers.minute) else { return nil }
      case .second: guard take(2...2, of: &rest, into: &numbers.second) else { return nil }
      }
    }
    return rest.isEmpty ? numbers : nil
  }

  private func take(_ counts: ClosedRange<Int>, of rest: inout Substring, into number: inout Int?)
    -> Bool
  {
    let digits = rest.prefix(counts.upperBound).prefix { $0.isASCII && $0.isNumber }
    guard counts.contains(digits.count) else { return false }
    number = Int(digits)
    rest = rest.dropFirst(digits.count)
    return true
  }
}
