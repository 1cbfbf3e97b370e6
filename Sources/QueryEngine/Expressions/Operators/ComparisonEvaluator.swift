import CypherSyntax
import GraphModel

/// Compares values by turns: `a < b <= c` is true where all comparisons are.
struct ComparisonEvaluator: ExpressionEvaluator {
  /// One more than the operators.
  let operands: [any ExpressionEvaluator]
  /// At least one.
  let operators: [ComparisonOperator]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var columns: [Column] = []
    for operand in operands { columns.append(try operand.evaluate(chunk, context)) }
    var result = Self.compare(columns[0], operators[0], columns[1])
    for index in operators.indices.dropFirst() {
      let next = Self.compare(columns[index], operators[index], columns[index + 1])
      result = .booleans(Self.both(try result.truths(), try next.truths()))
    }
    return result
  }

  /// Returns the truth of one comparison in each row.
  static func compare(_ left: Column, _ comparison: ComparisonOperator, _ right: Column) -> Column {
    if left.isConstant, right.isConstant {
      guard left.count > 0 else { return .nulls(count: 0) }
      let truth = comparison.holds(left.value(at: 0), right.value(at: 0))
      return .truth(truth, count: left.count)
    }
    if let truths = typed(left, comparison, right) { return .booleans(truths) }
    var truths = ContiguousArray<Ternary>()
    truths.reserveCapacity(left.count)
    for row in 0..<left.count {
      truths.append(comparison.holds(left.value(at: row), right.value(at: row)))
    }
    return .booleans(truths)
  }

  private static func typed(
    _ left: Column,
    _ comparison: ComparisonOperator,
    _ right: Column
  ) -> ContiguousArray<Ternary>? {
    switch (left, right) {
    case (.nodes(let left), .nodes(let right)),
      (.relationships(let left), .relationships(let right)):
      return ComparisonKernel.identities(left, comparison, right)
    case (.integers, _), (_, .integers), (.floats, _), (_, .floats):
      return numbers(left, comparison, right)
    case (.dates, _), (_, .dates):
      guard let first = NumberView<Int64>(daysOf: left), let second = NumberView(daysOf: right)
      else { return nil }
      return ComparisonKernel.numbers(first, comparison, second, count: left.count)
    case (.texts(let texts), .constant(.string(let text), _)),
      (.constant(.string(let text), _), .texts(let texts)):
      return ComparisonKernel.texts(texts, comparison, text)
    case (.values(let values), .constant(.string(let text), _)),
      (.constant(.string(let text), _), .values(let values)):
      return ComparisonKernel.texts(values, comparison, text)
    default: return nil
    }
  }

  private static func numbers(
    _ left: Column,
    _ comparison: ComparisonOperator,
    _ right: Column
  ) -> ContiguousArray<Ternary>? {
    if let first = NumberView<Int64>(left), let second = NumberView<Int64>(right) {
      return ComparisonKernel.numbers(first, comparison, second, count: left.count)
    }
    guard let first = NumberView(exactFloatsOf: left), let second = NumberView(exactFloatsOf: right)
    else { return nil }
    return ComparisonKernel.numbers(first, comparison, second, count: left.count)
  }

  static func both(
    _ first: ContiguousArray<Ternary>,
    _ second: ContiguousArray<Ternary>
  ) -> ContiguousArray<Ternary> {
    var truths = first
    for row in truths.indices where second[row] != .yes && truths[row] != .no {
      truths[row] = second[row]
    }
    return truths
  }
}
