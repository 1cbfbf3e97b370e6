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
  /// The nodes of one of two kinds.
  private let kind: Range<UInt32>?

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
    kind = forward.oneKindOfNodes
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
    try filter(buffer, from: start)
  }

  /// Appends what `steps(from:isBackward:to:)` does for each of some nodes, where every step leads to
  /// another kind of node.
  func steps(
    fromAll nodes: ContiguousArray<UInt32>,
    isBackward: Bool,
    to buffer: NeighbourBuffer
  ) throws(QueryError) {
    let start = buffer.count
    (isBackward ? backward : forward).read(allOf: nodes, to: buffer)
    try filter(buffer, from: start)
  }

  private func filter(_ buffer: NeighbourBuffer, from start: Int) throws(QueryError) {
    if !excluded.isEmpty {
      buffer.keep(from: start) { relationship, _ in !excluded.contains(relationship, row: row) }
    }
    try condition.filter(buffer, from: start, row: row, of: chunk, context)
  }

  /// Whether all ways between two nodes have an even number of steps, as they have between nodes of
  /// one of two kinds where every step leads to the other kind.
  func haveEvenDistance(_ node: UInt32, _ other: UInt32) -> Bool {
    kind.map { $0.contains(node) == $0.contains(other) } ?? false
  }

  /// Returns about how many relationships may be gone over from a node.
  func degree(_ node: UInt32, isBackward: Bool) -> Int {
    (isBackward ? backward : forward).degree(node)
  }
}

/// Holds one side of a breadth-first search.
struct SearchFrontier {
  /// The nodes at the present distance.
  private(set) var nodes: ContiguousArray<UInt32>
  /// The present distance.
  private(set) var distance = 0
  private let isBackward: Bool
  /// So many nodes are read together, so that the processor waits for far memory once for all; the
  /// other search may be met at the first of them.
  private static let nodesAtATime = 16
  private let buffer = NeighbourBuffer()

  init(_ start: UInt32, isBackward: Bool, marks: SearchMarks) throws(QueryError) {
    nodes = [start]
    self.isBackward = isBackward
    _ = try marks.mark(start, distance: 0, step: Column.null)
  }

  /// Whether a step costs no more relationships than one of another side.
  ///
  /// Complexity: that of the cheaper side; of the other, as few nodes are looked at as tell.
  func isCheaper(than other: SearchFrontier, in space: SearchSpace) -> Bool {
    var (cost, otherCost) = (0, 0)
    var (next, otherNext) = (0, 0)
    while true {
      if cost <= otherCost {
        guard next < nodes.count else { return true }
        cost += space.degree(nodes[next], isBackward: isBackward)
        next += 1
      } else {
        guard otherNext < other.nodes.count else { return false }
        otherCost += space.degree(other.nodes[otherNext], isBackward: other.isBackward)
        otherNext += 1
      }
    }
  }

  /// Goes one step further from all nodes and marks those that are new.
  ///
  /// - Returns: Those of them that another search has marked, or the first one.
  @discardableResult
  mutating func advance(
    _ space: SearchSpace,
    marks: SearchMarks,
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
        guard try marks.mark(end, distance: distance, step: relationship) else { continue }
        found.append(end)
        guard let other, other.distance(end) != nil else { continue }
        met.append(end)
        if isOneEnough { return met }
      }
    }
    nodes = found
    return met
  }

  /// Goes two steps further from one node after the other, and marks those that are new; for nodes
  /// whose distance to those of another search is even.
  ///
  /// The other search is mostly met long before all nodes were looked at, as it would not be by one
  /// step from all of them and then another.
  ///
  /// - Returns: The first node that the other search has marked.
  mutating func advanceTwice(
    _ space: SearchSpace,
    marks: SearchMarks,
    until other: SearchMarks
  ) throws(QueryError) -> UInt32? {
    distance += 2
    var found: ContiguousArray<UInt32> = []
    let further = NeighbourBuffer()
    var between: ContiguousArray<UInt32> = []
    for node in nodes {
      try space.context.check()
      buffer.removeAll()
      try space.steps(from: node, isBackward: isBackward, to: buffer)
      var next = 0
      while next < buffer.count {
        between.removeAll(keepingCapacity: true)
        while next < buffer.count, between.count < Self.nodesAtATime {
          let (relationship, node) = buffer[next]
          next += 1
          if try marks.mark(node, distance: distance - 1, step: relationship) {
            between.append(node)
          }
        }
        further.removeAll()
        try space.steps(fromAll: between, isBackward: isBackward, to: further)
        for index in 0..<further.count {
          let (relationship, end) = further[index]
          guard try marks.mark(end, distance: distance, step: relationship) else { continue }
          if other.distance(end) != nil { return end }
          found.append(end)
        }
      }
    }
    nodes = found
    return nil
  }
}
