import CypherSyntax
import GraphModel

/// Finds shortest paths between two bound nodes.
///
/// ```
/// for row in child:
///   for trail in the shortest trails from row.from to row.to, as many as wanted:
///     emit row + relationships of the trail
/// ```
final class ShortestPathOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.VarLengthExpand
  private let limit: ShortestTrailsSearch.Limit
  private let condition: RelationshipCondition
  private var input: VarLengthInput?
  private var row = 0
  private var found = VarLengthRows()

  init(
    _ child: any PhysicalOperator,
    _ plan: LogicalPlan.ShortestPath,
    condition: [any ExpressionEvaluator]
  ) {
    self.child = child
    self.plan = plan.expand
    self.condition = RelationshipCondition(element: plan.expand.element, predicates: condition)
    limit = ShortestTrailsSearch.Limit(plan.prefix)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    found = VarLengthRows()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let input {
        while row < input.chunk.count, found.count < DataChunk.capacityRows {
          try findPaths(input, context)
          row += 1
        }
        if let chunk = found.take(input.chunk, plan.expand, isReversed: plan.isReversed) {
          return chunk
        }
      }
      guard let chunk = try child.next(context) else {
        input = nil
        return nil
      }
      context.graph.prepareAdjacency()
      input = try VarLengthInput(chunk, plan.expand, hasEnd: true)
      row = 0
    }
  }

  private func findPaths(_ input: VarLengthInput, _ context: ExecutionContext) throws(QueryError) {
    let (start, end) = (input.from[row], input.to[row])
    guard start != Column.null, end != Column.null, limit.paths > 0, limit.groups > 0,
      !context.graph.nodes.isDeleted[Int(start)], !context.graph.nodes.isDeleted[Int(end)]
    else { return }
    let space = SearchSpace(plan.expand, condition: condition, row: row, of: input, context)
    let upper = plan.upper ?? .max
    if limit.paths == 1, plan.lower <= 1, start != end {
      var search = TwoSidedSearch(space)
      defer { search.end() }
      let path = try search.path(from: start, to: end, upper: upper)
      if let path { found.append(row: row, path, end: end) }
      return
    }
    let trails = try trails(from: start, to: end, upper: upper, space)
    try context.account(bytes: trails.reduce(0) { $0 + $1.count * 4 + 32 })
    for trail in trails { found.append(row: row, trail, end: end) }
  }

  private func trails(
    from start: UInt32,
    to end: UInt32,
    upper: Int,
    _ space: SearchSpace
  ) throws(QueryError) -> [ContiguousArray<UInt32>] {
    if limit.groups == 1, limit.paths == .max, plan.lower <= 1, start != end {
      var search = TwoSidedSearch(space)
      defer { search.end() }
      return try search.paths(from: start, to: end, upper: upper)
    }
    var search = ShortestTrailsSearch(space)
    defer { search.end() }
    return try search.trails(
      from: start,
      to: end,
      lower: plan.lower,
      upper: upper,
      limit: limit
    )
  }
}
