/// Says how rows stand in a delimited file; what is not said is found out.
public struct DelimitedFormat: Hashable, Sendable {
  /// What can keep fields apart, in the order in which they are tried.
  public static let delimiters: [(word: String, byte: UInt8)] = [
    ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")), ("tab", UInt8(ascii: "\t")),
    ("pipe", UInt8(ascii: "|")),
  ]

  /// What keeps the fields apart.
  public var delimiter: UInt8?
  /// Whether the first row names the columns.
  public var hasHeader = true
  /// The names of the columns, in the place of those in the file.
  public var columns: [String] = []
  /// How many lines stand before the first row.
  public var skippedLines = 0
  /// Whether rows without their last fields are taken.
  public var fillsShortRows = false

  /// Describes a file with a header.
  public init() {}

  /// Returns the word for a delimiter.
  public static func word(for delimiter: UInt8) -> String {
    delimiters.first { $0.byte == delimiter }?.word
      ?? "'\(String(decoding: [delimiter], as: UTF8.self))'"
  }

  /// Returns the byte that a word such as `semicolon` or the sign itself stands for.
  public static func byte(for word: String) -> UInt8? {
    if let known = delimiters.first(where: { $0.word == word.lowercased() }) { return known.byte }
    guard word.utf8.count == 1, let byte = word.utf8.first, byte != UInt8(ascii: "\""),
      byte == UInt8(ascii: "\t") || 0x20..<0x7F ~= byte
    else { return nil }
    return byte
  }

  /// Returns the delimiter that cuts the first rows of a text into equally many fields.
  static func delimiter(in bytes: ContiguousArray<UInt8>, columnCount: Int?) -> UInt8 {
    var best: (delimiter: UInt8, score: Int, columns: Int)?
    for (_, delimiter) in delimiters {
      let counts = fieldCounts(bytes.span, delimiter, rows: 60)
      guard let first = columnCount ?? counts.first, first > 1 else { continue }
      let score = counts.count { $0 == first }
      // Commas stand in prose, too, so that on a par another sign is meant.
      if score > (best?.score ?? 0) || score == best?.score && first >= (best?.columns ?? 0) {
        best = (delimiter, score, first)
      }
    }
    return best?.delimiter ?? UInt8(ascii: ",")
  }

  private static func fieldCounts(_ bytes: Span<UInt8>, _ delimiter: UInt8, rows: Int) -> [Int] {
    var counts: [Int] = []
    var (count, isQuoted, isFieldStart) = (1, false, true)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), isQuoted || isFieldStart {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: "\n") {
        let isBlank = count == 1 && isFieldStart
        if !isBlank { counts.append(count) }
        guard counts.count < rows else { return counts }
        count = 1
      } else if !isQuoted, byte == delimiter {
        count += 1
      }
      isFieldStart = !isQuoted && (byte == delimiter || byte == UInt8(ascii: "\n"))
    }
    if count > 1 { counts.append(count) }
    return counts
  }
}
