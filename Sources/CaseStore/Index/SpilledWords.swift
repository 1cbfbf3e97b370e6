import GraphModel

/// Collects words of 8 bytes in half the room, as long as they are numbers of 32 bits.
struct SpilledWords {
  private var narrow = SpillFile.List()
  /// Those from the first on that is larger.
  private var wide = SpillFile.List()

  /// Appends a word.
  mutating func append(_ word: UInt64, _ spill: SpillFile) throws(StorageError) {
    if wide.count == 0, let number = Int32(exactly: Int64(bitPattern: word)) {
      try spill.append(number, to: &narrow)
    } else {
      try spill.append(word, to: &wide)
    }
  }

  /// Appends numbers.
  mutating func append(_ numbers: ContiguousArray<Int64>, _ spill: SpillFile)
    throws(StorageError)
  {
    var lost: Int64 = 0
    let small = ContiguousArray<Int32>(count: numbers.count) { place in
      let number = Int32(truncatingIfNeeded: numbers[place])
      lost |= Int64(number) ^ numbers[place]
      return number
    }
    if wide.count == 0, lost == 0 {
      try spill.append(all: small.span, to: &narrow)
    } else {
      try spill.append(all: numbers.span, to: &wide)
    }
  }

  /// Hands out the words in order, many at a time.
  func read(
    _ spill: SpillFile,
    _ body: (_ count: Int, _ word: (Int) -> UInt64) throws(StorageError) -> Void
  ) throws(StorageError) {
    try unsafe spill.read(narrow) { (bytes) throws(StorageError) in
      try body(bytes.count / 4) { place in
        let number = unsafe bytes.loadUnaligned(fromByteOffset: place * 4, as: Int32.self)
        return UInt64(bitPattern: Int64(Int32(littleEndian: number)))
      }
    }
    try unsafe spill.read(wide) { (bytes) throws(StorageError) in
      try body(bytes.count / 8) { place in
        UInt64(
          littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)
        )
      }
    }
  }
}
