extension ContiguousArray where Element: BitwiseCopyable {
  /// Makes an array of `count` elements, each computed from its place.
  ///
  /// The loop has no check and no call per element where `element` is inlined.
  @inlinable
  @inline(__always)
  package init(count: Int, element: (Int) -> Element) {
    self = unsafe ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
      for place in 0..<count { unsafe buffer.initializeElement(at: place, to: element(place)) }
      initialized = count
    }
  }
}
