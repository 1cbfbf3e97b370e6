extension CalendarDate: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`, with a sign before years below 0 or above 9999.
  public var description: String {
    let (year, month, day) = components
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return sign + Self.padded(year.magnitude, to: 4) + "-" + Self.padded(month.magnitude, to: 2)
      + "-" + Self.padded(day.magnitude, to: 2)
  }

  /// Reads `YYYY-MM-DD`, strictly, with a sign where `description` has one; returns nothing for
  /// any other text.
  public init?(iso: String) {
    var bytes = iso.utf8[...]
    let sign = bytes.first
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    if isSigned { bytes = bytes.dropFirst() }
    guard bytes.count <= 15 else { return nil }
    let fields = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = fields.compactMap(Self.number)
    guard numbers.count == 3, fields.count == 3, fields[1].count == 2, fields[2].count == 2,
      fields[0].count == 4
        || isSigned && fields[0].count > 4 && fields[0].first != UInt8(ascii: "0")
    else { return nil }
    let isPlain = fields[0].count == 4
    guard !(isPlain && sign == UInt8(ascii: "+")), !(isSigned && numbers[0] == 0) else {
      return nil
    }
    let year = sign == UInt8(ascii: "-") ? -numbers[0] : numbers[0]
    self.init(year: year, month: numbers[1], day: numbers[2])
  }

  private static func padded(_ number: UInt, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }

  /// Reads digits only, where `Int(_:)` would also take a sign.
  private static func number(_ field: Substring.UTF8View) -> Int? {
    field.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int(Substring(field)) : nil
  }
}

extension CalendarDate: Codable {
  /// Decodes a `YYYY-MM-DD` string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if the string names no day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = Self(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(text)\" is no day written as YYYY-MM-DD."
      )
    }
    self = date
  }

  /// Encodes a `YYYY-MM-DD` string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
