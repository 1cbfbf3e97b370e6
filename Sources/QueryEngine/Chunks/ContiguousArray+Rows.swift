import GraphModel

extension ContiguousArray where Element: BitwiseCopyable {
  /// Returns the elements at some places, which must be there, in that order.
  func gathered(_ places: ContiguousArray<Int32>) -> ContiguousArray {
    unsafe withUnsafeBufferPointer { elements in
      unsafe places.withUnsafeBufferPointer { places in
        ContiguousArray(count: places.count) { index in
          unsafe elements[Int(places[index])]
        }
      }
    }
  }
}

extension ContiguousArray<Int32> {
  /// Makes an array of numbers that count up from the first, each repeated up to an end of its own;
  /// the ends ascend.
  init(repeatingFrom first: Int32, ends: ContiguousArray<Int>) {
    self = unsafe ContiguousArray(capacity: ends.last ?? 0) { buffer in
      var (number, count) = (first, 0)
      for end in ends {
        while count < end {
          unsafe buffer.initializeElement(at: count, to: number)
          count &+= 1
        }
        number &+= 1
      }
      return count
    }
  }

  /// Returns the places below `count` for which a condition is true, in ascending order.
  @inline(__always)
  static func places(below count: Int, where isWanted: (Int) -> Bool) -> ContiguousArray {
    // Every place is written, and kept by moving on: no branch that the processor could guess wrong.
    unsafe ContiguousArray(capacity: count) { buffer in
      var kept = 0
      for place in 0..<count {
        unsafe buffer.initializeElement(at: kept, to: Int32(truncatingIfNeeded: place))
        kept &+= isWanted(place) ? 1 : 0
      }
      return kept
    }
  }
}
