import GraphModel

/// Finds, from one node, the matches of a pattern that a selector keeps for each node where they
/// end.
///
/// ```
/// for length in 0...: breadth first, until nothing is new
///   for end in nodes where matches end that come up now: take its matches of this length
///   repeat steps from all states at this distance
/// for end in ends without enough matches:
///   take its matches of the next lengths that may have some
/// ```
struct SelectiveSearch {
  private let steps: [SearchStep]
  private let limit: ShortestTrailsSearch.Limit
  private let lengths: [Int]
  private var bounds: [Bound] = []
  private var longest = Int.max
  private(set) var graph = ProductGraph()
  /// The states by distance; one that was found to be nearer stands in both places.
  private var levels: [ContiguousArray<Int32>] = []
  private var ends: [SelectedEnd] = []
  private var endByNode: [UInt32: Int] = [:]
  private var account = MemoryAccount()

  /// How often a step is counted.
  private struct Bound {
    let lower: Int
    let upper: Int?
  }

  /// Decides which of some matches satisfy what is asked of whole paths.
  typealias Judge = (UInt32, [ContiguousArray<Int32>], ProductGraph) throws(QueryError) ->
    ContiguousArray<Int32>

  init(_ steps: [SearchStep], _ limit: ShortestTrailsSearch.Limit) {
    self.steps = steps
    self.limit = limit
    lengths = steps.map(\.plan.length)
  }

  /// Returns the ends with their matches; only those that end in `goal` where it is given.
  mutating func run(
    from start: UInt32,
    to goal: UInt32?,
    _ row: SearchRow,
    _ context: ExecutionContext,
    judge: Judge?
  ) throws(QueryError) -> [SelectedEnd] {
    reset(context)
    let first = graph.state(step: 0, count: 0, node: start, distance: 0)
    levels = [[first.index]]
    var level = 0
    while level < levels.count, level <= longest {
      try context.check()
      let known = ends.count
      try close(level, goal, row, context)
      // An end that is given may need another look at every length; others wait for the rest.
      for index in (goal == nil ? known : 0)..<ends.count {
        try take(index, length: level, judge, context)
      }
      if goal != nil, ends.first?.isComplete(limit) ?? false { return ends }
      try expand(level, row, context)
      levels[level] = []
      level += 1
    }
    for index in ends.indices { try complete(index, judge, context) }
    return ends
  }

  private mutating func reset(_ context: ExecutionContext) {
    account.clear(context)
    graph.clear()
    ends = []
    endByNode = [:]
    // No match is longer than there are relationships; so a greater limit is none.
    let most = context.graph.relationships.count
    bounds = steps.map { step in
      let upper = step.plan.group.upper.flatMap { $0 >= most / step.plan.length + 1 ? nil : $0 }
      return Bound(lower: step.plan.group.lower, upper: upper)
    }
    longest = most
    guard steps.count == 1, let upper = bounds[0].upper else { return }
    // With one step the length tells how often it was repeated.
    longest = min(most, upper * lengths[0])
    bounds[0] = Bound(lower: bounds[0].lower, upper: nil)
  }

  // MARK: - Breadth first

  /// Crosses from steps that may end to the next ones, and notes where matches end.
  private mutating func close(
    _ level: Int,
    _ goal: UInt32?,
    _ row: SearchRow,
    _ context: ExecutionContext
  ) throws(QueryError) {
    var first = 0
    while first < levels[level].count {
      let states = levels[level][first...]
      first = levels[level].count
      for (index, step) in steps.enumerated() {
        let isLast = index == steps.count - 1
        let complete = states.filter { number in
          let state = graph.states[Int(number)]
          return Int(state.step) == index && state.distance == level
            && Int(state.count) >= bounds[index].lower
            && (!isLast || goal == nil || state.node == goal)
        }
        let nodes = ContiguousArray(complete.map { graph.states[Int($0)].node })
        for position in try step.passing(nodes, row, context) {
          let state = complete[complete.startIndex + Int(position)]
          if isLast {
            noteEnd(state, node: nodes[Int(position)])
          } else {
            reach(index + 1, 0, nodes[Int(position)], level, from: state, [])
          }
        }
      }
    }
  }

  private mutating func noteEnd(_ state: Int32, node: UInt32) {
    if let index = endByNode[node] {
      ends[index].states.append(state)
    } else {
      endByNode[node] = ends.count
      ends.append(SelectedEnd(node: node, states: [state]))
    }
  }

  private mutating func reach(
    _ step: Int,
    _ count: Int,
    _ node: UInt32,
    _ distance: Int,
    from source: Int32,
    _ elements: ContiguousArray<UInt32>
  ) {
    let target = graph.state(step: step, count: count, node: node, distance: distance)
    graph.connect(source, target.index, elements: elements)
    guard target.isNearer else { return }
    while levels.count <= distance { levels.append([]) }
    levels[distance].append(target.index)
  }

  /// Repeats steps once more from all states at a distance.
  private mutating func expand(
    _ level: Int,
    _ row: SearchRow,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let before = graph.edges.count
    for (index, step) in steps.enumerated() where level + lengths[index] <= longest {
      let bound = bounds[index]
      let open = levels[level].filter { number in
        let state = graph.states[Int(number)]
        return Int(state.step) == index && state.distance == level
          && Int(state.count) < bound.upper ?? .max
      }
      var first = open.startIndex
      while first < open.endIndex {
        let batch = open[first..<min(open.endIndex, first + DataChunk.capacityRows)]
        first = batch.endIndex
        let nodes = ContiguousArray(batch.map { graph.states[Int($0)].node })
        var found: [(source: Int32, elements: ContiguousArray<UInt32>)] = []
        try step.repeat(from: nodes, row, context) { position, elements in
          found.append((batch[batch.startIndex + position], elements))
        }
        for (source, elements) in found where row.allows(elements) {
          let count = Int(graph.states[Int(source)].count) + 1
          let counted = bound.upper == nil ? min(count, bound.lower) : count
          let node = elements[elements.count - 1]
          reach(index, counted, node, level + lengths[index], from: source, elements)
        }
      }
    }
    try account.add((graph.edges.count - before) * ProductGraph.estimatedBytes, context)
  }

  // MARK: - Matches

  /// Takes matches of an end until there are enough or no more.
  private mutating func complete(
    _ index: Int,
    _ judge: Judge?,
    _ context: ExecutionContext
  ) throws(QueryError) {
    while !ends[index].isComplete(limit), ends[index].nextLength <= longest {
      try take(index, length: ends[index].nextLength, judge, context)
      try context.check()
    }
  }

  /// Takes the matches of an end that have one length.
  private mutating func take(
    _ index: Int,
    length: Int,
    _ judge: Judge?,
    _ context: ExecutionContext
  ) throws(QueryError) {
    var end = ends[index]
    let before = end.matches.count
    var trails = TrailEnumeration(ends: end.states, length: length)
    var isExhausted = false
    while !isExhausted, end.matches.count < limit.paths {
      var batch: [ContiguousArray<Int32>] = []
      let wanted = judge == nil ? limit.paths - end.matches.count : .max
      while batch.count < min(wanted, DataChunk.capacityRows) {
        guard let trail = try trails.next(graph, lengths, context) else {
          isExhausted = true
          break
        }
        batch.append(trail)
      }
      if let judge, !batch.isEmpty {
        batch = try judge(end.node, batch, graph).map { batch[Int($0)] }
      }
      let kept = batch.prefix(limit.paths - end.matches.count)
      try account.add(kept.reduce(0) { $0 + $1.count * 4 + 32 }, context)
      end.matches += kept
    }
    if end.matches.count > before { end.groups += 1 }
    // Edges that come up later may make a match that is only one longer.
    end.nextLength = levels.last?.isEmpty ?? true ? trails.nextLength : length + 1
    ends[index] = end
  }
}

/// Holds a node where matches end, and the matches.
struct SelectedEnd {
  /// The node.
  let node: UInt32
  /// The states in which a match may end there.
  fileprivate(set) var states: [Int32]
  /// The edges of each match, in order.
  fileprivate(set) var matches: [ContiguousArray<Int32>] = []
  fileprivate var groups = 0
  fileprivate var nextLength = 0

  fileprivate func isComplete(_ limit: ShortestTrailsSearch.Limit) -> Bool {
    matches.count >= limit.paths || groups >= limit.groups
  }
}

extension SearchRow {
  /// Whether none of the relationships among elements is excluded.
  fileprivate func allows(_ elements: ContiguousArray<UInt32>) -> Bool {
    guard !excluded.isEmpty else { return true }
    return !stride(from: 1, to: elements.count, by: 2)
      .contains { excluded.contains(elements[$0], row: row) }
  }
}
