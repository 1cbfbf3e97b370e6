import CaseModel
import GraphModel

/// Holds what one date of a phrase says by itself.
struct PartialDate: Hashable {
  var year: Int?
  /// A month from 1 to 12, or a season from 21 to 24.
  var month: Int?
  var day: Int?
  var quarter: Int?
  /// The first, second or third third.
  var part: Int?
  var isDecade = false
  var isApproximate = false
  var isUncertain = false

  /// Whether nothing says when.
  var isEmpty: Bool {
    year == nil && month == nil && day == nil && quarter == nil && !isDecade
  }

  /// The sign that EDTF puts behind a date.
  private var qualifier: String {
    switch (isApproximate || part != nil, isUncertain) {
    case (true, true): "%"
    case (true, false): "~"
    case (false, true): "?"
    case (false, false): ""
    }
  }

  /// Returns the first and the last date in EDTF, which are one where it has a notation of its own.
  ///
  /// - Throws: What does not exist, as a sentence.
  func ends() throws(DateProblem) -> (first: String, last: String) {
    guard let year else { throw .unreadable("no year is given") }
    guard (0...9999).contains(year) else { throw .impossible("there is no year \(year) here") }
    let text = Self.padded(year, 4)
    if isDecade { return same("\(text.dropLast())X") }
    if let quarter {
      guard (1...4).contains(quarter) else { throw .impossible("a year has four quarters") }
      return months(text, quarter * 3 - 2, quarter * 3)
    }
    guard let month else {
      guard day == nil else { throw .unreadable("a day is given without its month") }
      guard let part else { return same(text) }
      return months(text, part * 4 - 3, part * 4)
    }
    guard (1...12).contains(month) || (21...24).contains(month) else {
      throw .impossible("there is no month \(month)")
    }
    let start = "\(text)-\(Self.padded(month, 2))"
    guard month <= 12 else { return same(start) }
    guard let length = CalendarDate.lastDay(ofMonth: month, year: year)?.day else {
      throw .impossible("there is no year \(year) here")
    }
    if let day {
      guard (1...length).contains(day) else {
        throw .impossible("month \(month) of \(text) has \(length) days, not \(day)")
      }
      return same("\(start)-\(Self.padded(day, 2))")
    }
    guard let part else { return same(start) }
    let last = part == 3 ? length : part * 10
    return (
      "\(start)-\(Self.padded(part * 10 - 9, 2))\(qualifier)",
      "\(start)-\(Self.padded(last, 2))\(qualifier)"
    )
  }

  private func same(_ text: String) -> (first: String, last: String) {
    (text + qualifier, text + qualifier)
  }

  private func months(_ year: String, _ first: Int, _ last: Int) -> (first: String, last: String) {
    (
      "\(year)-\(Self.padded(first, 2))\(qualifier)", "\(year)-\(Self.padded(last, 2))\(qualifier)"
    )
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Says why a text is no date.
enum DateProblem: Error {
  case impossible(String)
  case unreadable(String)
}
