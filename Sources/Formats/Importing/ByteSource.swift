import Foundation
import GraphModel

/// Reads a file, standard input or bytes in memory, piece by piece, as UTF-8.
///
/// What gzip has packed is unpacked on the way, and other encodings are turned into UTF-8; a byte
/// order mark is dropped.
public final class ByteSource {
  /// The name of the file, for messages.
  public let file: String
  /// How many bytes there are, as they stand in the file; `nil` where that is not known.
  public let byteCount: Int?
  /// How many bytes were read so far, as they stand in the file.
  public private(set) var readCount = 0
  /// Whether the bytes are packed with gzip; known after the first piece.
  public private(set) var isPacked = false
  /// The encoding, as far as it is known.
  public var encoding: TextEncoding { decoding.encoding }
  /// Whether bytes that are no UTF-8 are handed on as they are, for a reader that refuses only what
  /// they stand in; else each becomes a replacement character.
  public var keepsInvalidBytes: Bool {
    get { decoding.keepsInvalidBytes }
    set { decoding.keepsInvalidBytes = newValue }
  }

  private let handle: FileHandle?
  private var bytes: [UInt8]
  private var gunzip: Gunzip?
  private var decoding: TextDecoding
  private var isAtStart = true
  private var isAtEnd = false
  private var waiting: [UInt8] = []

  /// Reads bytes in memory.
  public init(_ bytes: [UInt8], file: String, encoding: TextEncoding? = nil) {
    self.file = file
    byteCount = bytes.count
    handle = nil
    self.bytes = bytes
    decoding = TextDecoding(encoding)
  }

  /// Reads a file, or standard input by the name `-`.
  ///
  /// - Throws: `fileUnreadable`.
  public init(path: String, encoding: TextEncoding? = nil) throws(FormatError) {
    bytes = []
    decoding = TextDecoding(encoding)
    guard path != "-" else {
      file = "standard input"
      byteCount = nil
      handle = .standardInput
      return
    }
    file = path
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      // A pipe has no end that can be sought.
      let end = try? handle.seekToEnd()
      if end != nil { try handle.seek(toOffset: 0) }
      byteCount = end.map { Int(clamping: $0) }
      self.handle = handle
    } catch {
      throw Self.unreadable(error, path)
    }
  }

  private static func unreadable(_ error: any Error, _ path: String) -> FormatError {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let reason =
      !exists
      ? "there is no such file"
      : isFolder.boolValue ? "it is a folder" : error.localizedDescription
    return FormatError([
      Diagnostic(
        .fileUnreadable,
        "the file cannot be read: \(reason)",
        file: path,
        remedy: "check the path and the permissions"
      )
    ])
  }

  /// Returns the next bytes, about 256 KiB; none at the end.
  ///
  /// - Throws: `fileUnreadable`, `badCompression`.
  public func next() throws(FormatError) -> [UInt8] {
    if !waiting.isEmpty {
      defer { waiting = [] }
      return waiting
    }
    return try read()
  }

  /// Returns the first bytes, at most 64 KiB, and leaves them to be read.
  ///
  /// - Throws: As `next`.
  public func start() throws(FormatError) -> FileStart {
    let limit = 64 << 10
    while waiting.count < limit {
      let piece = try read()
      guard !piece.isEmpty else { break }
      waiting += piece
    }
    return FileStart(path: file, text: String(decoding: waiting.prefix(limit), as: UTF8.self))
  }

  private func read() throws(FormatError) -> [UInt8] {
    while !isAtEnd {
      let piece = try unpacked()
      isAtEnd = piece.isEmpty
      let text = decoding.decode(piece, isLast: isAtEnd)
      if !text.isEmpty { return text }
    }
    return []
  }

  private func unpacked() throws(FormatError) -> [UInt8] {
    if isAtStart {
      isAtStart = false
      let first = try raw()
      guard Gunzip.isPacked(first) else { return first }
      isPacked = true
      gunzip = try Gunzip(file: file)
      var pending: [UInt8]? = first
      return try gunzip?.next { () throws(FormatError) in
        defer { pending = nil }
        if let pending { return pending }
        return try raw()
      } ?? []
    }
    guard let gunzip else { return try raw() }
    return try gunzip.next { () throws(FormatError) in try raw() }
  }

  private func raw() throws(FormatError) -> [UInt8] {
    guard let handle else {
      defer { bytes = [] }
      readCount += bytes.count
      return bytes
    }
    do {
      let piece = Array(try handle.read(upToCount: 256 << 10) ?? Data())
      readCount += piece.count
      return piece
    } catch {
      throw Self.unreadable(error, file)
    }
  }
}
