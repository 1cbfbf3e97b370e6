import GraphModel

/// Tells whether a list has a value: `x IN list`.
final class InEvaluator: ExpressionEvaluator {
  private let element: any ExpressionEvaluator
  private let list: any ExpressionEvaluator
  /// The last constant list seen; it is the same for all chunks of a run.
  private var members = ListMembers([])

  init(element: any ExpressionEvaluator, list: any ExpressionEvaluator) {
    self.element = element
    self.list = list
  }

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let elements = try element.evaluate(chunk, context)
    let lists = try list.evaluate(chunk, context)
    guard case .constant(.list(let values), _) = lists, !elements.isConstant else {
      return try elements.tested(with: lists) { (element, list) throws(QueryError) in
        Ternary(try Operators.isElement(element, of: list).booleanValue)
      }
    }
    if members.list != values { members = ListMembers(values) }
    return try elements.tested { [members] (element) throws(QueryError) in
      if let isMember = members.find(element) { return isMember }
      return Ternary(try Operators.isElement(element, of: .list(values)).booleanValue)
    }
  }
}

/// Finds members of a list that is asked about often.
struct ListMembers {
  /// The list.
  let list: [Value]
  /// The members; `nil` where not all can be told apart by equivalence.
  private let members: Set<Value>?
  /// What is said of a value that is not found.
  private let otherwise: Ternary

  init(_ list: [Value]) {
    self.list = list
    members = list.allSatisfy(Self.isPlain) ? Set(list) : nil
    otherwise = list.contains(where: \.isNull) ? .unknown : .no
  }

  /// Returns whether the list has a value; `nil` where only the operator on values can tell.
  func find(_ element: Value) -> Ternary? {
    guard let members, !element.isNull, Self.isPlain(element) else { return nil }
    return members.contains(element) ? .yes : otherwise
  }

  /// Whether equality is equivalence for a value, but for null.
  private static func isPlain(_ value: Value) -> Bool {
    switch value {
    case .null, .boolean, .integer, .string, .node, .relationship: true
    default: false
    }
  }
}
