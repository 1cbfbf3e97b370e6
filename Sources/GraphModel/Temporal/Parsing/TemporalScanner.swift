/// Reads the bytes of a text from left to right.
struct TemporalScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Counts the digits that follow.
  var digitCount: Int { bytes[position...].prefix(while: Self.isDigit).count }

  /// Passes one byte if it is this one.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard let next = peek, UInt32(next) == byte.value else { return false }
    position += 1
    return true
  }

  /// Reads so many digits, or nothing and stays.
  mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
    let count = min(digitCount, counts.upperBound)
    guard counts.contains(count), count < 19 else { return nil }
    defer { position += count }
    return bytes[position..<position + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func digits(_ count: Int) -> Int? { digits(count...count) }

  /// Reads the digits after a point as billionths; more than nine are refused.
  mutating func fraction() -> Int? {
    let count = digitCount
    guard (1...9).contains(count), var number = digits(count) else { return nil }
    for _ in count..<9 { number *= 10 }
    return number
  }

  /// Reads up to the end.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[position...], as: UTF8.self)
  }

  /// Reads a run of bytes that fulfil a condition.
  mutating func run(while condition: (UInt8) -> Bool) -> String {
    let run = bytes[position...].prefix(while: condition)
    position += run.count
    return String(decoding: run, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
