import CypherSyntax

/// Answers the count of all nodes, of the nodes with a label, and of the relationships of some types
/// from what the graph knows of itself.
///
/// Only where the count stands alone and nothing but the scan is below.
struct CountFromStore: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard !context.tracksEvidence, case .aggregation(let rows, let keys, let aggregates) = plan,
      keys.isEmpty, aggregates.count == 1, let count = aggregates.first,
      count.function == "count", !count.isDistinct,
      let (counted, slots) = counted(rows),
      count.arguments.allSatisfy({ $0.variableSlot.map(slots.contains) ?? false })
    else { return nil }
    return .countFromStore(.argument, LogicalPlan.StoredCount(slot: count.slot, counted: counted))
  }

  /// What the rows are, and the slots that are null in none of them.
  private func counted(_ rows: LogicalPlan)
    -> (counted: LogicalPlan.StoredCount.Counted, slots: [Slot])?
  {
    switch rows {
    case .allNodesScan(.argument, let node): (.nodes(label: nil), [node])
    case .nodeByLabelScan(.argument, let node, let label): (.nodes(label: label), [node])
    case .expand(.allNodesScan(.argument, let node), let expand)
    where expand.direction != .either && !expand.isInto && !expand.isRelationshipBound:
      (.relationships(types: expand.types), [node, expand.relationship, expand.to])
    default: nil
    }
  }
}
