/// Reads one EDTF expression from UTF-8 bytes, left to right and without recursion.
///
/// Remedies given here are the fallback: `EDTFSuggestion` replaces them where it knows better.
struct EDTFParser {
  /// Holds what one date of the expression says.
  struct Date {
    var bounds: DateBounds
    var isApproximate = false
    var isUncertain = false

    /// Takes new bounds, and the qualifiers of this date and another.
    func spanning(_ bounds: DateBounds, with other: Date?) -> Date {
      Date(
        bounds: bounds,
        isApproximate: isApproximate || other?.isApproximate ?? false,
        isUncertain: isUncertain || other?.isUncertain ?? false
      )
    }
  }

  let bytes: ArraySlice<UInt8>
  var position: Int

  /// Reads a whole text, with ASCII white space around it allowed.
  static func parse(_ text: String) throws(EDTFError) -> EDTF {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    var bytes = Array(text.utf8).drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    var parser = EDTFParser(bytes: bytes, position: bytes.startIndex)
    let date = try parser.parseExpression()
    return EDTF(text: String(decoding: bytes, as: UTF8.self), date: date)
  }

  private mutating func parseExpression() throws(EDTFError) -> Date {
    let date: Date
    switch peek {
    case nil: throw error("The date is empty.", "Leave it out if no date is known.")
    case UInt8(ascii: "{"):
      throw error(
        "Lists in braces say that something happened on all of several days.",
        "Write one event per day, or \"[a,b]\" if it happened on one of the days."
      )
    case UInt8(ascii: "["): date = try parseOneOf()
    default: date = try parseDateOrInterval()
    }
    guard peek == nil else { throw unexpected() }
    return date
  }

  private mutating func parseDateOrInterval() throws(EDTFError) -> Date {
    let start = position
    let first = try parseIntervalEnd()
    let middle = position
    if skip("/") {
      let last = try parseIntervalEnd()
      guard first != nil || last != nil else { throw noDate(at: start) }
      return try span(first, last, start: start, middle: middle)
    }
    guard let first else { throw noDate(at: start) }
    if peek == UInt8(ascii: "T") {
      // Only a full day takes a time: one that ends in a digit, not in X or a qualifier.
      guard first.bounds.onlyDay != nil, Self.digits.contains(bytes[middle - 1]) else {
        throw unexpected()
      }
      try parseTime()
    }
    return first
  }

  /// Reads a date, or nothing where the end is open (`..`) or unknown (left out).
  private mutating func parseIntervalEnd() throws(EDTFError) -> Date? {
    if skip("..") || peek == nil || peek == UInt8(ascii: "/") { return nil }
    return try parseDate()
  }

  /// Reads a list of days one of which is meant, such as `[..a,b,c..d,e..]`.
  private mutating func parseOneOf() throws(EDTFError) -> Date {
    let start = position
    position += 1
    var list: Date
    if skip("..") {
      list = try span(nil, parseDate(), start: start, middle: start)
    } else {
      list = try parseElement()
    }
    while skip(",") {
      let element = try parseElement()
      list = list.spanning(list.bounds.hull(element.bounds), with: element)
    }
    guard skip("]") else { throw unexpected() }
    guard bytes[start..<position].contains(where: { $0 == .comma || $0 == .dot }) else {
      throw error("A list of one date leaves no choice.", "Leave out the brackets.", at: start)
    }
    return list
  }

  /// Reads `a`, `a..b` or, at the end of the list, `a..`.
  private mutating func parseElement() throws(EDTFError) -> Date {
    let start = position
    let first = try parseDate()
    let middle = position
    guard skip("..") else { return first }
    let last = peek == UInt8(ascii: "]") ? nil : try parseDate()
    return try span(first, last, start: start, middle: middle)
  }

  /// Joins the ends of an interval or range, of which at least one is there.
  private func span(
    _ first: Date?,
    _ last: Date?,
    start: Int,
    middle: Int
  ) throws(EDTFError) -> Date {
    guard let date = first ?? last else { throw noDate(at: start) }
    if let bounds = DateBounds(earliest: first?.bounds.earliest, latest: last?.bounds.latest) {
      return date.spanning(bounds, with: last)
    }
    let lastStart = bytes[middle] == .dot ? middle + 2 : middle + 1
    let swapped = [lastStart..<position, middle..<lastStart, start..<middle]
    throw error(
      "The interval ends before it starts.",
      "Write \"\(swapped.map { String(decoding: bytes[$0], as: UTF8.self) }.joined())\".",
      at: lastStart
    )
  }
}
