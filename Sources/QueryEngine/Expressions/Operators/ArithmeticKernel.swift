import GraphModel

/// Computes with typed columns without boxes; gives `nil` where a row needs more care.
enum ArithmeticKernel {
  /// Computes with integers; `^` of integers gives a float and is left to the operator on values.
  static func integers(
    _ left: NumberView<Int64>,
    _ operation: ArithmeticOperation,
    _ right: NumberView<Int64>,
    count: Int
  ) -> Column? {
    switch operation {
    case .add: integerRows(left, right, count) { $0.addingReportingOverflow($1) }
    case .subtract: integerRows(left, right, count) { $0.subtractingReportingOverflow($1) }
    case .multiply: integerRows(left, right, count) { $0.multipliedReportingOverflow(by: $1) }
    case .divide: integerRows(left, right, count) { $0.dividedReportingOverflow(by: $1) }
    case .modulo: integerRows(left, right, count) { $0.remainderReportingOverflow(dividingBy: $1) }
    case .power: nil
    }
  }

  /// Computes with floats, by the rules of IEEE 754.
  static func floats(
    _ left: NumberView<Double>,
    _ operation: ArithmeticOperation,
    _ right: NumberView<Double>,
    count: Int
  ) -> Column? {
    switch operation {
    case .add: floatRows(left, right, count) { $0 + $1 }
    case .subtract: floatRows(left, right, count) { $0 - $1 }
    case .multiply: floatRows(left, right, count) { $0 * $1 }
    case .divide: floatRows(left, right, count) { $0 / $1 }
    case .modulo, .power: nil
    }
  }

  @inline(__always)
  private static func integerRows(
    _ left: NumberView<Int64>,
    _ right: NumberView<Int64>,
    _ count: Int,
    _ compute: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> Column? {
    let isNull = nulls(left, right, count)
    var results = ContiguousArray<Int64>(repeating: 0, count: count)
    for row in 0..<count {
      let (result, isOverflow) = compute(left.number(at: row), right.number(at: row))
      if isOverflow, isNull.isEmpty || !isNull[row] { return nil }
      results[row] = result
    }
    return .integers(results, isNull: isNull)
  }

  @inline(__always)
  private static func floatRows(
    _ left: NumberView<Double>,
    _ right: NumberView<Double>,
    _ count: Int,
    _ compute: (Double, Double) -> Double
  ) -> Column {
    var results = ContiguousArray<Double>(repeating: 0, count: count)
    for row in 0..<count { results[row] = compute(left.number(at: row), right.number(at: row)) }
    return .floats(results, isNull: nulls(left, right, count))
  }

  private static func nulls<Number>(
    _ left: NumberView<Number>,
    _ right: NumberView<Number>,
    _ count: Int
  ) -> ContiguousArray<Bool> {
    guard left.hasNulls || right.hasNulls else { return [] }
    var isNull = ContiguousArray(repeating: false, count: count)
    for row in 0..<count { isNull[row] = left.isNull(at: row) || right.isNull(at: row) }
    return isNull
  }
}
