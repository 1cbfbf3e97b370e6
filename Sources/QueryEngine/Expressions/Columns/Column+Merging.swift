import GraphModel

extension Column {
  /// Holds a column for some rows of a chunk.
  struct Part {
    /// The rows, each in one part only.
    let rows: ContiguousArray<Int32>
    /// One value for each of them.
    let column: Column
  }

  /// Returns the column that has the values of all parts in their rows; null in other rows.
  static func merged(_ parts: [Part], count: Int) -> Column {
    if parts.count == 1, let part = parts.first, part.rows.count == count { return part.column }
    return integers(merging: parts, count: count)
      ?? floats(merging: parts, count: count)
      ?? booleans(merging: parts, count: count)
      ?? values(merging: parts, count: count)
  }

  private static func integers(merging parts: [Part], count: Int) -> Column? {
    var numbers = ContiguousArray<Int64>(repeating: 0, count: count)
    var isNull = ContiguousArray<Bool>(repeating: true, count: count)
    for part in parts {
      guard let view = NumberView<Int64>(part.column) else { return nil }
      for (index, row) in part.rows.enumerated() {
        numbers[Int(row)] = view.number(at: index)
        isNull[Int(row)] = view.isNull(at: index)
      }
    }
    return .integers(numbers, isNull: isNull.contains(true) ? isNull : [])
  }

  private static func floats(merging parts: [Part], count: Int) -> Column? {
    var numbers = ContiguousArray<Double>(repeating: 0, count: count)
    var isNull = ContiguousArray<Bool>(repeating: true, count: count)
    for part in parts {
      guard let view = NumberView<Double>(part.column) else { return nil }
      for (index, row) in part.rows.enumerated() {
        numbers[Int(row)] = view.number(at: index)
        isNull[Int(row)] = view.isNull(at: index)
      }
    }
    return .floats(numbers, isNull: isNull.contains(true) ? isNull : [])
  }

  private static func booleans(merging parts: [Part], count: Int) -> Column? {
    var truths = ContiguousArray<Ternary>(repeating: .unknown, count: count)
    for part in parts {
      guard case .booleans(let source) = part.column else { return nil }
      for (index, row) in part.rows.enumerated() { truths[Int(row)] = source[index] }
    }
    return .booleans(truths)
  }

  private static func values(merging parts: [Part], count: Int) -> Column {
    var values = ContiguousArray<Value>(repeating: .null, count: count)
    for part in parts {
      for (index, row) in part.rows.enumerated() { values[Int(row)] = part.column.value(at: index) }
    }
    return .values(values)
  }
}
