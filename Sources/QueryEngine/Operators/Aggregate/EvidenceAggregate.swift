import GraphModel

/// Joins what the rows of each group rest on.
final class EvidenceAggregate<Evidence: RowEvidence>: GroupedAggregate {
  private let slot: Slot
  private var sets: [Evidence] = []

  init(_ slot: Slot) { self.slot = slot }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    sets.append(contentsOf: repeatElement(Evidence(), count: groupCount - sets.count))
    let evidence = chunk.column(slot)
    for row in 0..<chunk.count { try sets[Int(groups[row])].merge(evidence.value(at: row)) }
  }

  func results(groupCount: Int) -> Column {
    let missing = repeatElement(Evidence(), count: max(0, groupCount - sets.count))
    return .values(ContiguousArray((sets + missing).map(\.value)))
  }

  func removeAll() { sets.removeAll(keepingCapacity: true) }
}
