/// Replaces one shape of plan by a better one that gives the same rows.
///
/// A rule looks at the top of a plan and as far down as it needs; `PlanRewriter` brings it to every
/// place. Rows may come in another order where nothing asks for one. An expression that can raise an
/// error is never evaluated for a row for which the plan before would not have evaluated it.
protocol RewriteRule: Sendable {
  /// Returns a better plan; `nil` where the rule has nothing to say.
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan?
}

/// Holds what rules know besides the plan.
struct RewriteContext {
  /// Whether rows carry what they rest on: then no row may be left out because an equal one stays.
  let tracksEvidence: Bool
  /// Estimates the rows of a plan.
  let rows: (LogicalPlan) -> Double
  /// Gives a slot that nothing else uses, which is shown by a name.
  let newSlot: (_ name: String) -> Slot
}
