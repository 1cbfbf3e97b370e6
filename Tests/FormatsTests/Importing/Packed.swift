import CZlib
import Testing

/// Packs text for tests.
enum Packed {
  /// Returns a text as one member of gzip.
  static func gzip(_ text: String) throws -> [UInt8] {
    var input = Array(text.utf8)
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let code = unsafe deflateInit2_(&stream, 9, Z_DEFLATED, 31, 8, 0, ZLIB_VERSION, size)
    try #require(code == Z_OK)
    let capacity = Int(unsafe deflateBound(&stream, UInt(input.count))) + 64
    let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      unsafe input.withUnsafeMutableBufferPointer { bytes in
        unsafe stream.next_in = bytes.baseAddress
        unsafe stream.avail_in = UInt32(bytes.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(capacity)
        _ = unsafe deflate(&stream, Z_FINISH)
        count = unsafe capacity - Int(stream.avail_out)
      }
    }
    unsafe deflateEnd(&stream)
    return output
  }
}
