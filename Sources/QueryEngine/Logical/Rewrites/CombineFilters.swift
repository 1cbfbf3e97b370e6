/// Makes one filter of two that follow each other; the lower one stays the first to decide.
struct CombineFilters: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard case .filter(.filter(let child, let first), let second) = plan else { return nil }
    return .filter(child, first + second)
  }
}
