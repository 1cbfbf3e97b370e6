/// Lets an expand arrive at each node only once where only the different nodes matter: below DISTINCT
/// on the node alone, and below aggregates that count a value once and read nothing but the node.
///
/// With two steps over events (who met whom) this is the difference between all pairs of
/// participations and all people. Of such rows DISTINCT has nothing left to do.
struct PruneExpand: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard !context.tracksEvidence else { return nil }
    switch plan {
    case .distinct(let rows, let slots):
      guard slots.count == 1, let node = slots.first else { return nil }
      return pruned(rows, to: node)
    case .aggregation(let rows, let keys, let aggregates):
      let needed = (keys.map { $0.value } + aggregates.flatMap { $0.arguments })
        .reduce(into: Set<Slot>()) { $0.formUnion($1.neededSlots) }
      guard needed.count == 1, let node = needed.first, !aggregates.isEmpty,
        aggregates.allSatisfy(\.ignoresRepetition)
      else { return nil }
      return pruned(rows, to: node).map { .aggregation($0, keys: keys, aggregates: aggregates) }
    default: return nil
    }
  }

  /// The rows with the expand that fills the node pruned; only filters that read nothing but the
  /// node may stand above it.
  private func pruned(_ rows: LogicalPlan, to node: Slot) -> LogicalPlan? {
    switch rows {
    case .filter(let child, let predicates):
      guard predicates.allSatisfy({ $0.neededSlots.isSubset(of: [node]) }) else { return nil }
      return pruned(child, to: node).map { .filter($0, predicates) }
    case .expand(let child, var expand):
      guard expand.to == node, !expand.isInto, !expand.isPruning else { return nil }
      expand.isPruning = true
      return .expand(child, expand)
    default: return nil
    }
  }
}

extension LogicalPlan.Aggregate {
  /// Whether it makes no difference how often the same row comes.
  fileprivate var ignoresRepetition: Bool {
    !arguments.isEmpty && (isDistinct || ["min", "max"].contains(function))
  }
}
