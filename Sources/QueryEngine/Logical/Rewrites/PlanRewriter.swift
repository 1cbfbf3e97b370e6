/// Rewrites a plan by all rules, from its leaves up, until none has anything to say.
///
/// Complexity: O(n) in the number of operators for each time that a rule succeeds at one place.
struct PlanRewriter {
  /// The rules in the order in which they are tried at each place.
  private static let rules: [any RewriteRule] = [
    CombineFilters(),
    PushFilterDown(),
    SeekByProperty(),
    CountFromStore(),
    SortOnlyTop(),
    DropDistinctAfterGrouping(),
    PruneExpand(),
    ReadPropertiesOnce(),
  ]

  /// No plan needs as many steps at one place; a pair of rules that undo each other must not hang.
  private static let maximumStepsPerPlace = 64

  private let context: RewriteContext

  init(_ context: RewriteContext) { self.context = context }

  /// Returns the plan that the rules lead to.
  func rewritten(_ plan: LogicalPlan) -> LogicalPlan {
    var plan = plan.replacingChildren(rewritten)
    for _ in 0..<Self.maximumStepsPerPlace {
      guard let better = step(plan) else { break }
      plan = better.replacingChildren(rewritten)
    }
    return plan
  }

  private func step(_ plan: LogicalPlan) -> LogicalPlan? {
    for rule in Self.rules {
      if let better = rule.rewritten(plan, context), better != plan { return better }
    }
    return nil
  }
}
