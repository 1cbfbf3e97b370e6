import GraphModel

/// Reads a property: `n.name`.
struct PropertyEvaluator: ExpressionEvaluator {
  /// A node, a relationship, a map, or a value with parts.
  let subject: any ExpressionEvaluator
  /// The name of the property.
  let key: String

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let subjects = try subject.evaluate(chunk, context)
    switch subjects {
    case .nodes(let nodes): return try ElementAccess.property(key, ofNodes: nodes, context)
    case .relationships(let relationships):
      return try ElementAccess.property(key, ofRelationships: relationships, context)
    case .dates(let days, let isNull):
      guard let component = CalendarDate.component(named: key) else { fallthrough }
      return Self.components(component, days, isNull)
    default:
      return try subjects.mapped { (subject) throws(QueryError) in
        try ElementAccess.property(key, of: subject, context)
      }
    }
  }

  private static func components(
    _ component: (CalendarDate) -> Int,
    _ days: ContiguousArray<Int64>,
    _ isNull: ContiguousArray<Bool>
  ) -> Column {
    var isNull = isNull
    let numbers = ContiguousArray<Int64>(count: days.count) { row in
      guard let day = CalendarDate(dayNumber: Int(days[row])) else {
        if isNull.isEmpty { isNull = ContiguousArray(repeating: false, count: days.count) }
        isNull[row] = true
        return 0
      }
      return Int64(component(day))
    }
    return .integers(numbers, isNull: isNull)
  }
}
