extension ContiguousArray where Element: BitwiseCopyable {
  /// Makes an array of `count` elements, each computed from its place.
  ///
  /// The loop has no check and no call per element where `element` is inlined.
  @inlinable
  @inline(__always)
  package init(count: Int, element: (Int) -> Element) {
    unsafe self.init(capacity: count) { buffer in
      for place in 0..<count { unsafe buffer.initializeElement(at: place, to: element(place)) }
      return count
    }
  }

  /// Makes an array of what `write` writes to memory with room for `capacity` elements; it returns how
  /// many these are, and writes them from the first on.
  @inlinable
  @inline(__always)
  @unsafe package init(
    capacity: Int,
    write: (UnsafeMutableBufferPointer<Element>) -> Int
  ) {
    // The library makes an array of given contents in half the time that it takes for one that is to
    // be filled, of which it looks up the type each time.
    if capacity &* MemoryLayout<Element>.stride <= 1_024 {
      self = unsafe withUnsafeTemporaryAllocation(of: Element.self, capacity: capacity) { buffer in
        let count = unsafe write(buffer)
        return unsafe ContiguousArray(UnsafeBufferPointer(start: buffer.baseAddress, count: count))
      }
      return
    }
    self = unsafe ContiguousArray(unsafeUninitializedCapacity: capacity) { buffer, initialized in
      initialized = unsafe write(buffer)
    }
  }
}
