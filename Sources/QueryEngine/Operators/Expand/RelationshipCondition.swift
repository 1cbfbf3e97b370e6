import GraphModel

/// Decides which relationships may be gone over.
struct RelationshipCondition {
  /// Filled with one relationship.
  let element: Slot
  /// What must be true of it.
  let predicates: [any ExpressionEvaluator]

  /// Whether there is a condition at all.
  var isDemanding: Bool { !predicates.isEmpty }

  /// Removes what a buffer has for which the condition is not true in a row of a chunk.
  func filter(
    _ buffer: NeighbourBuffer,
    row: Int,
    of chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let pairs = (0..<buffer.count).map { buffer[$0] }
    let rows = try passing(pairs.map(\.relationship), row: row, of: chunk, context)
    buffer.removeAll()
    for kept in rows { buffer.append(pairs[Int(kept)].relationship, pairs[Int(kept)].node) }
  }

  /// Removes the relationships from `start` on, and the nodes beside them, for which the condition
  /// is not true in a row of a chunk.
  func filter(
    _ relationships: inout ContiguousArray<UInt32>,
    _ nodes: inout ContiguousArray<UInt32>,
    from start: Int,
    row: Int,
    of chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    guard !predicates.isEmpty, start < relationships.count else { return }
    let rows = try passing(relationships[start...], row: row, of: chunk, context)
    for (index, kept) in rows.enumerated() {
      relationships[start + index] = relationships[start + Int(kept)]
      nodes[start + index] = nodes[start + Int(kept)]
    }
    relationships.removeLast(relationships.count - start - rows.count)
    nodes.removeLast(nodes.count - start - rows.count)
  }

  /// Returns the positions of relationships for which the condition is true in a row of a chunk.
  func passing(
    _ relationships: some Collection<UInt32>,
    row: Int,
    of chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) -> ContiguousArray<Int32> {
    let all = ContiguousArray(0..<Int32(relationships.count))
    guard !predicates.isEmpty, !all.isEmpty else { return all }
    var candidates = chunk.gathered(ContiguousArray(repeating: Int32(row), count: all.count))
    candidates.fill(element, with: .relationships(ContiguousArray(relationships)))
    return try candidates.passing(predicates, context)
  }
}
