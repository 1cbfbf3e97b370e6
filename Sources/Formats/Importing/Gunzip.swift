import CZlib
import GraphModel

/// Unpacks a stream of gzip (RFC 1952) piece by piece; it may have several members.
@safe
final class Gunzip {
  /// A stream that unpacks to more than this many times its size is refused: nothing that people
  /// write packs so well.
  static let ratioLimit = 400
  /// So much is unpacked whatever the ratio.
  static let freeBytes = 16 << 20

  private let stream: UnsafeMutablePointer<z_stream>
  private let file: String
  private var input: [UInt8] = []
  private var offset = 0
  private var inputCount = 0
  private var outputCount = 0
  /// Whether a member is begun and not ended.
  private var isOpen = false
  /// Whether a member has ended, after which others or zeros may follow.
  private var hasEnded = false

  /// - Throws: `badCompression` when there is no memory.
  init(file: String) throws(FormatError) {
    self.file = file
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 added to the largest window asks for the header and trailer of gzip.
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw failure("it cannot be unpacked: no memory")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Tells whether bytes begin like gzip.
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// Returns the next unpacked bytes, at most 256 KiB; none at the end.
  ///
  /// - Parameter more: Gives the next packed bytes; none at the end.
  func next(_ more: () throws(FormatError) -> [UInt8]) throws(FormatError) -> [UInt8] {
    while true {
      if offset == input.count {
        input = try more()
        offset = 0
        inputCount += input.count
        guard !input.isEmpty else {
          guard !isOpen else { throw failure("it breaks off before its end") }
          return []
        }
      }
      guard try beginMember() else { continue }
      let output = try inflatePiece()
      if !output.isEmpty { return output }
    }
  }

  /// Skips the zeros that may follow a member, and opens the next one.
  private func beginMember() throws(FormatError) -> Bool {
    guard !isOpen else { return true }
    if hasEnded {
      while offset < input.count, input[offset] == 0 { offset += 1 }
      guard offset < input.count else { return false }
      guard unsafe inflateReset(stream) == Z_OK else { throw failure("it cannot be unpacked") }
    }
    isOpen = true
    return true
  }

  private func inflatePiece() throws(FormatError) -> [UInt8] {
    let capacity = 256 << 10
    var code = Z_OK
    let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      unsafe input.withUnsafeMutableBufferPointer { packed in
        unsafe stream.pointee.next_in = packed.baseAddress.map { unsafe $0 + offset }
        unsafe stream.pointee.avail_in = UInt32(clamping: packed.count - offset)
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = UInt32(clamping: capacity)
        code = unsafe inflate(stream, Z_NO_FLUSH)
        offset = unsafe packed.count - Int(stream.pointee.avail_in)
        count = unsafe capacity - Int(stream.pointee.avail_out)
      }
    }
    outputCount += output.count
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
      throw failure("its compression is broken")
    }
    if code == Z_STREAM_END {
      isOpen = false
      hasEnded = true
    }
    if outputCount > Self.freeBytes, outputCount / max(1, inputCount) > Self.ratioLimit {
      throw failure(
        "it unpacks to more than \(Self.ratioLimit) times its size",
        remedy: "if it is no trap, unpack it with gunzip and import what comes out"
      )
    }
    return output
  }

  private func failure(_ message: String, remedy: String? = nil) -> FormatError {
    FormatError([
      Diagnostic(
        .badCompression,
        "\(message), after \(outputCount) bytes that came out",
        file: file,
        remedy: remedy ?? "fetch the file again; 'gzip -t FILE' checks it"
      )
    ])
  }
}
