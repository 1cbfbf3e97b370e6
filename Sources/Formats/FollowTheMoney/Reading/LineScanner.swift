import GraphModel

/// Cuts a source into lines, in memory that does not grow with the file.
struct LineScanner {
  /// Longer lines are passed over.
  static let lineLimit = 8 << 20

  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private(set) var number = 0

  init(_ source: ByteSource) { self.source = source }

  /// Holds one line without its end; `nil` bytes are those of a line that is too long.
  struct Line {
    let number: Int
    let bytes: [UInt8]?
  }

  var byteCount: Int { source.readCount }
  var file: String { source.file }

  /// Returns the next line; `nil` at the end.
  mutating func next() throws(FormatError) -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(upTo: end, next: end + 1, isTooLong)
      }
      if isAtEnd {
        return start < buffer.count || isTooLong
          ? take(upTo: buffer.count, next: buffer.count, isTooLong) : nil
      }
      buffer.removeSubrange(..<start)
      start = 0
      if buffer.count > Self.lineLimit {
        isTooLong = true
        buffer.removeAll()
      }
      searched = buffer.count
      let more = try source.next()
      if more.isEmpty { isAtEnd = true } else { buffer += more }
    }
  }

  private mutating func take(upTo end: Int, next: Int, _ isTooLong: Bool) -> Line {
    var line = buffer[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    start = next
    number += 1
    return Line(number: number, bytes: isTooLong || line.count > Self.lineLimit ? nil : Array(line))
  }
}
