extension Span<UInt32> {
  /// Adds up the values at the nodes of a row, four sums at a time, since one addition has to wait
  /// for the one before.
  ///
  /// All nodes must be indices of `values`, and `row` must lie in this span.
  @inline(__always)
  func sum(_ row: Range<Int>, of values: borrowing Span<Double>) -> Double {
    var sums = SIMD4<Double>.zero
    var slot = row.lowerBound
    while slot + 4 <= row.upperBound {
      unsafe sums.x += values[unchecked: Int(self[unchecked: slot])]
      unsafe sums.y += values[unchecked: Int(self[unchecked: slot + 1])]
      unsafe sums.z += values[unchecked: Int(self[unchecked: slot + 2])]
      unsafe sums.w += values[unchecked: Int(self[unchecked: slot + 3])]
      slot += 4
    }
    var rest = 0.0
    while slot < row.upperBound {
      unsafe rest += values[unchecked: Int(self[unchecked: slot])]
      slot += 1
    }
    return (sums.x + sums.y) + (sums.z + sums.w) + rest
  }
}
