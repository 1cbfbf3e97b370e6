import GraphModel

/// Adds nodes and relationships in some slots to each witness of each row.
///
/// ```
/// for row in child:
///   for witness in row.evidence: witness += elements in slots(row)
///   emit row
/// ```
final class CollectWitnessesOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let slots: [Slot]
  private let evidence: Slot

  init(_ child: any PhysicalOperator, _ slots: [Slot], evidence: Slot) {
    self.child = child
    self.slots = slots
    self.evidence = evidence
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard var chunk = try child.next(context) else { return nil }
    let columns = slots.map(chunk.column)
    let before = chunk.column(evidence)
    var lists: ContiguousArray<Value> = []
    lists.reserveCapacity(chunk.count)
    for row in 0..<chunk.count {
      let added = Value.list(columns.map { $0.value(at: row) })
      let witnesses = WitnessSet.witnesses(in: before.value(at: row))
      // What grouping made of no row is derived from here on.
      lists.append(try Self.adding(added, to: witnesses.isEmpty ? [.list([])] : witnesses))
    }
    chunk.fill(evidence, with: .values(lists))
    return chunk
  }

  private static func adding(_ added: Value, to witnesses: [Value]) throws(QueryError) -> Value {
    var result = WitnessSet()
    for witness in witnesses {
      var elements = EvidenceSet(witness)
      elements.add(added)
      try result.insert(elements.value)
    }
    return result.value
  }
}
