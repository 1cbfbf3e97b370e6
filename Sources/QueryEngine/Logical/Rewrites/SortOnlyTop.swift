import CypherSyntax

/// Keeps only the rows that a LIMIT lets through while it sorts: Top instead of Sort.
struct SortOnlyTop: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    switch plan {
    case .limit(.sort(let child, let items), let limit):
      return .top(child, items, limit: limit)
    case .limit(.skip(.sort(let child, let items), let skip), let limit):
      guard let first = skip.literalCount, let count = limit.literalCount, first >= 0, count >= 0
      else { return nil }
      let (sum, isTooMany) = first.addingReportingOverflow(count)
      guard !isTooMany else { return nil }
      let last = Expression(.literal(.integer(sum)), at: limit.expression.range)
      return .skip(.top(child, items, limit: ScopedExpression(last, in: limit.scope)), skip)
    default: return nil
    }
  }
}
