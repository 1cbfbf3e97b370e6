/// Moves predicates below what neither makes nor removes the values that they read: a projection of
/// other values, DISTINCT over these values, a sort, an UNWIND.
struct PushFilterDown: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard case .filter(let upper, let predicates) = plan else { return nil }
    switch upper {
    case .projection(let child, let slots):
      let made = Set(slots.map { $0.slot })
      return moved(predicates, where: made.isDisjoint) { .projection(.filter(child, $0), slots) }
    case .distinct(let child, let slots):
      return moved(predicates, where: Set(slots).isSuperset) {
        .distinct(.filter(child, $0), slots)
      }
    case .sort(let child, let items): return .sort(.filter(child, predicates), items)
    case .unwind(let child, let list, let variable):
      return moved(predicates, where: { !$0.contains(variable) }) {
        .unwind(.filter(child, $0), list: list, variable: variable)
      }
    default: return nil
    }
  }

  /// Moves the predicates that read only some slots.
  ///
  /// A predicate moves only together with all that stand before it, so that none is decided earlier
  /// than one that might have spared it a row.
  private func moved(
    _ predicates: [ScopedExpression],
    where canRead: (Set<Slot>) -> Bool,
    below: ([ScopedExpression]) -> LogicalPlan
  ) -> LogicalPlan? {
    let lower = predicates.prefix { canRead($0.neededSlots) }
    guard !lower.isEmpty else { return nil }
    let upper = predicates.dropFirst(lower.count)
    return upper.isEmpty ? below(Array(lower)) : .filter(below(Array(lower)), Array(upper))
  }
}
