import GraphModel

/// Joins what the rows of each group rest on.
final class EvidenceAggregate: GroupedAggregate {
  private let slot: Slot
  private var sets: [EvidenceSet] = []

  init(_ slot: Slot) { self.slot = slot }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    sets.append(contentsOf: repeatElement(EvidenceSet(), count: groupCount - sets.count))
    let evidence = chunk.column(slot)
    for row in 0..<chunk.count { sets[Int(groups[row])].add(evidence.value(at: row)) }
  }

  func results(groupCount: Int) -> Column {
    let missing = repeatElement(EvidenceSet(), count: max(0, groupCount - sets.count))
    return .values(ContiguousArray((sets + missing).map(\.value)))
  }
}

/// Lists the witnesses of all rows of each group.
final class WitnessAggregate: GroupedAggregate {
  private let slot: Slot
  private var sets: [WitnessSet] = []

  init(_ slot: Slot) { self.slot = slot }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    sets.append(contentsOf: repeatElement(WitnessSet(), count: groupCount - sets.count))
    let evidence = chunk.column(slot)
    for row in 0..<chunk.count {
      for witness in WitnessSet.witnesses(in: evidence.value(at: row)) {
        try sets[Int(groups[row])].insert(witness)
      }
    }
  }

  func results(groupCount: Int) -> Column {
    let missing = repeatElement(WitnessSet(), count: max(0, groupCount - sets.count))
    return .values(ContiguousArray((sets + missing).map(\.value)))
  }
}
