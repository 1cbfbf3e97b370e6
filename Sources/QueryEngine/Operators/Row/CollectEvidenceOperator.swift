import GraphModel

/// Adds nodes and relationships in some slots to what each row rests on.
///
/// ```
/// for row in child:
///   row.evidence += elements in slots(row)
///   emit row
/// ```
final class CollectEvidenceOperator<Evidence: RowEvidence>: PhysicalOperator {
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
      let elements = Value.list(columns.map { $0.value(at: row) })
      lists.append(try Evidence.adding(elements, to: before.value(at: row)))
    }
    chunk.fill(evidence, with: .values(lists))
    return chunk
  }
}
