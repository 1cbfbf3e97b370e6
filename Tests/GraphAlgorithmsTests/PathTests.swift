import GraphAlgorithms
import Testing

@Suite("Paths")
struct PathTests {
  @Test(
    "Shortest paths are as long as the distance, all of them are found",
    arguments: [false, true]
  )
  func shortest(isDirected: Bool) throws {
    for seed in seeds where seed % 3 == 0 {
      let graph = TestGraph.random(seed: seed, isDirected: isDirected)
      let adjacency = try graph.adjacency()
      let distances = graph.distances()
      var search = ShortestPathSearch(adjacency)
      for from in 0..<graph.nodeCount {
        for to in 0..<graph.nodeCount {
          let length = distances[from][to].map { $0 + 1 }
          let all = graph.simplePaths(from, to).filter { $0.count == length }
          let path = try search.path(from: UInt32(from), to: UInt32(to))
          #expect(path?.count == length, "seed \(seed)")
          #expect(path.map(all.contains) ?? true, "seed \(seed)")
          let found = try adjacency.allShortestPaths(
            from: UInt32(from),
            to: UInt32(to),
            limit: 1_000
          )
          #expect(found == all, "seed \(seed)")
        }
        let near = try adjacency.neighborhood(of: UInt32(from), hops: 2)
        let expected = distances[from].indices.filter { (distances[from][$0] ?? 9) <= 2 }
        #expect(near.nodes.map { Int($0) }.sorted() == expected, "seed \(seed)")
        for (level, range) in near.levels.enumerated() {
          #expect(range.allSatisfy { distances[from][Int(near.nodes[$0])] == level })
        }
      }
    }
  }

  @Test("The k cheapest paths are the first of all, without circles", arguments: [false, true])
  func cheapest(isDirected: Bool) throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
      let from = 0
      let to = graph.nodeCount - 1
      func weight(_ one: UInt32, _ two: UInt32) -> Double {
        zip(graph.edges, graph.weights ?? []).filter { edge, _ in
          edge == (one, two) || (!isDirected && edge == (two, one))
        }
        .map(\.1).min() ?? .infinity
      }
      let costs = graph.simplePaths(from, to).map { path in
        zip(path, path.dropFirst()).reduce(0) { $0 + weight($1.0, $1.1) }
      }
      let found = try graph.adjacency().shortestPaths(
        from: UInt32(from),
        to: UInt32(to),
        count: 6
      )
      #expect(found.map(\.cost) == Array(costs.sorted().prefix(6)), "seed \(seed)")
      #expect(Set(found.map(\.nodes)).count == found.count, "seed \(seed)")
      for path in found {
        #expect(Set(path.nodes).count == path.nodes.count, "seed \(seed)")
        let cost = zip(path.nodes, path.nodes.dropFirst()).reduce(0) { $0 + weight($1.0, $1.1) }
        #expect(cost == path.cost, "seed \(seed)")
      }
    }
  }

  @Test("Nodes that are not there are errors")
  func unknown() throws {
    let graph = try TestGraph.chain(3).adjacency()
    #expect(throws: AlgorithmError.self) { try graph.shortestPath(from: 0, to: 3) }
    #expect(throws: AlgorithmError.self) { try graph.neighborhood(of: 9, hops: 1) }
    #expect(throws: AlgorithmError.self) { try graph.betweenness(from: .pivots([3])) }
    #expect(throws: AlgorithmError.self) { try graph.shortestPaths(from: 3, to: 0, count: 1) }
  }

  @Test("Earliest arrivals are those of trying contacts until nothing changes")
  func arrivals() throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: seed % 2 == 0)
      var generator = Draws(state: seed)
      let starts = graph.edges.map { _ in Int64.random(in: 0...6, using: &generator) }
      let ends = starts.map { $0 + Int64.random(in: 0...2, using: &generator) }
      let isStrict = seed % 4 < 2
      let contacts = try TimedContacts(
        nodeCount: graph.nodeCount,
        sources: ContiguousArray(graph.edges.map(\.0)),
        targets: ContiguousArray(graph.edges.map(\.1)),
        starts: ContiguousArray(starts),
        ends: ContiguousArray(ends),
        isDirected: graph.isDirected
      )
      var times = [Int64?](repeating: nil, count: graph.nodeCount)
      times[0] = 1
      for _ in 0...graph.edges.count {
        for (number, edge) in graph.edges.enumerated() {
          for (from, to) in graph.isDirected ? [edge] : [edge, (edge.1, edge.0)] {
            guard let time = times[Int(from)] else { continue }
            let waits = isStrict && from != 0
            guard waits ? starts[number] > time : starts[number] >= time else { continue }
            times[Int(to)] = min(times[Int(to)] ?? .max, ends[number])
          }
        }
      }
      let found = try contacts.earliestArrivals(from: 0, at: 1, isStrict: isStrict)
      #expect(Array(found.times) == times, "seed \(seed)")
      for node in 0..<UInt32(graph.nodeCount) {
        let way = found.contacts(to: node)
        #expect((way == nil) == (times[Int(node)] == nil))
        if let last = way?.last { #expect(ends[Int(last)] == times[Int(node)], "seed \(seed)") }
      }
    }
  }
}
