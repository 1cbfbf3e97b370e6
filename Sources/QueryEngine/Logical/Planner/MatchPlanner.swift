import CypherSyntax
import GraphModel

/// Finds an order in which the nodes and connections of a pattern are found, and plans it.
///
/// Greedy: starts from what is bound, else where the fewest nodes are expected; then always takes
/// the connection that promises the fewest rows; every predicate is applied as soon as its variables
/// are there.
struct MatchPlanner {
  let planner: QueryPlanner
  let graph: PatternGraph
  private(set) var plan: LogicalPlan
  private(set) var solved: Set<Slot>
  private(set) var openConnections: [PatternGraph.Connection]
  private(set) var openPredicates: [(expression: Expression, needs: Set<Slot>)]
  /// The relationships gone over, or lists of them, with their types; any where there are none.
  private var relationships: [(slot: Slot, types: [String])] = []

  init(_ planner: QueryPlanner, _ graph: PatternGraph, plan: LogicalPlan, outer: Scope) {
    self.planner = planner
    self.graph = graph
    self.plan = plan
    solved = Set(outer.slots.values)
    openConnections = graph.connections
    openPredicates = graph.predicates.map { predicate in
      (predicate, graph.slots(in: predicate))
    }
  }

  /// Returns the plan of the whole pattern.
  mutating func run() throws(QueryError) -> LogicalPlan {
    if planner.isNaive { return try runNaively() }
    applyPredicates()
    while true {
      if let next = nextConnection() {
        try goOver(openConnections.remove(at: next))
      } else if let start = nextStart() {
        scan(start)
      } else {
        break
      }
      projectPaths()
      applyPredicates()
    }
    projectPaths()
    applyPredicates()
    return plan
  }

  /// Tries all nodes for every node, then looks for the connections between them as they are
  /// written, and filters what is left.
  private mutating func runNaively() throws(QueryError) -> LogicalPlan {
    for node in graph.order where solved.insert(node).inserted {
      plan = .allNodesScan(plan, node: node)
    }
    for connection in openConnections { try goOver(connection) }
    projectPaths()
    applyPredicates()
    return plan
  }

  // MARK: - Starts

  private mutating func scan(_ node: PatternGraph.Node) {
    if let connection = openConnections.first(where: {
      $0.isBound && isSingle($0) && ($0.left == node.slot || $0.right == node.slot)
    }) {
      startFrom(connection, node)
    } else if let label = node.label {
      plan = .nodeByLabelScan(plan, node: node.slot, label: label)
      openPredicates.removeAll { $0.expression.isLabelTest(of: node.name, label) }
    } else {
      plan = .allNodesScan(plan, node: node.slot)
    }
    solved.insert(node.slot)
  }

  /// Starts from the ends of a relationship that is bound.
  private mutating func startFrom(
    _ connection: PatternGraph.Connection,
    _ node: PatternGraph.Node
  ) {
    guard case .relationship(let pattern) = connection.kind else { return }
    let relationship = Expression(.variable(connection.name), at: SourceRange(0, 0))
    let first = Expression.calling("startnode", [relationship])
    let last = Expression.calling("endnode", [relationship])
    let scope = graph.scope
    let isLeft = connection.left == node.slot
    switch pattern.direction {
    case .either:
      let both = Expression(
        .caseExpression(
          operand: nil,
          branches: [
            CaseBranch(
              conditions: [Expression.comparing(first.kind, .equal, last.kind)],
              result: Expression(.list([first]), at: SourceRange(0, 0))
            )
          ],
          otherwise: Expression(.list([first, last]), at: SourceRange(0, 0))
        ),
        at: SourceRange(0, 0)
      )
      plan = .unwind(plan, list: ScopedExpression(both, in: scope), variable: node.slot)
    case .outgoing, .incoming:
      let isFirst = (pattern.direction == .outgoing) == isLeft
      plan = .projection(
        plan,
        [
          LogicalPlan.ProjectedSlot(
            node.slot,
            ScopedExpression(isFirst ? first : last, in: scope)
          )
        ]
      )
    }
  }

  // MARK: - Predicates and paths

  private mutating func applyPredicates() {
    let ready = openPredicates.filter { $0.needs.isSubset(of: solved) }
    guard !ready.isEmpty else { return }
    openPredicates.removeAll { $0.needs.isSubset(of: solved) }
    plan = .filter(plan, ready.map { ScopedExpression($0.expression, in: graph.scope) })
  }

  private mutating func projectPaths() {
    for path in graph.paths
    where !solved.contains(path.slot) && path.needs.isSubset(of: solved) {
      plan = .projectPath(plan, path: path.slot, elements: path.elements)
      solved.insert(path.slot)
    }
  }

  // MARK: - Connections

  private mutating func goOver(_ connection: PatternGraph.Connection) throws(QueryError) {
    // From left to right where possible, so that lists need not be turned round.
    let isReversed = !solved.contains(connection.left)
    switch connection.kind {
    case .relationship(let pattern):
      let expand = expand(connection, pattern, isReversed: isReversed)
      if let (lower, upper) = pattern.bounds {
        plan = .varLengthExpand(
          plan,
          varLength(expand, connection, pattern, lower, upper, isReversed: isReversed)
        )
      } else {
        plan = .expand(plan, expand)
      }
    case .selective(let path): try goOver(path, connection, isReversed: isReversed)
    case .group(let group):
      try goOver(group, connection, isReversed: isReversed)
    }
    solved.formUnion([connection.left, connection.right, connection.slot])
    if case .relationship(let pattern) = connection.kind {
      relationships.append((connection.slot, pattern.types?.names ?? []))
    }
  }

  private func expand(
    _ connection: PatternGraph.Connection,
    _ pattern: RelationshipPattern,
    isReversed: Bool
  ) -> LogicalPlan.Expand {
    let (from, to) =
      isReversed ? (connection.right, connection.left) : (connection.left, connection.right)
    let types = pattern.types?.names ?? []
    return LogicalPlan.Expand(
      from: from,
      to: to,
      isInto: solved.contains(to),
      relationship: connection.slot,
      isRelationshipBound: connection.isBound,
      types: types,
      direction: isReversed ? pattern.direction.reversed : pattern.direction,
      distinctFrom: relationships(thatMayBeOf: types).filter { $0 != connection.slot }
    )
  }

  /// The relationships gone over that may be the same as one of some types, of any where none is
  /// named: a relationship has one type.
  private func relationships(thatMayBeOf types: [String]) -> [Slot] {
    relationships.lazy.filter { $0.types.mayShareType(with: types) }.map(\.slot)
  }

  private func varLength(
    _ expand: LogicalPlan.Expand,
    _ connection: PatternGraph.Connection,
    _ pattern: RelationshipPattern,
    _ lower: Int,
    _ upper: Int?,
    isReversed: Bool
  ) -> LogicalPlan.VarLengthExpand {
    let element = planner.newSlot()
    let name = PatternReader.hiddenName(element)
    var scope = graph.scope
    scope.slots[name] = element
    var conditions: [Expression] = []
    if let properties = pattern.properties {
      conditions += PatternReader.equalities(properties, of: name)
    }
    let variable = Expression(.variable(name), at: SourceRange(0, 0))
    if let types = pattern.types, types.names == nil {
      conditions.append(Expression(.hasLabels(variable, types), at: SourceRange(0, 0)))
    }
    if let condition = pattern.condition {
      // Inside of the pattern the variable means one relationship.
      if let own = pattern.variable?.name { scope.slots[own] = element }
      conditions += condition.conjuncts
    }
    return LogicalPlan.VarLengthExpand(
      expand: expand,
      lower: lower,
      upper: upper,
      isReversed: isReversed,
      element: element,
      condition: conditions.map { ScopedExpression($0, in: scope) }
    )
  }

  private mutating func goOver(
    _ path: SelectivePath,
    _ connection: PatternGraph.Connection,
    isReversed: Bool
  ) throws(QueryError) {
    let ends = solved.intersection([connection.left, connection.right])
    let isInto = ends.count == Set([connection.left, connection.right]).count
    if isInto, path.predicates.isEmpty, let pattern = path.onlyRelationship {
      let (lower, upper) = pattern.bounds ?? (1, 1)
      let expand = expand(connection, pattern, isReversed: false)
      let search = LogicalPlan.ShortestPath(
        expand: varLength(expand, connection, pattern, lower, upper, isReversed: false),
        prefix: path.prefix
      )
      plan = .shortestPath(plan, search)
    } else {
      let end = isReversed ? connection.left : connection.right
      let ready = openPredicates.filter {
        $0.needs.isSubset(of: solved.union([end]))
      }
      openPredicates.removeAll { $0.needs.isSubset(of: solved.union([end])) }
      let search = try SelectivePathPlanner(planner, scope: graph.scope, solved: solved).plan(
        isReversed ? path.reversed : path,
        isReversed: isReversed,
        isInto: isInto,
        endPredicates: ready.map(\.expression),
        distinctFrom: relationships(thatMayBeOf: [])
      )
      plan = .statefulShortestPath(plan, search)
    }
    solved.formUnion(connection.pathLists)
    relationships += path.relationshipSlots.map { ($0, []) }
  }

  private mutating func goOver(
    _ group: QuantifiedPathPrimary,
    _ connection: PatternGraph.Connection,
    isReversed: Bool
  ) throws(QueryError) {
    guard let quantifier = group.quantifier else { return }
    if isReversed, let left = graph.nodes[connection.left] { scan(left) }
    let repeated = try GroupPlanner(planner, group, connection, scope: graph.scope).plan(
      quantifier: quantifier,
      isInto: solved.contains(connection.right),
      distinctFrom: relationships(thatMayBeOf: [])
    )
    plan = .repeatedPath(plan, repeated)
    solved.formUnion(connection.pathLists)
    solved.formUnion(connection.lists.map(\.slot))
    relationships += repeated.lists.filter { repeated.relationships.contains($0.inner) }
      .map { ($0.outer, []) }
  }
}

extension Expression {
  /// Tells whether this is the test for one label of a variable.
  fileprivate func isLabelTest(of name: String, _ label: String) -> Bool {
    guard case .hasLabels(let owner, .label(let tested)) = kind,
      case .variable(let variable) = owner.kind
    else { return false }
    return variable == name && tested.name == label
  }
}
