import GraphModel

extension Column {
  /// Returns the results of an operation on each value; it is done once where the column is
  /// constant, and not at all where there are no rows.
  func mapped(_ operation: (Value) throws(QueryError) -> Value) throws(QueryError) -> Column {
    guard count > 0 else { return .nulls(count: 0) }
    if case .constant(let value, let count) = self {
      return .constant(try operation(value), count: count)
    }
    var results = ContiguousArray<Value>()
    results.reserveCapacity(count)
    for row in 0..<count { results.append(try operation(value(at: row))) }
    return .values(results)
  }

  /// Returns the results of an operation on each pair of values; it is done once where both columns
  /// are constant, and not at all where there are no rows.
  func combined(
    with other: Column,
    _ operation: (Value, Value) throws(QueryError) -> Value
  ) throws(QueryError) -> Column {
    guard count > 0 else { return .nulls(count: 0) }
    if case .constant(let left, let count) = self, case .constant(let right, _) = other {
      return .constant(try operation(left, right), count: count)
    }
    var results = ContiguousArray<Value>()
    results.reserveCapacity(count)
    for row in 0..<count {
      results.append(try operation(value(at: row), other.value(at: row)))
    }
    return .values(results)
  }

  /// Returns the truth of a predicate on each pair of values, as `combined` does.
  func tested(
    with other: Column,
    _ predicate: (Value, Value) throws(QueryError) -> Ternary
  ) throws(QueryError) -> Column {
    guard count > 0 else { return .nulls(count: 0) }
    if case .constant(let left, let count) = self, case .constant(let right, _) = other {
      return .truth(try predicate(left, right), count: count)
    }
    var results = ContiguousArray<Ternary>()
    results.reserveCapacity(count)
    for row in 0..<count {
      results.append(try predicate(value(at: row), other.value(at: row)))
    }
    return .booleans(results)
  }

  /// Returns the truth of a predicate on each value, as `mapped` does.
  func tested(_ predicate: (Value) throws(QueryError) -> Ternary) throws(QueryError) -> Column {
    guard count > 0 else { return .nulls(count: 0) }
    if case .constant(let value, let count) = self {
      return .truth(try predicate(value), count: count)
    }
    var results = ContiguousArray<Ternary>()
    results.reserveCapacity(count)
    for row in 0..<count { results.append(try predicate(value(at: row))) }
    return .booleans(results)
  }
}
