import GraphModel

/// Decides which relationships may be gone over.
struct RelationshipCondition {
  /// Filled with one relationship.
  private let element: Slot
  /// What must be true of it.
  private let predicates: [FilterOperator.Step]

  init(element: Slot, predicates: [any ExpressionEvaluator]) {
    self.element = element
    self.predicates = predicates.map(FilterOperator.Step.init)
  }

  /// Removes what a buffer has from `start` on for which the condition is not true in a row of a
  /// chunk.
  func filter(
    _ buffer: NeighbourBuffer,
    from start: Int,
    row: Int,
    of chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    guard !predicates.isEmpty, start < buffer.count else { return }
    let pairs = (start..<buffer.count).map { buffer[$0] }
    let relationships = ContiguousArray(pairs.lazy.map(\.relationship))
    let rows = try passing(relationships, row: row, of: chunk, context)
    buffer.truncate(to: start)
    for kept in rows { buffer.append(pairs[Int(kept)].relationship, pairs[Int(kept)].node) }
  }

  /// Returns the positions of relationships for which the condition is true in a row of a chunk.
  func passing(
    _ relationships: ContiguousArray<UInt32>,
    row: Int,
    of chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) -> ContiguousArray<Int32> {
    let all = ContiguousArray(0..<Int32(relationships.count))
    guard !predicates.isEmpty, !all.isEmpty else { return all }
    var candidates = chunk.gathered(ContiguousArray(repeating: Int32(row), count: all.count))
    candidates.fill(element, with: .relationships(relationships))
    return try candidates.passing(predicates, context)
  }
}
