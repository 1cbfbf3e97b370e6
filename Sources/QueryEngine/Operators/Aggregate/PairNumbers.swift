import GraphModel

/// Gives numbers to pairs of a number and a value, in the order of first appearance.
struct PairNumbers {
  private var pairs = IntegerNumbers()
  private var form = Form.direct

  private enum Form {
    /// All values so far are integers of 32 bits, and stand in the pairs as they are.
    case direct
    /// Values stand in the pairs by their numbers.
    case numbered(ColumnKeys)
  }

  /// The number of different pairs so far.
  var count: Int { pairs.keys.count }

  /// Returns the numbers of the pairs of some numbers and the values of a column.
  mutating func numbers(_ firsts: ContiguousArray<Int32>, _ column: Column)
    -> ContiguousArray<Int32>
  {
    let seconds = secondNumbers(column)
    let joined = unsafe firsts.withUnsafeBufferPointer { firsts in
      unsafe seconds.withUnsafeBufferPointer { seconds in
        ContiguousArray(count: seconds.count) { row in
          unsafe Self.pair(firsts[row], seconds[row])
        }
      }
    }
    var numbers: ContiguousArray<Int32> = []
    pairs.append(joined, to: &numbers)
    return numbers
  }

  /// Forgets all; takes time in proportion to what was there.
  mutating func removeAll() {
    pairs.removeAll()
    form = .direct
  }

  @inline(__always)
  private static func pair(_ first: Int32, _ second: Int32) -> Int64 {
    Int64(first) << 32 | Int64(UInt32(bitPattern: second))
  }

  private mutating func secondNumbers(_ column: Column) -> ContiguousArray<Int32> {
    if case .direct = form {
      if let numbers = column.smallIntegers { return numbers }
      leaveDirectForm()
    }
    guard case .numbered(var keys) = form else { return [] }
    form = .direct
    defer { form = .numbered(keys) }
    return keys.numbers(column)
  }

  private mutating func leaveDirectForm() {
    let values = ContiguousArray(pairs.keys.lazy.map { Int64(Int32(truncatingIfNeeded: $0)) })
    var keys = ColumnKeys()
    if !values.isEmpty {
      let numbers = keys.numbers(.integers(values, isNull: []))
      let known = pairs.keys
      pairs.removeAll()
      for (index, pair) in known.enumerated() {
        _ = pairs.number(of: Self.pair(Int32(truncatingIfNeeded: pair >> 32), numbers[index]))
      }
    }
    form = .numbered(keys)
  }
}

extension Column {
  /// The integers of the column, where all are such of 32 bits.
  fileprivate var smallIntegers: ContiguousArray<Int32>? {
    guard case .integers(let integers, let isNull) = self, !isNull.contains(true) else {
      return nil
    }
    return unsafe integers.withUnsafeBufferPointer { integers in
      var areSmall = true
      let numbers = ContiguousArray(count: integers.count) { row in
        let number = unsafe Int32(truncatingIfNeeded: integers[row])
        areSmall = unsafe Int64(number) == integers[row] && areSmall
        return number
      }
      return areSmall ? numbers : nil
    }
  }
}
