/// Moves predicates below a projection of values that they do not read, and below a sort.
///
/// Not below DISTINCT, where one that depends on chance would be decided again and again, and not
/// below UNWIND, where one that can fail would be decided for rows whose list is empty.
struct PushFilterDown: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard case .filter(let upper, let predicates) = plan else { return nil }
    switch upper {
    case .projection(let child, let slots):
      let made = Set(slots.map { $0.slot })
      // A predicate moves only together with all that stand before it, so that none is decided
      // earlier than one that might have spared it a row.
      let lower = predicates.prefix { made.isDisjoint(with: $0.neededSlots) }
      guard !lower.isEmpty else { return nil }
      let moved = LogicalPlan.projection(.filter(child, Array(lower)), slots)
      let others = Array(predicates.dropFirst(lower.count))
      return others.isEmpty ? moved : .filter(moved, others)
    case .sort(let child, let items): return .sort(.filter(child, predicates), items)
    default: return nil
    }
  }
}
