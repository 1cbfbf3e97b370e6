import GraphModel

extension QueryPlanner {
  /// Returns the rows before a pattern joined with the pattern found by itself, where that is much
  /// less work than looking for the pattern from each of these rows.
  ///
  /// So people who met both A and B are found from A and from B, and not through all whom A has met.
  func hashJoin(_ graph: PatternGraph, _ part: PlanPart, insteadOf nested: LogicalPlan)
    throws(QueryError) -> LogicalPlan?
  {
    let shared = graph.order.filter { graph.nodes[$0]?.isBound == true }
    guard !isNaive, part.plan != .argument, !part.plan.isWriting, !shared.isEmpty,
      shared.count < graph.order.count, stands(graph)
    else { return nil }
    var matcher = MatchPlanner(self, graph, plan: .argument, outer: Scope())
    let alone = rewritten(try matcher.run())
    let joined = LogicalPlan.nodeHashJoin(part.plan, alone, nodes: shared)
    return estimate.work(rewritten(nested)) > Self.joinAdvantage * estimate.work(rewritten(joined))
      ? joined : nil
  }

  /// Estimates are rough: a join must promise to be so many times better.
  private static let joinAdvantage = 2.0

  /// Whether the pattern consists of single relationships and needs nothing but its own nodes and
  /// relationships.
  private func stands(_ graph: PatternGraph) -> Bool {
    let own = Set(graph.nodes.keys).union(graph.connections.map(\.slot))
    return graph.paths.isEmpty
      && graph.connections.allSatisfy { connection in
        guard case .relationship(let pattern) = connection.kind else { return false }
        return !connection.isBound && pattern.bounds == nil
      }
      && graph.predicates.allSatisfy { predicate in
        let needs = MentionedNames.of(predicate).compactMap { graph.scope.slots[$0] }
        return own.isSuperset(of: needs)
      }
  }
}
