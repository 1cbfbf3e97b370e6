import CypherSyntax
import GraphModel

/// Plans one repetition of a quantified group.
struct GroupPlanner {
  private let planner: QueryPlanner
  private let group: QuantifiedPathPrimary
  private let connection: PatternGraph.Connection
  private let scope: Scope

  init(
    _ planner: QueryPlanner,
    _ group: QuantifiedPathPrimary,
    _ connection: PatternGraph.Connection,
    scope: Scope
  ) {
    self.planner = planner
    self.group = group
    self.connection = connection
    self.scope = scope
  }

  func plan(quantifier: Quantifier, isInto: Bool, distinctFrom: [Slot]) throws(QueryError)
    -> LogicalPlan.RepeatedPath
  {
    var outer = scope
    // Inside of the group its variables mean one repetition, not the lists of all.
    for (name, _) in connection.lists { outer.slots[name] = nil }
    let start = planner.newSlot()
    let startName = PatternReader.hiddenName(start)
    outer.slots[startName] = start
    var reader = PatternReader(planner, scope: outer)
    reader.add(
      GraphPattern(paths: [group.path], range: group.range),
      condition: group.condition
    )
    var graph = reader.graph
    let nodes = graph.order
    guard let first = nodes.first, let last = nodes.last else {
      throw QueryError(.unexpectedSyntax, .compileTime, "a repeated group needs a node")
    }
    if let name = graph.nodes[first]?.name {
      graph.predicates.append(
        Expression.comparing(.variable(startName), .equal, .variable(name))
      )
    }
    var matcher = MatchPlanner(
      planner,
      graph,
      plan: .projection(
        .argument,
        [
          LogicalPlan.ProjectedSlot(
            first,
            ScopedExpression(
              Expression(.variable(startName), at: SourceRange(0, 0)),
              in: outer
            )
          )
        ]
      ),
      outer: Scope(outer.slots.merging(["\u{0}first": first]) { $1 })
    )
    let body = try matcher.run()
    let inner = innerSlots(graph)
    return LogicalPlan.RepeatedPath(
      from: connection.left,
      to: connection.right,
      isInto: isInto,
      lower: quantifier.lower,
      upper: quantifier.upper,
      body: body,
      start: start,
      end: last,
      relationships: graph.connections.map(\.slot),
      lists: lists(inner, graph),
      distinctFrom: distinctFrom
    )
  }

  /// The slots of the elements of the group, in the order of the path.
  private func innerSlots(_ graph: PatternGraph) -> [Slot] {
    var slots: [Slot] = []
    for (position, node) in graph.order.enumerated() {
      slots.append(node)
      if position < graph.connections.count { slots.append(graph.connections[position].slot) }
    }
    return slots
  }

  private func lists(_ inner: [Slot], _ graph: PatternGraph) -> [LogicalPlan.GroupList] {
    zip(inner, connection.pathLists).map { LogicalPlan.GroupList(inner: $0, outer: $1) }
  }
}
