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
    let slots = reader.add(group.path)
    reader.graph.predicates += group.condition?.conjuncts ?? []
    let graph = reader.graph
    let first = slots.nodes[0]
    var matcher = MatchPlanner(
      planner,
      graph,
      plan: .projection(
        .argument,
        [
          LogicalPlan.ProjectedSlot(
            first,
            ScopedExpression(.named(startName), in: outer)
          )
        ]
      ),
      outer: Scope(outer.slots.merging(["\u{0}first": first]) { $1 })
    )
    let body = try matcher.run()
    return LogicalPlan.RepeatedPath(
      from: connection.left,
      to: connection.right,
      isInto: isInto,
      lower: quantifier.lower,
      upper: quantifier.upper,
      body: body,
      start: start,
      end: slots.nodes[slots.nodes.count - 1],
      relationships: slots.links,
      lists: zip(slots.all, connection.pathLists).map {
        LogicalPlan.GroupList(inner: $0, outer: $1)
      },
      distinctFrom: distinctFrom
    )
  }
}
