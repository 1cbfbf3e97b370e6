import GraphModel

/// Collects numbers of which the same often follow one another.
struct SpilledRuns {
  private var list = SpillFile.List()
  private var last: UInt32 = 0
  private var lastCount: UInt32 = 0

  /// Appends a number so many times, fewer than 2^32 together.
  mutating func append(_ number: UInt32, count: Int, _ spill: SpillFile) throws(StorageError) {
    if number != last, lastCount > 0 {
      try spill.append(last, to: &list)
      try spill.append(lastCount, to: &list)
      lastCount = 0
    }
    last = number
    lastCount += UInt32(count)
  }

  /// Hands out the numbers in order, each with how often it follows itself.
  func read(
    _ spill: SpillFile,
    _ body: (_ number: UInt32, _ count: Int) throws(StorageError) -> Void
  ) throws(StorageError) {
    try unsafe spill.read(list) { (bytes) throws(StorageError) in
      for offset in stride(from: 0, to: bytes.count, by: 8) {
        let number = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        let count = unsafe bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        try body(UInt32(littleEndian: number), Int(UInt32(littleEndian: count)))
      }
    }
    if lastCount > 0 { try body(last, Int(lastCount)) }
  }
}
