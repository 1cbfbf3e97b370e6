import CypherSyntax
import GraphModel

/// Finds, of all matches of a path, those that a selector keeps between each two ends.
///
/// ```
/// for row in child:
///   for end in nodes where matches from row.from end (in row.to):
///     for match in its matches, the shortest first, as many as the selector keeps:
///       emit row + nodes and relationships of the match
/// ```
final class StatefulShortestPathOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.StatefulShortestPath
  private let conditions: [FilterOperator.Step]
  private let rows: SelectedRows
  private var search: SelectiveSearch
  private var input: DataChunk?
  private var row = 0
  private var starts: ContiguousArray<UInt32> = []
  private var goals: ContiguousArray<UInt32> = []
  private var excluded: ExcludedRelationships?
  private var collector = ChunkCollector()

  init(
    _ child: any PhysicalOperator,
    _ plan: LogicalPlan.StatefulShortestPath,
    steps: [SearchStep],
    conditions: [any ExpressionEvaluator]
  ) {
    self.child = child
    self.plan = plan
    self.conditions = conditions.map(FilterOperator.Step.init)
    rows = SelectedRows(plan)
    search = SelectiveSearch(steps, ShortestTrailsSearch.Limit(plan.prefix))
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    collector = ChunkCollector()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let chunk = collector.popFirst() { return chunk }
      if let input, row < input.count {
        try findPaths(input, context)
        row += 1
      } else if let chunk = try child.next(context) {
        context.graph.prepareAdjacency()
        starts = try chunk.column(plan.from).nodeIndices()
        goals = plan.isInto ? try chunk.column(plan.to).nodeIndices() : []
        excluded = try ExcludedRelationships(plan.distinctFrom, of: chunk)
        input = chunk
        row = 0
      } else {
        input = nil
        collector.flush()
        return collector.popFirst()
      }
    }
  }

  private func findPaths(_ input: DataChunk, _ context: ExecutionContext) throws(QueryError) {
    let start = starts[row]
    let goal = plan.isInto ? goals[row] : nil
    guard let excluded, start != Column.null, goal != Column.null,
      !context.graph.nodes.isDeleted[Int(start)]
    else { return }
    let searchRow = SearchRow(input: input, row: row, excluded: excluded)
    let judge: SelectiveSearch.Judge = { end, matches, graph throws(QueryError) in
      let count = matches.count
      var chunk = searchRow.chunk(count)
      self.rows.fill(
        &chunk,
        ends: ContiguousArray(repeating: end, count: count),
        matches: matches,
        graph
      )
      if let path = self.plan.path { chunk.project(path, context.graph) }
      return try chunk.passing(self.conditions, context)
    }
    let ends = try search.run(
      from: start,
      to: goal,
      searchRow,
      context,
      judge: conditions.isEmpty ? nil : judge
    )
    emit(ends, searchRow)
  }

  /// Hands on the matches, some ends at a time.
  private func emit(_ ends: [SelectedEnd], _ row: SearchRow) {
    var nodes: ContiguousArray<UInt32> = []
    var matches: [ContiguousArray<Int32>] = []
    func flush() {
      guard !matches.isEmpty else { return }
      var chunk = row.chunk(matches.count)
      rows.fill(&chunk, ends: nodes, matches: matches, search.graph)
      collector.append(chunk)
      nodes.removeAll(keepingCapacity: true)
      matches.removeAll(keepingCapacity: true)
    }
    for end in ends {
      for match in end.matches {
        nodes.append(end.node)
        matches.append(match)
        if matches.count == DataChunk.capacityRows { flush() }
      }
    }
    flush()
  }
}

/// Fills the slots of a path from what a search has found.
struct SelectedRows {
  private let plan: LogicalPlan.StatefulShortestPath
  private let nodes: [[Slot]]

  init(_ plan: LogicalPlan.StatefulShortestPath) {
    self.plan = plan
    nodes = plan.steps.map(\.nodes)
  }

  /// Fills the columns of a chunk that has one row for each match.
  func fill(
    _ chunk: inout DataChunk,
    ends: ContiguousArray<UInt32>,
    matches: [ContiguousArray<Int32>],
    _ graph: ProductGraph
  ) {
    if !plan.isInto { chunk.fill(plan.to, with: .nodes(ends)) }
    let parts = matches.map { split($0, graph) }
    for (index, step) in plan.steps.enumerated() {
      if index < plan.steps.count - 1 {
        let nodes = ContiguousArray(parts.lazy.map { $0.crossings[index] })
        chunk.fill(step.group.to, with: .nodes(nodes))
      }
      for list in step.group.lists {
        guard let element = position(of: list.inner, in: index) else { continue }
        let values = parts.lazy.map { match -> Value in
          let values = match.repetitions[index].map { offset in
            value(graph.elements[Int(offset) + element], isNode: element.isMultiple(of: 2))
          }
          if step.isSingle { return values.first ?? .null }
          return .list(plan.isReversed ? values.reversed() : values)
        }
        chunk.fill(list.outer, with: Column(typing: ContiguousArray(values)))
      }
    }
  }

  private func value(_ index: UInt32, isNode: Bool) -> Value {
    isNode
      ? .node(index: index) : .relationship(RelationshipID(rawValue: Int64(index)))
  }

  /// The place of a slot among the nodes and relationships of a step.
  private func position(of slot: Slot, in step: Int) -> Int? {
    if let index = plan.steps[step].group.relationships.firstIndex(of: slot) {
      return 2 * index + 1
    }
    return nodes[step].firstIndex(of: slot).map { 2 * $0 }
  }

  /// The repetitions of each step by the places of their elements, and the nodes between steps.
  private func split(_ match: ContiguousArray<Int32>, _ graph: ProductGraph) -> (
    repetitions: [ContiguousArray<Int32>], crossings: [UInt32]
  ) {
    var repetitions = plan.steps.map { _ in ContiguousArray<Int32>() }
    var crossings: [UInt32] = []
    for index in match {
      let edge = graph.edges[Int(index)]
      let source = graph.states[Int(edge.source)]
      if edge.elements == ProductGraph.none {
        crossings.append(source.node)
      } else {
        repetitions[Int(source.step)].append(edge.elements)
      }
    }
    return (repetitions, crossings)
  }
}

extension ShortestTrailsSearch.Limit {
  /// Makes the limit of a selector.
  init(_ prefix: PathPatternPrefix) {
    switch prefix {
    case .all: self.init()
    case .shortestPath: self.init(paths: 1)
    case .allShortestPaths, .allShortest: self.init(groups: 1)
    case .shortest(let count), .any(let count): self.init(paths: count)
    case .shortestGroups(let count): self.init(groups: count)
    }
  }
}
