import CypherSyntax
import GraphModel

/// Holds what all steps of one search for shortest paths need.
struct SearchSpace {
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
  private let forward: NeighbourReader
  private let backward: NeighbourReader

  init(
    _ expand: LogicalPlan.Expand,
    condition: RelationshipCondition,
    row: Int,
    of input: VarLengthInput,
    _ context: ExecutionContext
  ) {
    self.condition = condition
    self.row = row
    chunk = input.chunk
    excluded = input.excluded
    self.context = context
    let types = context.graph.relationships.selection(of: expand.types)
    forward = NeighbourReader(context.graph, types, expand.direction)
    backward = NeighbourReader(context.graph, types, expand.direction.reversed)
  }

  /// Appends the relationships that may be gone over from a node, forwards or backwards, and the
  /// nodes at their other ends.
  func steps(
    from node: UInt32,
    isBackward: Bool,
    to buffer: NeighbourBuffer
  ) throws(QueryError) {
    let start = buffer.count
    (isBackward ? backward : forward).read(node, to: buffer)
    if !excluded.isEmpty {
      buffer.keep(from: start) { relationship, _ in !excluded.contains(relationship, row: row) }
    }
    try condition.filter(buffer, from: start, row: row, of: chunk, context)
  }
}

/// Holds one side of a breadth-first search.
struct SearchFrontier {
  /// The nodes at the present distance.
  private(set) var nodes: ContiguousArray<UInt32>
  /// The present distance.
  private(set) var distance = 0
  private let isBackward: Bool
  private let buffer = NeighbourBuffer()

  init(_ start: UInt32, isBackward: Bool, marks: inout SearchMarks) {
    nodes = [start]
    self.isBackward = isBackward
    _ = marks.mark(start, distance: 0, step: Column.null)
  }

  /// Goes one step further from all nodes and marks those that are new.
  ///
  /// - Returns: Those of them that another search has marked, or the first one.
  @discardableResult
  mutating func advance(
    _ space: SearchSpace,
    marks: inout SearchMarks,
    until other: SearchMarks? = nil,
    isOneEnough: Bool = false
  ) throws(QueryError) -> [UInt32] {
    try space.context.check()
    distance += 1
    var found: ContiguousArray<UInt32> = []
    var met: [UInt32] = []
    for node in nodes {
      buffer.removeAll()
      try space.steps(from: node, isBackward: isBackward, to: buffer)
      for index in 0..<buffer.count {
        let (relationship, end) = buffer[index]
        guard marks.mark(end, distance: distance, step: relationship) else { continue }
        found.append(end)
        guard let other, other.distance(end) != nil else { continue }
        met.append(end)
        if isOneEnough { return met }
      }
    }
    nodes = found
    return met
  }
}
