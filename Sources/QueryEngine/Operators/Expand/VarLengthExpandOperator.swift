import GraphModel

/// Goes from a bound node over several relationships, none of them twice.
///
/// ```
/// for row in child:
///   for trail in trails(row.from, types, direction, lower, upper):
///     if the trail has none of the other relationships of this MATCH (and ends in row.to):
///       emit row + relationships of the trail + its last node
/// ```
final class VarLengthExpandOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.VarLengthExpand
  private let condition: RelationshipCondition
  private var input: VarLengthInput?
  private var row = 0
  private var search: TrailSearch?
  private var found = VarLengthRows()

  init(
    _ child: any PhysicalOperator,
    _ plan: LogicalPlan.VarLengthExpand,
    condition: [any ExpressionEvaluator]
  ) {
    self.child = child
    self.plan = plan
    self.condition = RelationshipCondition(element: plan.element, predicates: condition)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    search = nil
    found = VarLengthRows()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let input {
        try fillRows(input, context)
        if let chunk = found.take(input.chunk, plan.expand, isReversed: plan.isReversed) {
          return chunk
        }
      }
      guard let chunk = try child.next(context) else {
        input = nil
        return nil
      }
      context.graph.prepareAdjacency()
      input = try VarLengthInput(chunk, plan.expand, hasEnd: plan.expand.isInto)
      row = 0
    }
  }

  private func fillRows(_ input: VarLengthInput, _ context: ExecutionContext) throws(QueryError) {
    while found.count < DataChunk.capacityRows {
      if search != nil {
        try continueSearch(input, context)
      } else {
        guard row < input.chunk.count else { return }
        if plan.expand.isRelationshipBound {
          try followList(input, context)
          row += 1
        } else if input.from[row] == Column.null {
          row += 1
        } else {
          search = TrailSearch(pattern(context), from: input.from[row], row: row)
        }
      }
    }
  }

  private func pattern(_ context: ExecutionContext) -> TrailSearch.Pattern {
    TrailSearch.Pattern(
      reader: NeighbourReader(
        context.graph,
        context.graph.relationships.selection(of: plan.expand.types),
        plan.expand.direction
      ),
      lower: plan.lower,
      upper: plan.upper ?? .max,
      condition: condition
    )
  }

  private func continueSearch(
    _ input: VarLengthInput,
    _ context: ExecutionContext
  ) throws(QueryError) {
    guard var current = search.take() else { return }
    while found.count < DataChunk.capacityRows {
      guard try current.advance(input.chunk, input.excluded, context) else {
        row += 1
        return
      }
      if plan.expand.isInto, current.end != input.to[row] { continue }
      found.append(row: row, current.trail, end: current.end)
    }
    search = current
  }

  /// Checks that the bound list is such a trail.
  private func followList(_ input: VarLengthInput, _ context: ExecutionContext) throws(QueryError) {
    guard input.from[row] != Column.null,
      case .list(let values) = input.chunk.value(plan.expand.relationship, at: row)
    else { return }
    var trail: ContiguousArray<UInt32> = []
    for value in values { trail.append(try value.relationshipIndex()) }
    if plan.isReversed { trail.reverse() }
    guard trail.count >= plan.lower, trail.count <= plan.upper ?? .max,
      Set(trail).count == trail.count, !trail.contains(Column.null)
    else { return }
    let types = context.graph.relationships.selection(of: plan.expand.types)
    var node = input.from[row]
    for relationship in trail {
      guard types.contains(relationship, in: context.graph),
        !input.excluded.contains(relationship, row: row),
        let end = context.graph.end(of: relationship, from: node, plan.expand.direction)
      else { return }
      node = end
    }
    let passing = try condition.passing(trail, row: row, of: input.chunk, context)
    guard passing.count == trail.count, !plan.expand.isInto || node == input.to[row] else { return }
    found.append(row: row, trail, end: node)
  }
}

/// Holds a chunk of the child and the columns that are read for each row.
struct VarLengthInput {
  /// The chunk.
  let chunk: DataChunk
  /// The first node by row.
  let from: ContiguousArray<UInt32>
  /// The last node by row, where it is bound.
  let to: ContiguousArray<UInt32>
  /// Relationships that must not be used.
  let excluded: ExcludedRelationships

  /// Reads the columns.
  init(
    _ chunk: DataChunk,
    _ plan: LogicalPlan.Expand,
    hasEnd: Bool
  ) throws(QueryError) {
    self.chunk = chunk
    from = try chunk.column(plan.from).nodeIndices()
    to = hasEnd ? try chunk.column(plan.to).nodeIndices() : []
    excluded = try ExcludedRelationships(plan.distinctFrom, of: chunk)
  }
}

/// Holds trails that were found and are not handed on yet.
struct VarLengthRows {
  private var rows: ContiguousArray<Int32> = []
  private var lists: [ContiguousArray<UInt32>] = []
  private var ends: ContiguousArray<UInt32> = []

  /// The number of trails.
  var count: Int { rows.count }

  /// Adds a trail in walking order.
  mutating func append(row: Int, _ trail: ContiguousArray<UInt32>, end: UInt32) {
    rows.append(Int32(row))
    lists.append(trail)
    ends.append(end)
  }

  /// Removes and returns at most a chunk of trails; `nil` when there are none.
  mutating func take(_ input: DataChunk, _ plan: LogicalPlan.Expand, isReversed: Bool)
    -> DataChunk?
  {
    guard !rows.isEmpty else { return nil }
    let count = min(rows.count, DataChunk.capacityRows)
    var chunk = input.gathered(ContiguousArray(rows[..<count]))
    if !plan.isRelationshipBound {
      let values = lists[..<count].lazy.map { trail -> Value in
        isReversed ? .relationships(trail.reversed()) : .relationships(trail)
      }
      chunk.fill(plan.relationship, with: .values(ContiguousArray(values)))
    }
    if !plan.isInto { chunk.fill(plan.to, with: .nodes(ContiguousArray(ends[..<count]))) }
    rows.removeFirst(count)
    lists.removeFirst(count)
    ends.removeFirst(count)
    return chunk
  }
}
