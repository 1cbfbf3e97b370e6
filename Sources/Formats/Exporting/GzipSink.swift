import CZlib
import GraphModel

/// Packs what an export writes (gzip, RFC 1952) and hands it on.
@safe public final class GzipSink: ExportSink {
  private let next: any ExportSink
  private var stream = unsafe z_stream()
  private static let windowBitsOfGzip: Int32 = 15 + 16
  private static let bufferSize = 64 << 10
  private static let pieceSize = 1 << 20

  /// Begins to pack; the packed bytes have no time in them, so equal files stay equal.
  ///
  /// - Throws: `tooLarge` where there is no memory for it.
  public init(_ next: any ExportSink) throws(FormatError) {
    self.next = next
    let status = unsafe deflateInit2_(
      &stream,
      Z_DEFAULT_COMPRESSION,
      Z_DEFLATED,
      Self.windowBitsOfGzip,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard status == Z_OK else {
      throw FormatError([Diagnostic(.tooLarge, "there is no memory to pack the file")])
    }
  }

  deinit { _ = unsafe deflateEnd(&stream) }

  /// Hands on where files begin.
  public func begin(file: String) throws(FormatError) { try next.begin(file: file) }

  /// Packs bytes.
  public func write(_ bytes: [UInt8]) throws(FormatError) {
    for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
      let end = min(start + Self.pieceSize, bytes.count)
      try pack(Array(bytes[start..<end]), flush: Z_NO_FLUSH)
    }
  }

  /// Hands on how far it has come.
  public func advance(to done: Int, of total: Int) { next.advance(to: done, of: total) }

  /// Writes what is left.
  public func finish() throws(FormatError) { try pack([], flush: Z_FINISH) }

  private func pack(_ bytes: [UInt8], flush: Int32) throws(FormatError) {
    var input = bytes
    var packed: [UInt8] = []
    // Without an error of its own, so that zlib's pointers do not outlive the closures.
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      var isFull = true
      while isFull {
        let part = unsafe [UInt8](unsafeUninitializedCapacity: Self.bufferSize) { output, count in
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(Self.bufferSize)
          _ = unsafe deflate(&stream, flush)
          count = unsafe Self.bufferSize - Int(stream.avail_out)
        }
        packed += part
        isFull = part.count == Self.bufferSize
      }
      unsafe stream.next_in = nil
      unsafe stream.next_out = nil
    }
    if !packed.isEmpty { try next.write(packed) }
  }
}
