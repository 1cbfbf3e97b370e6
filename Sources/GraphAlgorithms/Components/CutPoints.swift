/// Holds what a graph falls apart without.
public struct CutPoints: Sendable {
  /// Nodes whose loss leaves more components, ascending.
  public let articulationPoints: ContiguousArray<UInt32>
  /// Edges whose loss leaves more components: lower end first, ascending.
  public let bridges: [Bridge]

  /// One such edge.
  public struct Bridge: Hashable, Sendable {
    /// The lower end.
    public let lower: UInt32
    /// The higher end.
    public let higher: UInt32
  }
}

extension CompactGraph {
  /// Finds articulation points and bridges; ignores directions.
  ///
  /// Parallel edges are no bridges. O(nodes + edges), memory O(nodes), without recursion. Hopcroft
  /// and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973.
  public func cutPoints(execution: Execution = Execution()) throws -> CutPoints {
    var search = LowPointSearch(ignoringDirection().outgoing)
    var steps = StepCounter(execution)
    for node in 0..<nodeCount { try search.visit(UInt32(node), &steps) }
    let points = (0..<nodeCount).filter { search.isArticulation[$0] }.map { UInt32($0) }
    return CutPoints(
      articulationPoints: ContiguousArray(points),
      bridges: search.bridges.sorted { ($0.lower, $0.higher) < ($1.lower, $1.higher) }
    )
  }
}

private struct LowPointSearch {
  private let rows: CSR
  private(set) var isArticulation: ContiguousArray<Bool>
  private(set) var bridges: [CutPoints.Bridge] = []
  private var times: ContiguousArray<UInt32>
  private var lows: ContiguousArray<UInt32>
  private var places: ContiguousArray<Int>
  /// Whether the edge to the parent was passed over: a second one is another way.
  private var hasPassedParent: ContiguousArray<Bool>
  private var way: [UInt32] = []
  private var time: UInt32 = 0
  private var rootChildren = 0

  init(_ rows: CSR) {
    self.rows = rows
    isArticulation = ContiguousArray(repeating: false, count: rows.rowCount)
    hasPassedParent = isArticulation
    times = ContiguousArray(repeating: 0, count: rows.rowCount)
    lows = times
    places = ContiguousArray(rows.offsets.dropLast())
  }

  mutating func visit(_ start: UInt32, _ steps: inout StepCounter) throws {
    guard times[Int(start)] == 0 else { return }
    rootChildren = 0
    enter(start)
    while let node = way.last.map({ Int($0) }) {
      try steps.advance()
      if places[node] < rows.offsets[node + 1] {
        let target = rows.targets[places[node]]
        places[node] += 1
        follow(target, from: node)
      } else {
        leave(node)
      }
    }
    if rootChildren > 1 { isArticulation[Int(start)] = true }
  }

  private mutating func follow(_ target: UInt32, from node: Int) {
    if times[Int(target)] == 0 {
      enter(target)
    } else if way.count > 1, way[way.count - 2] == target, !hasPassedParent[node] {
      hasPassedParent[node] = true
    } else {
      lows[node] = min(lows[node], times[Int(target)])
    }
  }

  private mutating func enter(_ node: UInt32) {
    time += 1
    times[Int(node)] = time
    lows[Int(node)] = time
    way.append(node)
  }

  private mutating func leave(_ node: Int) {
    way.removeLast()
    guard let parent = way.last.map({ Int($0) }) else { return }
    lows[parent] = min(lows[parent], lows[node])
    if lows[node] > times[parent] {
      let ends = (UInt32(min(node, parent)), UInt32(max(node, parent)))
      bridges.append(CutPoints.Bridge(lower: ends.0, higher: ends.1))
    }
    if way.count == 1 {
      rootChildren += 1
    } else if lows[node] >= times[parent] {
      isArticulation[parent] = true
    }
  }
}
