import Synchronization

extension ImageIndices {
  /// Returns the numbers at some places.
  func numbers(at places: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    numbers(at: places) { $0 }
  }

  /// Returns what `make` makes of the numbers at some places.
  @inline(__always)
  func numbers<Number: BitwiseCopyable>(
    at places: ContiguousArray<UInt32>,
    _ make: (UInt32) -> Number
  ) -> ContiguousArray<Number> {
    // All supported machines are little-endian: the opening refuses an image on any other.
    switch shift {
    case 2: gathered(UInt32.self, places, make)
    case 1: gathered(UInt16.self, places, make)
    default: gathered(UInt8.self, places, make)
    }
  }

  @inline(__always)
  private func gathered<Stored: FixedWidthInteger & UnsignedInteger & BitwiseCopyable, Number>(
    _: Stored.Type,
    _ places: ContiguousArray<UInt32>,
    _ make: (UInt32) -> Number
  ) -> ContiguousArray<Number> where Number: BitwiseCopyable {
    let (start, count) = unsafe (storage.start + offset, count)
    return unsafe places.withUnsafeBufferPointer { places in
      let pages = unsafe ImagePages(storage, offset)
      return ContiguousArray<Number>(count: places.count) { row in
        let index = unsafe Int(places[row])
        let byte = index &* MemoryLayout<Stored>.size
        guard index < count, unsafe pages.isGood(at: byte) else { return make(self[index]) }
        return make(
          UInt32(truncatingIfNeeded: unsafe start.load(fromByteOffset: byte, as: Stored.self))
        )
      }
    }
  }
}

extension ImageWords {
  /// Returns what `make` makes of the numbers at some places.
  @inline(__always)
  func numbers<Number: BitwiseCopyable>(
    at places: ContiguousArray<UInt32>,
    _ make: (UInt64) -> Number
  ) -> ContiguousArray<Number> {
    let (start, count) = unsafe (storage.start + offset, count)
    return unsafe places.withUnsafeBufferPointer { places in
      let pages = unsafe ImagePages(storage, offset)
      return ContiguousArray<Number>(count: places.count) { row in
        let index = unsafe Int(places[row])
        guard index < count, unsafe pages.isGood(at: index &<< 3) else { return make(self[index]) }
        return make(unsafe start.load(fromByteOffset: index &<< 3, as: UInt64.self))
      }
    }
  }
}

/// Tells which pages of an image were found good, without going through its storage for each: for
/// loops over many places.
@unsafe struct ImagePages {
  private let states: UnsafeMutablePointer<Atomic<UInt8>>
  private let offset: Int

  /// - Parameter offset: Where the section begins from which places are counted.
  @inline(__always)
  init(_ storage: ImageStorage, _ offset: Int) {
    unsafe states = storage.states
    unsafe self.offset = offset
  }

  /// Whether the page of a byte was checked and is good; the byte must be within the section.
  @inline(__always)
  func isGood(at byte: Int) -> Bool {
    unsafe states[(offset &+ byte) &>> ImageFormat.pageShift].load(ordering: .relaxed)
      == ImageStorage.good
  }
}
