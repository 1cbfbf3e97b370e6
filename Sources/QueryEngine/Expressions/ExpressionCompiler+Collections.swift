import CypherSyntax
import GraphModel

extension ExpressionCompiler {
  /// Returns the evaluator of what makes or reads lists and maps.
  func compileCollection(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .list(let elements): try compileList(elements, in: scope)
    case .map(let entries): try compileMap(entries, in: scope)
    case .mapProjection(let variable, let items):
      try compileProjection(of: variable, items, in: scope)
    case .listComprehension(let variable, let list, let condition, let result):
      try compileComprehension(variable, list, condition, result, in: scope)
    case .quantifier(let kind, let variable, let list, let condition):
      try compileQuantifier(kind, variable, list, condition, in: scope)
    case .reduce(let accumulator, let start, let variable, let list, let step):
      try compileReduce(accumulator, start, variable, list, step, in: scope)
    default: throw .misplaced(expression)
    }
  }

  private func compileList(
    _ elements: [Expression],
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let elements = try compileAll(elements, in: scope)
    let constants = elements.compactMap { ($0 as? ConstantEvaluator)?.value }
    return constants.count == elements.count
      ? ConstantEvaluator(value: .list(constants)) : ListEvaluator(elements: elements)
  }

  private func compileMap(
    _ entries: [MapEntry],
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    var evaluators: [(key: String, value: any ExpressionEvaluator)] = []
    for entry in entries {
      evaluators.append((entry.key.name, try compile(entry.value, in: scope)))
    }
    let constants = evaluators.compactMap { entry in
      (entry.value as? ConstantEvaluator).map { (entry.key, $0.value) }
    }
    return constants.count == evaluators.count
      ? ConstantEvaluator(value: .map(Dictionary(constants) { _, last in last }))
      : MapEvaluator(entries: evaluators)
  }

  private func compileProjection(
    of variable: Identifier,
    _ items: [MapProjectionItem],
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let subject = try compileVariable(variable.name, in: scope)
    var compiled: [MapProjectionEvaluator.Item] = []
    for item in items {
      switch item {
      case .property(let key):
        let value = PropertyEvaluator(subject: subject, key: key.name)
        compiled.append(.entry(key: key.name, value))
      case .entry(let entry):
        compiled.append(.entry(key: entry.key.name, try compile(entry.value, in: scope)))
      case .variable(let variable):
        compiled.append(.entry(key: variable.name, try compileVariable(variable.name, in: scope)))
      case .allProperties: compiled.append(.allProperties)
      }
    }
    return MapProjectionEvaluator(subject: subject, items: compiled)
  }

  private func compileComprehension(
    _ variable: Identifier,
    _ list: Expression,
    _ condition: Expression?,
    _ result: Expression?,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let list = try compile(list, in: scope)
    let (inner, element) = local(variable, in: scope)
    let kept = try condition.map { (it) throws(QueryError) in
      try compileSelective(it, in: inner)
    }
    let made = try result.map { (it) throws(QueryError) in try compileSelective(it, in: inner) }
    let slots = Set((kept?.slots ?? []) + (made?.slots ?? []))
    return ListComprehensionEvaluator(
      list: list,
      flattening: ListFlattening(element: element, slots: slots.subtracting([element])),
      condition: kept?.evaluator,
      result: made
    )
  }

  private func compileQuantifier(
    _ kind: QuantifierKind,
    _ variable: Identifier,
    _ list: Expression,
    _ condition: Expression?,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let list = try compile(list, in: scope)
    let (inner, element) = local(variable, in: scope)
    let tested = try condition.map { (it) throws(QueryError) in
      try compileSelective(it, in: inner)
    }
    return QuantifierEvaluator(
      kind: kind,
      list: list,
      flattening: ListFlattening(
        element: element,
        slots: Set(tested?.slots ?? []).subtracting([element])
      ),
      condition: tested?.evaluator
    )
  }

  private func compileReduce(
    _ accumulator: Identifier,
    _ start: Expression,
    _ variable: Identifier,
    _ list: Expression,
    _ step: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let start = try compile(start, in: scope)
    let list = try compile(list, in: scope)
    let (withAccumulator, accumulatorSlot) = local(accumulator, in: scope)
    let (inner, element) = local(variable, in: withAccumulator)
    let next = try compileSelective(step, in: inner)
    return ReduceEvaluator(
      start: start,
      list: list,
      step: next.evaluator,
      accumulator: accumulatorSlot,
      element: element,
      slots: next.slots.filter { $0 != accumulatorSlot && $0 != element }
    )
  }

  /// Returns the scope with one more variable, and the slot of that.
  private func local(_ variable: Identifier, in scope: Scope) -> (Scope, Slot) {
    var inner = scope
    let slot = planner.newSlot()
    inner.slots[variable.name] = slot
    return (inner, slot)
  }
}
