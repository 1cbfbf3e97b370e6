/// Leaves DISTINCT out where grouping has made every row a different one: all its keys are among the
/// columns.
struct DropDistinctAfterGrouping: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard case .distinct(let rows, let columns) = plan,
      case .projection(.aggregation(_, let keys, _), let slots) = rows
    else { return nil }
    let kept = slots.filter { columns.contains($0.slot) }.compactMap { $0.value.variableSlot }
    return Set(keys.map { $0.slot }).isSubset(of: kept) ? rows : nil
  }
}
