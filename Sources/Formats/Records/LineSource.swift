import GraphModel

/// Reads a file line by line.
struct LineSource {
  /// Longer lines are refused.
  static let lineLimit = 16 << 20

  let source: ByteSource
  private var rest: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false
  /// The number of the line read last, from 1.
  private(set) var number = 0

  init(_ source: ByteSource) { self.source = source }

  /// Returns the next line without its end; `nil` at the end of the file.
  ///
  /// - Throws: `tooLarge`, and what the source throws.
  mutating func next() throws(FormatError) -> [UInt8]? {
    var searched = offset
    while true {
      if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { offset = end + 1 }
        return line(rest[offset..<end])
      }
      guard !isAtEnd else {
        guard offset < rest.count else { return nil }
        defer { offset = rest.count }
        return line(rest[offset...])
      }
      guard rest.count - offset <= Self.lineLimit else {
        throw FormatError([
          Diagnostic(
            .tooLarge,
            "a line is longer than \(Self.lineLimit) bytes",
            file: source.file,
            position: SourcePosition(line: number + 1, column: 1),
            remedy: "write one record on each line"
          )
        ])
      }
      rest.removeSubrange(..<offset)
      (searched, offset) = (rest.count, 0)
      let bytes = try source.next()
      isAtEnd = bytes.isEmpty
      rest += bytes
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    number += 1
    return Array(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
  }
}
