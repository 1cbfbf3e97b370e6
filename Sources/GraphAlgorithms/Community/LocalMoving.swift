/// Moves nodes between communities as long as modularity grows.
///
/// In large graphs the nodes of a batch choose at the same time, by the communities before it, so
/// that several threads can look for them; then they move one after the other. What comes out is the
/// same for every number of threads.
struct LocalMoving {
  /// How many batches all nodes make: with more there is less to do at a time, with fewer nodes know
  /// less of one another's moves.
  private static let batchCount = 64
  /// Smaller batches are not worth it.
  private static let leastBatch = 32
  /// After so many rounds each node chooses by what the one before did, so that there is an end.
  private static let batchRounds = 64

  private var division: Division
  private let execution: Execution
  private let finders: Workers<MoveFinder>
  private var isWaiting: ContiguousArray<Bool>

  /// The community of each node, below the number of nodes.
  var communities: ContiguousArray<UInt32> { division.communities }

  init(
    _ graph: CommunityGraph,
    start: ContiguousArray<UInt32>,
    resolution: Double,
    _ execution: Execution
  ) {
    division = Division(graph, start: start, resolution: resolution)
    self.execution = execution
    finders = Workers(execution) { MoveFinder(count: graph.count) }
    isWaiting = ContiguousArray(repeating: true, count: graph.count)
  }

  /// Visits all nodes in random order, and again those whose neighbours moved.
  mutating func run(_ generator: inout SeededGenerator) throws {
    let count = isWaiting.count
    var order = ContiguousArray((0..<count).lazy.map { UInt32($0) })
    order.shuffle(using: &generator)
    let batch = count / Self.batchCount
    if batch >= Self.leastBatch {
      // Within a batch order does not matter, but memory is read in its order.
      for start in stride(from: 0, to: count, by: batch) {
        order[start..<min(start + batch, count)].sort()
      }
    }
    var waiting = order
    var round = 0
    while !waiting.isEmpty {
      let isBatched =
        batch >= Self.leastBatch && waiting.count >= 2 * batch && round < Self.batchRounds
      waiting = try isBatched ? visit(waiting, batch, order) : visit(waiting)
      round += 1
    }
  }

  /// Visits nodes in batches; returns who is to be visited again, in the order of all.
  private mutating func visit(
    _ nodes: ContiguousArray<UInt32>,
    _ batch: Int,
    _ order: ContiguousArray<UInt32>
  ) throws -> ContiguousArray<UInt32> {
    // Where each node is by itself and most move, nearly all have neighbours that do: no need to look.
    var wakesAll = division.isOfSingles && division.graph.targets.count > 16 * order.count
    var moved: ContiguousArray<UInt32> = []
    for start in stride(from: 0, to: nodes.count, by: batch) {
      let end = min(start + batch, nodes.count)
      moved = try visitBatch(ContiguousArray(nodes[start..<end]), waking: moved)
      if start == 0, 2 * moved.count < end { wakesAll = false }
      if wakesAll { moved = [] }
    }
    if wakesAll {
      isWaiting = ContiguousArray(repeating: true, count: order.count)
      return order
    }
    _ = try visitBatch([], waking: moved)
    finders.forEach { finder in
      for node in isWaiting.indices where finder.takeWoken(node) { isWaiting[node] = true }
    }
    return order.filter { isWaiting[Int($0)] }
  }

  /// Moves the nodes of a batch; returns those that have moved.
  ///
  /// Who could not, because nobody is left where it wanted to go, keeps waiting.
  private mutating func visitBatch(
    _ nodes: ContiguousArray<UInt32>,
    waking moved: ContiguousArray<UInt32>
  ) throws -> ContiguousArray<UInt32> {
    let choices = try choices(of: nodes, waking: moved)
    finders.forEach { finder in for node in nodes { _ = finder.takeWoken(Int(node)) } }
    var found: ContiguousArray<UInt32> = []
    for (node, choice) in zip(nodes, choices) {
      let isContent = choice == division.communities[Int(node)]
      let hasMoved = !isContent && division.move(Int(node), to: choice)
      isWaiting[Int(node)] = !isContent && !hasMoved
      if hasMoved { found.append(node) }
    }
    return found
  }

  /// Has nodes choose at the same time, and wakes the neighbours of those that moved before.
  private func choices(
    of nodes: ContiguousArray<UInt32>,
    waking moved: ContiguousArray<UInt32>
  ) throws -> ContiguousArray<UInt32> {
    let choices = DisjointColumn<UInt32>(repeating: 0, count: nodes.count)
    let division = division
    let degree = division.graph.targets.count / division.graph.count
    let portion = max(16, 2_048 / (degree + 1))
    try finders.run(moved.count + nodes.count, portion: portion) { portions, finder in
      while let range = try portions.next() {
        for node in moved[range.clamped(to: moved.indices)] {
          finder.wakeNeighbors(of: Int(node), in: division)
        }
        let places = (range.lowerBound - moved.count..<range.upperBound - moved.count)
          .clamped(to: nodes.indices)
        choices.withRange(places) { finder.choose(for: nodes[places], in: division, &$0) }
      }
    }
    return choices.column()
  }

  /// Visits nodes one after the other; returns who is to be visited again.
  private mutating func visit(_ nodes: ContiguousArray<UInt32>) throws -> ContiguousArray<UInt32> {
    var steps = StepCounter(execution)
    var next: ContiguousArray<UInt32> = []
    let finders = finders
    try finders.withFirst { finder in
      for node in nodes {
        isWaiting[Int(node)] = false
        let row = division.graph.range(of: Int(node))
        try steps.advance(row.count + 1)
        let choice = finder.choose(for: Int(node), in: division)
        guard choice != division.communities[Int(node)], division.move(Int(node), to: choice)
        else { continue }
        Self.wake(division.graph.targets, row, Int(node), division.communities, &isWaiting, &next)
      }
    }
    return next
  }

  /// Has neighbours outside of the community of a node wait for another visit.
  ///
  /// Static, so that each column is borrowed once for the whole row; targets are nodes.
  private static func wake(
    _ targets: ContiguousArray<UInt32>,
    _ row: Range<Int>,
    _ node: Int,
    _ communities: ContiguousArray<UInt32>,
    _ isWaiting: inout ContiguousArray<Bool>,
    _ next: inout ContiguousArray<UInt32>
  ) {
    let targets = targets.span
    let communities = communities.span
    var waiting = isWaiting.mutableSpan
    let community = communities[node]
    for slot in row {
      let neighbor = unsafe targets[unchecked: slot]
      guard unsafe !waiting[unchecked: Int(neighbor)],
        unsafe communities[unchecked: Int(neighbor)] != community
      else { continue }
      unsafe waiting[unchecked: Int(neighbor)] = true
      next.append(neighbor)
    }
  }
}
