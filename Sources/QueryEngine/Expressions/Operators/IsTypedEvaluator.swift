import CypherSyntax
import GraphModel

/// Tells whether values are of a type: `a IS :: INTEGER`, `a IS NOT :: LIST<STRING>`.
struct IsTypedEvaluator: ExpressionEvaluator {
  /// What is asked.
  let operand: any ExpressionEvaluator
  /// The type asked for.
  let type: ValueType
  /// Whether NOT was written.
  let isNegated: Bool

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let column = try operand.evaluate(chunk, context)
    let rows = 0..<chunk.count
    return .booleans(
      ContiguousArray(
        rows.lazy.map { type.holds(column.value(at: $0)) != isNegated ? Ternary.yes : .no }
      )
    )
  }
}

extension ValueType {
  /// Tells whether a value is of the type; null is unless NOT NULL was written, but for NOTHING.
  func holds(_ value: Value) -> Bool {
    components.contains { component in
      if value.isNull { return component.isNullable && component.name != .nothing }
      return component.name.holds(value)
    }
  }
}

extension ValueType.Name {
  fileprivate func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (.any, _), (.boolean, .boolean), (.string, .string), (.integer, .integer),
      (.float, .float), (.date, .date), (.localTime, .localTime), (.zonedTime, .time),
      (.localDateTime, .localDateTime), (.zonedDateTime, .dateTime), (.duration, .duration),
      (.point, .point), (.map, .map), (.node, .node), (.relationship, .relationship),
      (.path, .path):
      true
    case (.list(let element), .list(let values)): values.allSatisfy(element.holds)
    case (.propertyValue, .list(let values)):
      values.allSatisfy { !$0.isNull && ValueType.Name.propertyValue.holds($0) }
    case (.propertyValue, .map), (.propertyValue, .node), (.propertyValue, .relationship),
      (.propertyValue, .path):
      false
    case (.propertyValue, _): true
    default: false
    }
  }
}
