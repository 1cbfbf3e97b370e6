import CypherSyntax

extension LogicalPlan {
  /// Whether the rows, for one row of the argument, are known to come in the order of the first of
  /// some items: a search for texts that begin with another gives them in their order.
  func isSorted(by items: [SortItem]) -> Bool {
    guard let first = items.first, !first.isDescending else { return false }
    return isSorted(by: first.value)
  }

  private func isSorted(by value: ScopedExpression) -> Bool {
    switch self {
    case .filter(let child, _), .collectEvidence(let child, _), .deriveRelationships(let child, _):
      return child.isSorted(by: value)
    case .projection(let child, let slots):
      let made = value.variableSlot.flatMap { slot in slots.first { $0.slot == slot } }
      return child.isSorted(by: made?.value ?? value)
    case .nodeIndexSeek(.argument, let seek):
      guard case .prefix = seek.comparison,
        let (variable, key) = value.expression.variableProperty
      else { return false }
      return value.scope.slots[variable] == seek.node && key == seek.key
    default: return false
    }
  }
}
