import CypherSyntax
import GraphModel

extension PhysicalMapper {
  /// Makes what changes the graph.
  func makeWrite(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .create(let child, let elements):
      return CreateOperator(try build(child), try creator(elements))
    case .merge(let child, let merge):
      return MergeOperator(
        try build(child),
        MergeOperator.Actions(
          find: try build(merge.find),
          creator: try creator(merge.create),
          onMatch: try setActions(merge.onMatch),
          onCreate: try setActions(merge.onCreate),
          path: merge.path
        )
      )
    case .set(let child, let operations):
      return SetOperator(try build(child), try setActions(operations))
    case .remove(let child, let operations):
      return RemoveOperator(try build(child), try removeActions(operations))
    case .delete(let child, let values, let isDetaching):
      return DeleteOperator(try build(child), try compile(values), isDetaching: isDetaching)
    case .forEach(let child, let list, let variable, let body):
      return ForEachOperator(
        try build(child),
        list: try compiler.compile(list),
        variable: variable,
        body: try build(body)
      )
    default: throw Self.misplaced(plan)
    }
  }

  private func creator(_ elements: [LogicalPlan.CreatedElement]) throws(QueryError)
    -> ElementCreator
  {
    var compiled: [ElementCreator.Element] = []
    for element in elements {
      compiled.append(
        ElementCreator.Element(
          element: element,
          properties: try compile(element.properties)
        )
      )
    }
    return ElementCreator(elements: compiled)
  }

  private func setActions(_ operations: [LogicalPlan.SetOperation]) throws(QueryError)
    -> SetActions
  {
    var actions: [SetActions.Action] = []
    for operation in operations {
      switch operation {
      case .property(let owner, let key, let value):
        actions.append(
          .property(
            of: try compiler.compile(owner),
            key: try compile(key),
            value: try compiler.compile(value)
          )
        )
      case .replaceProperties(let slot, let value):
        actions.append(.replace(of: slot, value: try compiler.compile(value)))
      case .mergeProperties(let slot, let value):
        actions.append(.merge(of: slot, value: try compiler.compile(value)))
      case .labels(let slot, let labels): actions.append(.labels(of: slot, labels))
      }
    }
    return SetActions(actions: actions)
  }

  private func compile(_ name: LogicalPlan.PropertyName) throws(QueryError)
    -> any ExpressionEvaluator
  {
    switch name {
    case .fixed(let name): ConstantEvaluator(value: .string(name))
    case .computed(let expression): try compiler.compile(expression)
    }
  }

  private func removeActions(_ operations: [LogicalPlan.RemoveOperation]) throws(QueryError)
    -> [RemoveOperator.Action]
  {
    var actions: [RemoveOperator.Action] = []
    for operation in operations {
      switch operation {
      case .property(let owner, let key):
        actions.append(.property(of: try compiler.compile(owner), key: try compile(key)))
      case .labels(let slot, let labels): actions.append(.labels(of: slot, labels))
      }
    }
    return actions
  }
}

extension LogicalPlan.CreatedElement {
  fileprivate var properties: ScopedExpression? {
    switch self {
    case .node(_, _, let properties), .relationship(_, _, _, _, let properties): properties
    }
  }
}
