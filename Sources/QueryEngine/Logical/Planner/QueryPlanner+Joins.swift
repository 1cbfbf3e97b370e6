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
    return estimate.work(rewritten(nested)) > joinAdvantage * estimate.work(rewritten(joined))
      ? joined : nil
  }

  /// Returns a pattern found as two parts that share one node, with their rows put together, where
  /// that is much less work than going on from each row of the first part.
  ///
  /// So the people at a meeting and their agencies are found once, and not once for each of them.
  func hashJoin(ofPartsOf graph: PatternGraph, _ part: PlanPart, insteadOf nested: LogicalPlan)
    throws(QueryError) -> LogicalPlan?
  {
    guard !isNaive, !part.plan.isWriting, graph.isOfSingleRelationships else { return nil }
    let splits = graph.splits
    guard !splits.isEmpty else { return nil }
    // What is compared goes over the same relationships, so that little can be wrong in one alone.
    let work = estimate.work(rewritten(nested)) / (0.75 * joinAdvantage)
    var best: (plan: LogicalPlan, work: Double)?
    for split in splits {
      guard let joined = try plan(split, part) else { continue }
      let own = estimate.work(rewritten(joined))
      if own < best?.work ?? work { best = (joined, own) }
    }
    return best?.plan
  }

  /// The table of a join is kept in memory: it shall not have more rows than that.
  private static let mostTableRows = 16_000_000.0

  private func plan(_ split: PatternGraph.Split, _ part: PlanPart) throws(QueryError)
    -> LogicalPlan?
  {
    var near = MatchPlanner(self, split.near, plan: part.plan, outer: part.scope)
    var far = MatchPlanner(self, split.far, plan: .argument, outer: Scope())
    let table = try far.run()
    guard estimate.rows(table) <= Self.mostTableRows else { return nil }
    let joined = LogicalPlan.nodeHashJoin(try near.run(), table, nodes: [split.node])
    guard !split.predicates.isEmpty else { return joined }
    return .filter(joined, split.predicates.map { ScopedExpression($0, in: split.near.scope) })
  }

  /// Whether the pattern consists of single relationships and needs nothing but its own nodes and
  /// relationships.
  private func stands(_ graph: PatternGraph) -> Bool {
    graph.isOfSingleRelationships
      && graph.predicates.allSatisfy { graph.slots(in: $0).isSubset(of: graph.own) }
  }
}
