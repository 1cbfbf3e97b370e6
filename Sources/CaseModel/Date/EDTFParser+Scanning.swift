/// Single bytes, and errors at them.
extension EDTFParser {
  static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// The next byte, or `nil` at the end.
  var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  /// The value of the next byte, if it is a digit.
  var peekDigit: Int? {
    peek.flatMap { Self.digits.contains($0) ? Int($0 - Self.digits.lowerBound) : nil }
  }

  /// Steps over a text, if it is next.
  mutating func skip(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  func error(_ message: String, _ remedy: String, at offset: Int? = nil) -> EDTFError {
    EDTFError(message: message, remedy: remedy, byteOffset: offset ?? position)
  }

  func noDate(at offset: Int) -> EDTFError {
    error("The interval has no date.", "Leave it out if no date is known.", at: offset)
  }

  /// Complains about the next character.
  func unexpected() -> EDTFError {
    let remedy =
      "Write a day (\"2018-01-30\"), month (\"2018-01\"), year (\"2018\") or interval"
      + " (\"2018-01-22/2018-01-28\")."
    let text = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else {
      return error("The date ends too early.", remedy)
    }
    // Control and combining characters would garble the message.
    let isVisible = ("!"..."~").contains(scalar) || scalar.properties.isAlphabetic
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name =
      isVisible
      ? "\"\(scalar)\"" : "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return error("Unexpected \(name).", remedy)
  }
}

extension UInt8 {
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  /// Stands for a digit that is not known.
  static let unspecified = UInt8(ascii: "X")
}
