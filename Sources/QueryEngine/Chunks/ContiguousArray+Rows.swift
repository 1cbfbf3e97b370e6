extension ContiguousArray where Element: BitwiseCopyable {
  /// Makes an array of `count` elements, each computed from its place.
  ///
  /// The loop has no check and no call per element where `element` is inlined.
  @inline(__always)
  init(count: Int, element: (Int) -> Element) {
    self = unsafe ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
      for place in 0..<count { unsafe buffer.initializeElement(at: place, to: element(place)) }
      initialized = count
    }
  }

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
  /// Returns the places below `count` for which a condition is true, in ascending order.
  @inline(__always)
  static func places(below count: Int, where isWanted: (Int) -> Bool) -> ContiguousArray {
    // Every place is written, and kept by moving on: no branch that the processor could guess wrong.
    unsafe ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
      var kept = 0
      for place in 0..<count {
        unsafe buffer.initializeElement(at: kept, to: Int32(truncatingIfNeeded: place))
        kept &+= isWanted(place) ? 1 : 0
      }
      initialized = kept
    }
  }
}
