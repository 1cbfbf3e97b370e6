import GraphModel

/// Reads single fields as bytes.
enum FieldText {
  /// Reads a number that is written as the store would write it: digits, no zero before others.
  @inline(__always)
  static func canonicalNumber(_ text: Span<UInt8>) -> Int64? {
    guard 1...15 ~= text.count, text.count == 1 || text[0] != UInt8(ascii: "0") else { return nil }
    var number: Int64 = 0
    for index in text.indices {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  /// Reads digits with or without a sign.
  @inline(__always)
  static func integer(_ text: Span<UInt8>) -> Int64? {
    if let number = canonicalNumber(text) { return number }
    var characters = ""
    for index in text.indices {
      guard text[index] < 0x80 else { return nil }
      characters.unicodeScalars.append(Unicode.Scalar(text[index]))
    }
    return Int64(characters)
  }

  /// Reads `YYYY-MM-DD` as the number of days since 1970-01-01.
  static func day(_ text: Span<UInt8>) -> Int? {
    let dash = UInt8(ascii: "-")
    guard text.count == 10, text[4] == dash, text[7] == dash,
      let year = digits(text, 0..<4), let month = digits(text, 5..<7),
      let day = digits(text, 8..<10)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.dayNumber
  }

  private static func digits(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}
