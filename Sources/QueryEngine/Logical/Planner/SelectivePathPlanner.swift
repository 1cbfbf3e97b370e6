import CypherSyntax
import GraphModel

/// Plans the search for a path with a selector.
///
/// Each predicate of the path is decided as early as it can be: of one relationship within a step,
/// of one node where two steps meet, else of the whole path.
struct SelectivePathPlanner {
  private let planner: QueryPlanner
  private let scope: Scope
  private let solved: Set<Slot>

  init(_ planner: QueryPlanner, scope: Scope, solved: Set<Slot>) {
    self.planner = planner
    self.scope = scope
    self.solved = solved
  }

  /// Returns the search; `path` is turned so that its left end is bound.
  func plan(
    _ path: SelectivePath,
    isReversed: Bool,
    isInto: Bool,
    endPredicates: [Expression],
    distinctFrom: [Slot]
  ) throws(QueryError) -> LogicalPlan.StatefulShortestPath {
    var path = path
    let last = path.steps.count - 1
    var nodeConditions = path.steps.map { _ in [Expression]() }
    nodeConditions[last] = endPredicates
    var conditions: [Expression] = []
    for predicate in path.predicates {
      let open = predicate.neededSlots(in: scope).subtracting(solved)
      if let index = path.steps.firstIndex(where: { open == [$0.connection.right] }) {
        nodeConditions[index].append(predicate)
      } else if let index = path.steps.firstIndex(where: { $0.decides(open) }) {
        path.steps[index].group.add(predicate)
      } else {
        conditions.append(predicate)
      }
    }
    for condition in conditions { path.addImplied(by: condition, in: scope) }
    var steps: [LogicalPlan.SelectiveStep] = []
    for (step, conditions) in zip(path.steps, nodeConditions) {
      steps.append(try plan(step, conditions))
    }
    return LogicalPlan.StatefulShortestPath(
      from: path.steps[0].connection.left,
      to: path.steps[last].connection.right,
      isInto: isInto,
      steps: steps,
      isReversed: isReversed,
      prefix: path.prefix,
      conditions: conditions.map { ScopedExpression($0, in: scope) },
      path: conditions.isEmpty ? nil : path.path,
      distinctFrom: distinctFrom
    )
  }

  private func plan(_ step: SelectivePath.Step, _ conditions: [Expression]) throws(QueryError)
    -> LogicalPlan.SelectiveStep
  {
    var group = try GroupPlanner(planner, step.group, step.connection, scope: scope).plan(
      quantifier: step.group.quantifier ?? Quantifier(lower: 1, upper: 1),
      isInto: false,
      distinctFrom: []
    )
    let nodes = group.lists.indices.filter { $0.isMultiple(of: 2) }.map { group.lists[$0].inner }
    let wanted = step.part.slots
    group.lists.removeAll { !wanted.contains($0.outer) }
    return LogicalPlan.SelectiveStep(
      group: group,
      nodes: nodes,
      isSingle: step.singleName != nil,
      conditions: conditions.map { ScopedExpression($0, in: scope) }
    )
  }
}

extension SelectivePath.Step {
  /// Whether the step is one relationship and nothing else is missing.
  fileprivate func decides(_ open: Set<Slot>) -> Bool {
    singleName != nil && open == Set(part.slots)
  }
}

extension QuantifiedPathPrimary {
  fileprivate mutating func add(_ predicate: Expression) {
    condition =
      condition.map { Expression(.binary(.and, $0, predicate), at: $0.range) } ?? predicate
  }
}

extension SelectivePath {
  /// Adds to the only relationship what a condition on all nodes or relationships says of each, so
  /// that the search need not try in vain.
  fileprivate mutating func addImplied(by condition: Expression, in scope: Scope) {
    guard onlyRelationship != nil, let step = steps.first,
      case .quantifier(let kind, let variable, let list, let test) = condition.withoutParentheses
        .kind,
      kind == .all || kind == .none, let test, let name = step.connection.lists.first?.name,
      test.neededSlots(in: scope).isDisjoint(with: inner.union(path.map { [$0.slot] } ?? []))
    else { return }
    let (first, last) = ("\u{0}first node", "\u{0}last node")
    var elements: [String] = []
    if list.isCall("nodes", of: path?.slot, in: scope) {
      elements = [first, last]
    } else if list.isCall("relationships", of: path?.slot, in: scope)
      || list.isVariable(step.part.slots.first, in: scope)
    {
      elements = [name]
    }
    guard !elements.isEmpty else { return }
    let each = Expression(.list(elements.map(Expression.named)), at: list.range)
    steps[0].group.path.elements = step.group.path.elements.enumerated().map { index, element in
      guard case .node(var node) = element else { return element }
      node.variable = Identifier(index == 0 ? first : last)
      return .node(node)
    }
    steps[0].group.add(
      Expression(
        .quantifier(kind, variable: variable, list: each, condition: test),
        at: condition.range
      )
    )
  }
}

extension Expression {
  fileprivate func isVariable(_ slot: Slot?, in scope: Scope) -> Bool {
    guard let slot, case .variable(let name) = withoutParentheses.kind else { return false }
    return scope.slots[name] == slot
  }

  fileprivate func isCall(_ function: String, of slot: Slot?, in scope: Scope) -> Bool {
    guard case .function(let name, false, let arguments) = withoutParentheses.kind,
      name.count == 1, name[0].name.lowercased() == function, arguments.count == 1
    else { return false }
    return arguments[0].isVariable(slot, in: scope)
  }
}
