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
  private var input: Input?
  private var row = 0
  private var found = Found()
  /// The nodes arrived at before, if each is wanted only once.
  private var seen: ContiguousArray<Bool> = []

  /// Holds a chunk of the child and the columns that are read for each row.
  private struct Input {
    let chunk: DataChunk
    let from: ContiguousArray<UInt32>
    let to: ContiguousArray<UInt32>
    let relationships: ContiguousArray<UInt32>
    let excluded: ExcludedRelationships
    let types: TypeSelection
  }

  /// Holds what was found and is not handed on yet.
  private struct Found {
    var rows: ContiguousArray<Int32> = []
    var relationships: ContiguousArray<UInt32> = []
    var nodes: ContiguousArray<UInt32> = []
    var position = 0

    /// Removes what is not wanted of what was found last.
    mutating func keep(from start: Int, where isWanted: (UInt32, UInt32) -> Bool) {
      var kept = start
      for index in start..<nodes.count where isWanted(relationships[index], nodes[index]) {
        relationships[kept] = relationships[index]
        nodes[kept] = nodes[index]
        kept += 1
      }
      relationships.removeLast(relationships.count - kept)
      nodes.removeLast(nodes.count - kept)
    }
  }

  init(_ child: any PhysicalOperator, _ plan: LogicalPlan.Expand) {
    self.child = child
    self.plan = plan
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    found = Found()
    seen = []
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if let input, found.position < found.rows.count { return output(input) }
      try context.check()
      found.rows.removeAll(keepingCapacity: true)
      found.relationships.removeAll(keepingCapacity: true)
      found.nodes.removeAll(keepingCapacity: true)
      found.position = 0
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
    Input(
      chunk: chunk,
      from: try chunk.column(plan.from).nodeIndices(),
      to: plan.isInto ? try chunk.column(plan.to).nodeIndices() : [],
      relationships: plan.isRelationshipBound
        ? try chunk.column(plan.relationship).relationshipIndices() : [],
      excluded: try ExcludedRelationships(plan.distinctFrom, of: chunk),
      types: graph.relationships.selection(of: plan.types)
    )
  }

  private func expandRows(_ input: Input, _ graph: PropertyGraph) {
    var found = Found()
    swap(&found, &self.found)
    while row < input.chunk.count, found.rows.count < DataChunk.capacityRows {
      let start = found.relationships.count
      expandRow(input, graph, &found)
      if !input.excluded.isEmpty { removeExcluded(input, from: start, &found) }
      if plan.isPruning { removeSeen(from: start, nodeCount: graph.nodes.capacity, &found) }
      let count = found.relationships.count - found.rows.count
      found.rows.append(contentsOf: repeatElement(Int32(row), count: count))
      row += 1
    }
    swap(&found, &self.found)
  }

  private func expandRow(_ input: Input, _ graph: PropertyGraph, _ found: inout Found) {
    let from = input.from[row]
    guard from != Column.null else { return }
    let to = plan.isInto ? input.to[row] : nil
    if plan.isRelationshipBound {
      let relationship = input.relationships[row]
      guard relationship != Column.null, input.types.contains(relationship, in: graph),
        let end = graph.end(of: relationship, from: from, plan.direction), to == nil || to == end
      else { return }
      found.relationships.append(relationship)
      found.nodes.append(end)
    } else if let to {
      guard to != Column.null else { return }
      graph.connections(
        from,
        to,
        input.types,
        plan.direction,
        relationships: &found.relationships,
        nodes: &found.nodes
      )
    } else {
      graph.expand(
        from,
        input.types,
        plan.direction,
        relationships: &found.relationships,
        nodes: &found.nodes
      )
    }
  }

  private func removeExcluded(_ input: Input, from start: Int, _ found: inout Found) {
    found.keep(from: start) { relationship, _ in
      !input.excluded.contains(relationship, row: row)
    }
  }

  private func removeSeen(from start: Int, nodeCount: Int, _ found: inout Found) {
    if seen.count < nodeCount {
      seen.append(contentsOf: repeatElement(false, count: nodeCount - seen.count))
    }
    found.keep(from: start) { _, node in
      defer { seen[Int(node)] = true }
      return !seen[Int(node)]
    }
  }

  private func output(_ input: Input) -> DataChunk {
    let end = min(found.position + DataChunk.capacityRows, found.rows.count)
    let range = found.position..<end
    found.position = end
    var chunk = input.chunk.gathered(ContiguousArray(found.rows[range]))
    if !plan.isRelationshipBound {
      let relationships = ContiguousArray(found.relationships[range])
      chunk.fill(plan.relationship, with: .relationships(relationships))
    }
    if !plan.isInto { chunk.fill(plan.to, with: .nodes(ContiguousArray(found.nodes[range]))) }
    return chunk
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
  func connections(
    _ from: UInt32,
    _ to: UInt32,
    _ types: TypeSelection,
    _ direction: RelationshipPattern.Direction,
    relationships found: inout ContiguousArray<UInt32>,
    nodes: inout ContiguousArray<UInt32>
  ) {
    let isForward = degree(from, direction) <= degree(to, direction.reversed)
    var candidates: ContiguousArray<UInt32> = []
    var ends: ContiguousArray<UInt32> = []
    expand(
      isForward ? from : to,
      types,
      isForward ? direction : direction.reversed,
      relationships: &candidates,
      nodes: &ends
    )
    let wanted = isForward ? to : from
    for index in candidates.indices where ends[index] == wanted {
      found.append(candidates[index])
      nodes.append(to)
    }
  }
}
