import CypherSyntax
import GraphModel

extension QueryPlanner {
  /// Adds a MATCH clause.
  func plan(_ match: MatchStatement, _ part: inout PlanPart) throws(QueryError) {
    guard match.isOptional else {
      try planMatch(match.pattern, condition: match.condition, &part)
      return
    }
    var inner = PlanPart(plan: .argument, scope: part.scope)
    try planMatch(match.pattern, condition: match.condition, &inner)
    let nullable = inner.scope.slots.filter { part.scope.slots[$0.key] == nil }.map(\.value)
    part.plan = .optional(part.plan, inner.plan, nullable: nullable.sorted { $0.index < $1.index })
    part.scope = inner.scope
  }

  /// Adds a pattern with its condition.
  func planMatch(_ pattern: GraphPattern, condition: Expression?, _ part: inout PlanPart)
    throws(QueryError)
  {
    var reader = PatternReader(self, scope: part.scope)
    reader.add(pattern, condition: condition)
    let graph = reader.graph
    var matcher = MatchPlanner(self, graph, plan: part.plan, outer: part.scope)
    let elements =
      graph.order.filter { graph.nodes[$0]?.isBound == false }
      + graph.connections.flatMap { $0.pathLists.isEmpty ? [$0.slot] : $0.pathLists }
    let nested = try matcher.run()
    let joined = try hashJoin(graph, part, insteadOf: nested)
    let split = joined == nil ? try hashJoin(ofPartsOf: graph, part, insteadOf: nested) : nil
    part.plan = collectingEvidence(joined ?? split ?? nested, elements)
    for name in graph.newNames { part.scope.slots[name] = graph.scope.slots[name] }
  }
}
