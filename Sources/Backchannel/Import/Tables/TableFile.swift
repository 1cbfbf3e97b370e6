import Formats
import Foundation
import GraphModel

/// Reads a file piece by piece; each piece ends where a record does.
struct TableFile: ~Copyable {
  /// How much is read at once.
  static let pieceBytes = 1 << 20
  /// A record may not be longer.
  static let recordByteLimit = 64 << 20

  let path: String
  /// Whether line feeds within quotes end no record.
  private let hasQuotes: Bool
  private let descriptor: Int32
  private var rest: ContiguousArray<UInt8> = []
  private var isAtEnd = false

  /// Opens the file of a table; messages name it as the description does.
  init(_ path: String, _ table: TableDescription.Table) throws(BackchannelError) {
    self.path = table.file
    hasQuotes = table.format.hasHeader
    descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else {
      isAtEnd = true
      throw BackchannelError(
        Diagnostic(
          .fileUnreadable,
          "the file cannot be read: \(unsafe String(cString: strerror(errno)))",
          file: table.file,
          remedy: "check the path in the description, which counts from the description's folder"
        )
      )
    }
  }

  deinit { close(descriptor) }

  /// Returns the next piece; `nil` at the end of the file.
  mutating func next() throws(BackchannelError) -> ContiguousArray<UInt8>? {
    var piece = rest
    rest = []
    var searched = 0
    while !isAtEnd {
      try read(into: &piece)
      guard !isAtEnd else { break }
      if let end = Self.end(of: piece.span, hasQuotes: hasQuotes) {
        rest = ContiguousArray(piece[end...])
        piece.removeSubrange(end...)
        return piece
      }
      searched = piece.count
      guard searched < Self.recordByteLimit else {
        throw BackchannelError(
          Diagnostic(
            .tooLarge,
            "a record has more than \(Self.recordByteLimit >> 20) MB",
            file: path,
            remedy: hasQuotes
              ? "look for a quote that is opened and not closed" : "put each object on its own line"
          )
        )
      }
    }
    return piece.isEmpty ? nil : piece
  }

  private mutating func read(into piece: inout ContiguousArray<UInt8>) throws(BackchannelError) {
    var count = 0
    let bytes = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: Self.pieceBytes) {
      buffer,
      initialized in
      repeat {
        count = unsafe Foundation.read(descriptor, buffer.baseAddress, Self.pieceBytes)
      } while count < 0 && errno == EINTR
      initialized = max(0, count)
    }
    guard count >= 0 else {
      throw BackchannelError(
        Diagnostic(
          .fileUnreadable,
          "the file cannot be read: \(unsafe String(cString: strerror(errno)))",
          file: path
        )
      )
    }
    if piece.isEmpty { piece = bytes } else { piece.append(contentsOf: bytes) }
    isAtEnd = count == 0
  }

  /// Returns the place behind the last line feed that is not within quotes; between quotes their
  /// number is odd.
  private static func end(of bytes: Span<UInt8>, hasQuotes: Bool) -> Int? {
    var end: Int?
    var isQuoted = false
    let quote = UInt8(ascii: "\"")
    guard hasQuotes, bytes.contains(quote) else {
      var index = bytes.count
      while index > 0, bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
      return index > 0 ? index : nil
    }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == quote { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { end = index + 1 }
    }
    return end
  }
}
