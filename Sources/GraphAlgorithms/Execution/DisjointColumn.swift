/// Holds a column that several threads fill at the same time, each its own ranges.
///
/// Unchecked because the compiler cannot see that ranges drawn from `Portions` are disjoint, which
/// is what every use relies on; nobody reads before all writers have ended.
@safe
final class DisjointColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<Element>

  init(repeating value: Element, count: Int) {
    unsafe storage = UnsafeMutableBufferPointer.allocate(capacity: count)
    unsafe storage.initialize(repeating: value)
  }

  deinit { unsafe storage.deallocate() }

  /// Lends a range for writing; no other thread may have it.
  func withRange<Result>(
    _ range: Range<Int>,
    _ body: (inout MutableSpan<Element>) throws -> Result
  ) rethrows -> Result {
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(rebasing: storage[range])
    )
    return try body(&span)
  }

  /// Returns a copy, after all writers have ended.
  func column() -> ContiguousArray<Element> { unsafe ContiguousArray(storage) }
}
