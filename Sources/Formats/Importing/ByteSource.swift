import Foundation
import GraphModel

/// Reads a file, or bytes in memory, piece by piece.
public final class ByteSource {
  /// The name of the file, for messages.
  public let file: String
  /// How many bytes there are; `nil` where that is not known.
  public let byteCount: Int?
  /// How many bytes were read so far, as they stand in the file.
  public private(set) var readCount = 0
  private let handle: FileHandle?
  private var rest: [UInt8]

  /// Reads bytes in memory.
  public init(_ bytes: [UInt8], file: String) {
    self.file = file
    byteCount = bytes.count
    handle = nil
    rest = bytes
  }

  /// Reads a file.
  ///
  /// - Throws: `fileUnreadable`.
  public init(path: String) throws(FormatError) {
    file = path
    rest = []
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      byteCount = Int(try handle.seekToEnd())
      try handle.seek(toOffset: 0)
      self.handle = handle
    } catch {
      throw FormatError([
        Diagnostic(
          .fileUnreadable,
          "the file cannot be read: \(error.localizedDescription)",
          file: path,
          remedy: "check the path and the permissions"
        )
      ])
    }
  }

  /// Returns the next bytes, at most 256 KiB; none at the end.
  public func next() throws(FormatError) -> [UInt8] {
    guard let handle else {
      defer { rest = [] }
      readCount += rest.count
      return rest
    }
    do {
      let bytes = Array(try handle.read(upToCount: 256 << 10) ?? Data())
      readCount += bytes.count
      return bytes
    } catch {
      throw FormatError([Diagnostic(.fileUnreadable, error.localizedDescription, file: file)])
    }
  }
}
