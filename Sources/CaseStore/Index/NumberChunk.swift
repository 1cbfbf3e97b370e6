import GraphModel

/// Collects numbers of a few bytes each, the lowest first, until they are written together.
struct NumberChunk {
  private var bytes: ContiguousArray<UInt8>
  private var used = 0
  private let width: Int

  /// - Parameter capacity: How many numbers may be appended before each `flush`.
  init(width: Int, capacity: Int) {
    self.width = width
    bytes = ContiguousArray(repeating: 0, count: width * capacity)
  }

  /// Whether there is no room for another number.
  var isFull: Bool { used == bytes.count }

  /// Appends the low bytes of a number.
  @inline(__always)
  mutating func append(_ number: UInt64) {
    for byte in 0..<width {
      bytes[used + byte] = UInt8(truncatingIfNeeded: number &>> UInt64(8 * byte))
    }
    used += width
  }

  /// Writes what has been collected.
  mutating func flush(_ writer: IndexFileWriter) throws(StorageError) {
    let used = used
    self.used = 0
    try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(StorageError) in
      try unsafe writer.append(UnsafeRawBufferPointer(start: bytes.baseAddress, count: used))
    }
  }
}
