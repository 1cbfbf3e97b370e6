extension CompactGraph {
  /// Returns every shortest path, as lists of nodes in lexicographic order, `limit` at most.
  ///
  /// Follows directions, ignores weights; parallel edges make no different paths. There may be
  /// exponentially many: O(nodes + edges) to find the first, O(its length × edges at its nodes) for
  /// each further one, without recursion.
  public func allShortestPaths(
    from source: UInt32,
    to target: UInt32,
    limit: Int,
    execution: Execution = Execution()
  ) throws -> [[UInt32]] {
    try check([source, target])
    guard limit > 0 else { return [] }
    let distances = try reversed.distances(from: target, until: source, execution)
    guard distances[Int(source)] != .max else { return [] }
    var steps = StepCounter(execution)
    var paths: [[UInt32]] = []
    var path = [source]
    var places = [outgoing.offsets[Int(source)]]
    while let node = path.last.map({ Int($0) }), let place = places.last {
      try steps.advance()
      if distances[node] == 0 {
        paths.append(path)
        guard paths.count < limit else { break }
      }
      let end = outgoing.offsets[node + 1]
      let next = (place..<max(place, end)).first { slot in
        let isParallel = slot > place && outgoing.targets[slot] == outgoing.targets[slot - 1]
        let distance = distances[Int(outgoing.targets[slot])]
        return !isParallel && distance != .max && distance + 1 == distances[node]
      }
      guard let next, distances[node] > 0 else {
        path.removeLast()
        places.removeLast()
        continue
      }
      let target = outgoing.targets[next]
      var after = next + 1
      while after < end, outgoing.targets[after] == target { after += 1 }
      places[places.count - 1] = after
      path.append(target)
      places.append(outgoing.offsets[Int(target)])
    }
    return paths
  }

  /// Returns the distances from a node of all that are no farther than `last`; `.max` for others.
  private func distances(
    from node: UInt32,
    until last: UInt32,
    _ execution: Execution
  ) throws -> ContiguousArray<UInt32> {
    var distances = ContiguousArray<UInt32>(repeating: .max, count: nodeCount)
    var steps = StepCounter(execution)
    var frontier: ContiguousArray<UInt32> = [node]
    distances[Int(node)] = 0
    while !frontier.isEmpty, distances[Int(last)] == .max {
      var next: ContiguousArray<UInt32> = []
      for node in frontier {
        try steps.advance(outgoing.range(of: Int(node)).count)
        for slot in outgoing.range(of: Int(node)) {
          let target = outgoing.targets[slot]
          guard distances[Int(target)] == .max else { continue }
          distances[Int(target)] = distances[Int(node)] + 1
          next.append(target)
        }
      }
      frontier = next
    }
    return distances
  }
}
