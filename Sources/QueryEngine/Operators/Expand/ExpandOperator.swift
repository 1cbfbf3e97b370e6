import CypherSyntax
import GraphModel

/// Goes from a bound node over one relationship: Expand(All), and Expand(Into) where the other node
/// is bound, too.
///
/// ```
/// for row in child:
///   for relationship, node in relationships(row.from, types, direction):
///     if relationship is none of the others of this MATCH
///         (and, pruning, node was not arrived at before):
///       emit row + relationship + node
/// ```
final class ExpandOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.Expand
  /// The slots of the child that somebody above reads; all where it is `nil`.
  private let kept: [Slot]?
  private let keepsRelationship: Bool
  private var input: Input?
  private var row = 0
  private let found: NeighbourBuffer
  /// The row of the input for each pair found.
  private var rows: ContiguousArray<Int32> = []
  /// How many of them were handed on.
  private var position = 0
  /// Reads the only list, from one chunk to the next.
  private var blocks: BlockReader?
  /// The nodes arrived at before, if each is wanted only once.
  private var seen = NodeSet()

  /// The wanted types, and of how many types in the graph they were chosen.
  private var types = (chosen: TypeSelection.all, of: -1)

  /// Holds a chunk of the child and the columns that are read for each row; an object, so that
  /// nothing is copied to look at it.
  private final class Input {
    let chunk: DataChunk
    let from: ContiguousArray<UInt32>
    let to: ContiguousArray<UInt32>
    let relationships: ContiguousArray<UInt32>
    let excluded: ExcludedRelationships
    let types: TypeSelection
    let neighbours: Neighbours

    init(
      _ chunk: DataChunk,
      _ plan: LogicalPlan.Expand,
      _ types: TypeSelection,
      _ neighbours: Neighbours
    ) throws(QueryError) {
      self.chunk = chunk
      self.types = types
      self.neighbours = neighbours
      from = try chunk.column(plan.from).nodeIndices()
      to = plan.isInto ? try chunk.column(plan.to).nodeIndices() : []
      relationships =
        plan.isRelationshipBound
        ? try chunk.column(plan.relationship).relationshipIndices() : []
      excluded = try ExcludedRelationships(plan.distinctFrom, of: chunk)
    }
  }

  /// Says how the relationships of a row are found.
  private enum Neighbours {
    /// Those between two nodes, or one that is known.
    case connecting
    /// Of several rows at a time, where there is only one list.
    case blocks(BlockReader)
    case lists(NeighbourReader)
  }

  init(_ child: any PhysicalOperator, _ plan: LogicalPlan.Expand, keeping kept: Set<Slot>? = nil) {
    self.child = child
    self.plan = plan
    self.kept = kept.map(Array.init)
    keepsRelationship = !plan.isRelationshipBound && kept?.contains(plan.relationship) ?? true
    found = NeighbourBuffer(needsRelationships: keepsRelationship || !plan.distinctFrom.isEmpty)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    clear()
    seen = NodeSet()
    try child.open(context, argument: argument)
  }

  private func clear() {
    found.removeAll()
    rows.removeAll(keepingCapacity: true)
    position = 0
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if let input, position < rows.count { return output(input) }
      try context.check()
      clear()
      if let input, row < input.chunk.count {
        expandRows(input, context.graph)
      } else {
        guard let chunk = try child.next(context) else {
          input = nil
          return nil
        }
        context.graph.prepareAdjacency()
        input = try read(chunk, context.graph)
        row = 0
      }
    }
  }

  private func read(_ chunk: DataChunk, _ graph: PropertyGraph) throws(QueryError) -> Input {
    let typeCount = graph.relationships.typeNames.count
    if types.of != typeCount { types = (graph.relationships.selection(of: plan.types), typeCount) }
    return try Input(chunk, plan, types.chosen, neighbours(graph, types.chosen))
  }

  private func neighbours(_ graph: PropertyGraph, _ types: TypeSelection) -> Neighbours {
    if plan.isRelationshipBound || plan.isInto { return .connecting }
    if let list = graph.onlyList(types, plan.direction) { return .blocks(reader(of: list)) }
    return .lists(NeighbourReader(graph, types, plan.direction))
  }

  private func reader(of list: ImageNeighbours) -> BlockReader {
    if let blocks, blocks.list === list {
      blocks.begin()
      return blocks
    }
    let made = BlockReader(list)
    blocks = made
    return made
  }

  private func expandRows(_ input: Input, _ graph: PropertyGraph) {
    // Chosen once: what is in a case is counted as used whenever it is looked at.
    let (from, found) = (input.from, found)
    switch input.neighbours {
    case .blocks(let blocks):
      expandRows(input, graph) { row in blocks.read(from, row, to: found) }
    case .connecting: expandRows(input, graph) { row in connect(input, row, graph) }
    case .lists(let reader):
      expandRows(input, graph) { row in
        if from[row] != Column.null { reader.read(from[row], to: found) }
      }
    }
  }

  @inline(__always)
  private func expandRows(_ input: Input, _ graph: PropertyGraph, _ read: (_ row: Int) -> Void) {
    // Taken out of the object, so that the loop works on memory of its own.
    var (seen, row) = (NodeSet(), row)
    swap(&seen, &self.seen)
    let (found, excluded, isPruning) = (found, input.excluded, plan.isPruning)
    let (first, rowCount) = (row, input.chunk.count)
    var ends: ContiguousArray<Int> = []
    ends.reserveCapacity(min(rowCount - row, DataChunk.capacityRows))
    if isPruning { seen.reserve(graph.nodes.capacity) }
    while row < rowCount, found.count < DataChunk.capacityRows {
      let start = found.count
      read(row)
      if !excluded.isEmpty { Self.remove(excluded, row, from: start, of: found) }
      if isPruning {
        found.keepNodes(from: start) { seen.insert($0) }
      } else if start > 0, found.count > DataChunk.capacityRows {
        // Read again for the next chunk: better than a chunk of the few rows that are too many.
        found.truncate(to: start)
        break
      }
      ends.append(found.count)
      row += 1
    }
    self.row = row
    rows = ContiguousArray(repeatingFrom: Int32(truncatingIfNeeded: first), ends: ends)
    swap(&seen, &self.seen)
  }

  /// Finds what connects the row's nodes, or where the row's relationship leads.
  private func connect(_ input: Input, _ row: Int, _ graph: PropertyGraph) {
    let (from, to) = (input.from[row], plan.isInto ? input.to[row] : nil)
    guard from != Column.null, to != Column.null else { return }
    if plan.isRelationshipBound {
      let relationship = input.relationships[row]
      guard relationship != Column.null, input.types.contains(relationship, in: graph),
        let end = graph.end(of: relationship, from: from, plan.direction), to == nil || to == end
      else { return }
      found.append(relationship, end)
    } else if let to {
      graph.connections(from, to, input.types, plan.direction, to: found)
    }
  }

  @inline(__always)
  private static func remove(
    _ excluded: ExcludedRelationships,
    _ row: Int,
    from start: Int,
    of found: NeighbourBuffer
  ) {
    if let only = excluded.only(row: row) {
      found.keep(from: start) { relationship, _ in relationship != only }
    } else {
      found.keep(from: start) { relationship, _ in !excluded.contains(relationship, row: row) }
    }
  }

  private func output(_ input: Input) -> DataChunk {
    let end = min(position + DataChunk.capacityRows, rows.count)
    let range = position..<end
    position = end
    let selection = range == 0..<rows.count ? rows : ContiguousArray(rows[range])
    var chunk = input.chunk.gathered(selection, keeping: kept)
    if keepsRelationship {
      chunk.fill(plan.relationship, with: .relationships(unsafe found.relationships.copy(range)))
    }
    if !plan.isInto { chunk.fill(plan.to, with: .nodes(unsafe found.nodes.copy(range))) }
    return chunk
  }
}

extension UnsafeMutablePointer<UInt32> {
  /// Returns what stands at some places, which must be there.
  fileprivate func copy(_ range: Range<Int>) -> ContiguousArray<UInt32> {
    unsafe ContiguousArray(
      UnsafeBufferPointer(start: self + range.lowerBound, count: range.count)
    )
  }
}

extension TypeSelection {
  /// Whether a relationship is there and has a wanted type.
  func contains(_ relationship: UInt32, in graph: PropertyGraph) -> Bool {
    !graph.relationships.isDeleted[Int(relationship)]
      && contains(graph.relationships.types[Int(relationship)])
  }
}

extension PropertyGraph {
  /// Returns where a relationship leads from a node in a direction; `nil` where it does not.
  func end(
    of relationship: UInt32,
    from node: UInt32,
    _ direction: RelationshipPattern.Direction
  ) -> UInt32? {
    let source = relationships.sources[Int(relationship)]
    let target = relationships.targets[Int(relationship)]
    if direction != .incoming, source == node { return target }
    if direction != .outgoing, target == node { return source }
    return nil
  }

  /// Appends the relationships of some types from one node to another in a direction, and as often
  /// the other node; starts at the node that has fewer.
  fileprivate func connections(
    _ from: UInt32,
    _ to: UInt32,
    _ types: TypeSelection,
    _ direction: RelationshipPattern.Direction,
    to found: NeighbourBuffer
  ) {
    let isForward = degree(from, direction) <= degree(to, direction.reversed)
    let start = found.count
    let reader = NeighbourReader(self, types, isForward ? direction : direction.reversed)
    reader.read(isForward ? from : to, to: found)
    let wanted = isForward ? to : from
    found.keepNodes(from: start) { $0 == wanted }
    guard !isForward else { return }
    for index in start..<found.count { unsafe found.nodes[index] = to }
  }
}
