import CypherSyntax
import GraphModel

/// Holds what all steps of one search for shortest paths need.
struct SearchSpace {
  /// The types that may be gone over.
  let types: TypeSelection
  /// The direction from the first node to the last.
  let direction: RelationshipPattern.Direction
  /// What must be true of each relationship.
  let condition: RelationshipCondition
  /// The row of the child, to which the search belongs.
  let row: Int
  /// The chunk of the child.
  let chunk: DataChunk
  /// Relationships that must not be used.
  let excluded: ExcludedRelationships
  /// The run.
  let context: ExecutionContext

  /// Appends the relationships that may be gone over from a node, forwards or backwards, and the
  /// nodes at their other ends.
  func steps(
    from node: UInt32,
    isBackward: Bool,
    relationships: inout ContiguousArray<UInt32>,
    nodes: inout ContiguousArray<UInt32>
  ) throws(QueryError) {
    let start = relationships.count
    context.graph.expand(
      node,
      types,
      isBackward ? direction.reversed : direction,
      relationships: &relationships,
      nodes: &nodes
    )
    if !excluded.isEmpty {
      var kept = start
      for index in start..<relationships.count
      where !excluded.contains(relationships[index], row: row) {
        relationships[kept] = relationships[index]
        nodes[kept] = nodes[index]
        kept += 1
      }
      relationships.removeLast(relationships.count - kept)
      nodes.removeLast(nodes.count - kept)
    }
    try condition.filter(&relationships, &nodes, from: start, row: row, of: chunk, context)
  }
}

/// Holds one side of a breadth-first search.
struct SearchFrontier {
  /// The nodes at the present distance.
  private(set) var nodes: ContiguousArray<UInt32>
  /// The present distance.
  private(set) var distance = 0
  private let isBackward: Bool
  private var relationships: ContiguousArray<UInt32> = []
  private var ends: ContiguousArray<UInt32> = []

  init(_ start: UInt32, isBackward: Bool, marks: inout SearchMarks) {
    nodes = [start]
    self.isBackward = isBackward
    _ = marks.mark(start, distance: 0, step: Column.null)
  }

  /// Goes one step further from all nodes and marks those that are new.
  mutating func advance(_ space: SearchSpace, marks: inout SearchMarks) throws(QueryError) {
    try space.context.check()
    distance += 1
    var found: ContiguousArray<UInt32> = []
    for node in nodes {
      relationships.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      try space.steps(
        from: node,
        isBackward: isBackward,
        relationships: &relationships,
        nodes: &ends
      )
      for index in ends.indices
      where marks.mark(ends[index], distance: distance, step: relationships[index]) {
        found.append(ends[index])
      }
    }
    nodes = found
  }
}
