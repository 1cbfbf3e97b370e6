import GraphModel

/// Reads and writes single fields as bytes.
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

  /// Writes a number.
  @inline(__always)
  static func append(_ number: Int64, to bytes: inout ContiguousArray<UInt8>) {
    guard number >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
    var divisor: Int64 = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  /// Writes a text as a JSON string; returns whether it is UTF-8.
  @inline(__always)
  static func appendJSON(_ text: Span<UInt8>, to bytes: inout ContiguousArray<UInt8>) -> Bool {
    let start = bytes.count
    bytes.append(UInt8(ascii: "\""))
    for index in text.indices {
      let byte = text[index]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      else {
        bytes.removeSubrange(start...)
        return appendSlowly(text, to: &bytes)
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
    return true
  }

  private static func appendSlowly(
    _ text: Span<UInt8>,
    to bytes: inout ContiguousArray<UInt8>
  ) -> Bool {
    var copy: ContiguousArray<UInt8> = []
    for index in text.indices { copy.append(text[index]) }
    guard let string = String(validating: copy, as: UTF8.self) else { return false }
    bytes.append(contentsOf: JSONValue.string(string).text().utf8)
    return true
  }
}
