import GraphModel

/// Holds one step of a search for selected paths: the operators that repeat it.
struct SearchStep {
  /// What is repeated.
  let plan: LogicalPlan.SelectiveStep
  /// One repetition.
  let body: any PhysicalOperator
  /// What must be true of the node where the step ends.
  let conditions: [FilterOperator.Step]

  /// Finds one repetition from each of some nodes, for one row of a chunk; `found` gets the
  /// position of the node, and the nodes and relationships of the repetition by turns.
  func `repeat`(
    from nodes: ContiguousArray<UInt32>,
    _ row: SearchRow,
    _ context: ExecutionContext,
    found: (Int, ContiguousArray<UInt32>) throws(QueryError) -> Void
  ) throws(QueryError) {
    let group = plan.group
    var argument = row.chunk(nodes.count)
    argument.fill(group.start, with: .nodes(nodes))
    guard group.body.isStreaming else {
      for (index, node) in nodes.enumerated() {
        var single = row.chunk(1)
        single.fill(group.start, with: .nodes([node]))
        try run(single, origin: nil, context) { _, elements throws(QueryError) in
          try found(index, elements)
        }
      }
      return
    }
    // A hidden column tells from which node a row of the body comes.
    let origin = argument.hiddenSlot(context)
    let numbers = ContiguousArray(0..<Int64(nodes.count))
    argument.fill(origin, with: .integers(numbers, isNull: []))
    try run(argument, origin: origin, context, found: found)
  }

  private func run(
    _ argument: DataChunk,
    origin: Slot?,
    _ context: ExecutionContext,
    found: (Int, ContiguousArray<UInt32>) throws(QueryError) -> Void
  ) throws(QueryError) {
    try body.open(context, argument: argument)
    while let chunk = try body.next(context) {
      try context.check()
      let nodes = try plan.nodes.map { slot throws(QueryError) in
        try chunk.column(slot).nodeIndices()
      }
      let relationships = try plan.group.relationships.map { slot throws(QueryError) in
        try chunk.column(slot).relationshipIndices()
      }
      for row in 0..<chunk.count {
        var elements = [nodes[0][row]] as ContiguousArray
        for (relationship, node) in zip(relationships, nodes.dropFirst()) {
          elements.append(relationship[row])
          elements.append(node[row])
        }
        let index = origin.map { chunk.value($0, at: row).integerValue ?? 0 } ?? 0
        try found(Int(index), elements)
      }
    }
  }

  /// Returns the positions of the nodes at which the step may end.
  func passing(
    _ nodes: ContiguousArray<UInt32>,
    _ row: SearchRow,
    _ context: ExecutionContext
  ) throws(QueryError) -> ContiguousArray<Int32> {
    guard !conditions.isEmpty, !nodes.isEmpty else {
      return ContiguousArray(0..<Int32(nodes.count))
    }
    var chunk = row.chunk(nodes.count)
    chunk.fill(plan.group.to, with: .nodes(nodes))
    return try chunk.passing(conditions, context)
  }
}

/// Names the row for which a search is made.
struct SearchRow {
  /// The chunk of the child.
  let input: DataChunk
  /// The row in it.
  let row: Int
  /// Relationships that must not be used.
  let excluded: ExcludedRelationships

  /// Returns the row so many times.
  func chunk(_ count: Int) -> DataChunk {
    input.gathered(ContiguousArray(repeating: Int32(row), count: count))
  }
}

extension DataChunk {
  /// Returns the positions of the rows for which all predicates are true.
  func passing(_ predicates: [FilterOperator.Step], _ context: ExecutionContext)
    throws(QueryError) -> ContiguousArray<Int32>
  {
    var chunk = self
    // A hidden column remembers the position through the filters.
    let position = hiddenSlot(context)
    chunk.fill(position, with: .integers(ContiguousArray(0..<Int64(count)), isNull: []))
    let kept = try predicates.filter(chunk, context)
    guard case .integers(let positions, _) = kept.column(position) else { return [] }
    return ContiguousArray(positions.lazy.map { Int32(truncatingIfNeeded: $0) })
  }
}
