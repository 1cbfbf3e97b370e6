extension CompactGraph {
  /// Finds which nodes can reach one another along directions.
  ///
  /// O(nodes + edges), memory O(nodes), without recursion. Tarjan, "Depth-first search and linear
  /// graph algorithms", 1972.
  public func stronglyConnectedComponents(execution: Execution = Execution()) throws
    -> ComponentLabels
  {
    var search = TarjanSearch(outgoing)
    var steps = StepCounter(execution)
    for node in 0..<nodeCount { try search.visit(UInt32(node), &steps) }
    return ComponentLabels(renumbering: search.components, limit: nodeCount)
  }
}

private struct TarjanSearch {
  private let rows: CSR
  private(set) var components: ContiguousArray<UInt32>
  /// When each node was found, from 1; 0 for one that was not.
  private var times: ContiguousArray<UInt32>
  /// The earliest time within reach of each node among those on the stack.
  private var lows: ContiguousArray<UInt32>
  private var places: ContiguousArray<Int>
  private var stack: [UInt32] = []
  private var way: [UInt32] = []
  private var time: UInt32 = 0
  private var found: UInt32 = 0

  init(_ rows: CSR) {
    self.rows = rows
    components = ContiguousArray(repeating: .max, count: rows.rowCount)
    times = ContiguousArray(repeating: 0, count: rows.rowCount)
    lows = times
    places = ContiguousArray(rows.offsets.dropLast())
  }

  mutating func visit(_ start: UInt32, _ steps: inout StepCounter) throws {
    guard times[Int(start)] == 0 else { return }
    enter(start)
    while let node = way.last.map({ Int($0) }) {
      try steps.advance()
      if places[node] < rows.offsets[node + 1] {
        let target = rows.targets[places[node]]
        places[node] += 1
        if times[Int(target)] == 0 {
          enter(target)
        } else if components[Int(target)] == .max {
          lows[node] = min(lows[node], times[Int(target)])
        }
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: UInt32) {
    time += 1
    times[Int(node)] = time
    lows[Int(node)] = time
    stack.append(node)
    way.append(node)
  }

  private mutating func leave(_ node: Int) {
    way.removeLast()
    if let parent = way.last.map({ Int($0) }) { lows[parent] = min(lows[parent], lows[node]) }
    guard lows[node] == times[node] else { return }
    while let member = stack.popLast() {
      components[Int(member)] = found
      if Int(member) == node { break }
    }
    found += 1
  }
}
