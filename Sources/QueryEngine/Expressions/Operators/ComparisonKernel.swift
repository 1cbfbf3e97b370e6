import CypherSyntax
import GraphModel

/// Compares typed columns without boxes.
enum ComparisonKernel {
  /// Compares numbers of one type.
  static func numbers<Number: ColumnNumber & Comparable>(
    _ left: NumberView<Number>,
    _ comparison: ComparisonOperator,
    _ right: NumberView<Number>,
    count: Int
  ) -> ContiguousArray<Ternary> {
    switch comparison {
    case .equal: rows(left, right, count) { $0 == $1 }
    case .notEqual: rows(left, right, count) { $0 != $1 }
    case .less: rows(left, right, count) { $0 < $1 }
    case .lessOrEqual: rows(left, right, count) { $0 <= $1 }
    case .greater: rows(left, right, count) { $0 > $1 }
    case .greaterOrEqual: rows(left, right, count) { $0 >= $1 }
    }
  }

  /// Tells whether nodes, or relationships, are the same; they have no order for `<`.
  static func identities(
    _ left: ContiguousArray<UInt32>,
    _ comparison: ComparisonOperator,
    _ right: ContiguousArray<UInt32>
  ) -> ContiguousArray<Ternary>? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    let isEqualWanted = comparison == .equal
    var truths = ContiguousArray(repeating: Ternary.unknown, count: left.count)
    for row in truths.indices where left[row] != Column.null && right[row] != Column.null {
      truths[row] = (left[row] == right[row]) == isEqualWanted ? .yes : .no
    }
    return truths
  }

  /// Tells whether values are a text; `nil` for the comparisons that order.
  static func texts(
    _ values: ContiguousArray<Value>,
    _ comparison: ComparisonOperator,
    _ text: String
  ) -> ContiguousArray<Ternary>? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    let (same, other): (Ternary, Ternary) = comparison == .equal ? (.yes, .no) : (.no, .yes)
    var truths = ContiguousArray(repeating: other, count: values.count)
    for row in truths.indices {
      switch values[row] {
      case .string(let value): if TextOrder.areSame(value, text) { truths[row] = same }
      case .null: truths[row] = .unknown
      default: continue
      }
    }
    return truths
  }

  /// Tells whether texts are a text; `nil` for the comparisons that order.
  static func texts(
    _ texts: TextCodes,
    _ comparison: ComparisonOperator,
    _ text: String
  ) -> ContiguousArray<Ternary>? {
    switch comparison {
    case .equal: texts.equal(text)
    case .notEqual: ContiguousArray(texts.equal(text).lazy.map(\.negated))
    default: nil
    }
  }

  @inline(__always)
  private static func rows<Number>(
    _ left: NumberView<Number>,
    _ right: NumberView<Number>,
    _ count: Int,
    _ holds: (Number, Number) -> Bool
  ) -> ContiguousArray<Ternary> {
    let (leftStep, rightStep) = (left.step, right.step)
    var truths = unsafe left.numbers.withUnsafeBufferPointer { left in
      unsafe right.numbers.withUnsafeBufferPointer { right in
        ContiguousArray<Ternary>(count: count) { row in
          unsafe holds(left[row &* leftStep], right[row &* rightStep]) ? .yes : .no
        }
      }
    }
    guard left.hasNulls || right.hasNulls else { return truths }
    for row in 0..<count where left.isNull(at: row) || right.isNull(at: row) {
      truths[row] = .unknown
    }
    return truths
  }
}
