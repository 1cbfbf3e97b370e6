import GraphAlgorithms
import Testing

@Suite("Components, cores and triangles")
struct StructureTests {
  @Test("Components are those of the distances", arguments: [false, true])
  func components(isDirected: Bool) throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: isDirected)
      let adjacency = try graph.adjacency()
      let ways = graph.distances()
      let strong = try adjacency.stronglyConnectedComponents().labels
      let weak = try adjacency.weaklyConnectedComponents().labels
      let plain = TestGraph(nodeCount: graph.nodeCount, edges: graph.edges).distances()
      for one in 0..<graph.nodeCount {
        for two in 0..<graph.nodeCount {
          let isMutual = ways[one][two] != nil && ways[two][one] != nil
          #expect((strong[one] == strong[two]) == isMutual, "seed \(seed)")
          #expect((weak[one] == weak[two]) == (plain[one][two] != nil), "seed \(seed)")
        }
      }
    }
  }

  @Test("Without a cut point or a bridge there are more components")
  func cutPoints() throws {
    func count(_ count: Int, _ edges: [(UInt32, UInt32)]) throws -> Int {
      try TestGraph(nodeCount: count, edges: edges).adjacency().weaklyConnectedComponents().count
    }
    for seed in seeds {
      let graph = TestGraph.random(seed: seed)
      let found = try graph.adjacency().cutPoints()
      let whole = try count(graph.nodeCount, graph.edges)
      for node in 0..<UInt32(graph.nodeCount) {
        // The node stays behind alone.
        let rest = try count(graph.nodeCount, graph.edges.filter { $0.0 != node && $0.1 != node })
        #expect(found.articulationPoints.contains(node) == (rest - 1 > whole), "seed \(seed)")
      }
      var bridges: Set<[UInt32]> = []
      for index in graph.edges.indices {
        var edges = graph.edges
        let edge = edges.remove(at: index)
        if try count(graph.nodeCount, edges) > whole {
          bridges.insert([min(edge.0, edge.1), max(edge.0, edge.1)])
        }
      }
      #expect(Set(found.bridges.map { [$0.lower, $0.higher] }) == bridges, "seed \(seed)")
      #expect(found.bridges.count == bridges.count, "seed \(seed)")
    }
  }

  @Test("Core numbers are those of taking nodes away")
  func cores() throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: seed % 2 == 0)
      let neighbors = graph.neighbors(ignoringDirection: true)
      var cores = [Int](repeating: 0, count: graph.nodeCount)
      for core in 1..<10 {
        var left = Set(0..<graph.nodeCount)
        while let node = left.first(where: { neighbors[$0].intersection(left).count < core }) {
          left.remove(node)
        }
        for node in left { cores[node] = core }
      }
      #expect(Array(try graph.adjacency().coreNumbers()) == cores, "seed \(seed)")
    }
  }

  @Test("Triangles are pairs of neighbours that are neighbours")
  func triangles() throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: seed % 2 == 0)
      let neighbors = graph.neighbors(ignoringDirection: true)
      let found = try graph.adjacency().triangles(execution: threeThreads)
      for (node, row) in neighbors.enumerated() {
        let count = row.reduce(0) { $0 + neighbors[$1].intersection(row).count } / 2
        #expect(found.counts[node] == count, "seed \(seed)")
        let pairs = Double(row.count * (row.count - 1)) / 2
        #expect(isClose(found.clustering[node], pairs == 0 ? 0 : Double(count) / pairs))
      }
    }
  }

  @Test("Long chains overflow nothing")
  func chain() throws {
    let graph = try TestGraph.chain(100_000).adjacency()
    #expect(try graph.cutPoints().bridges.count == 99_999)
    #expect(try graph.cutPoints().articulationPoints.count == 99_998)
    #expect(try graph.stronglyConnectedComponents().count == 1)
    #expect(try graph.weaklyConnectedComponents().count == 1)
    #expect(try graph.coreNumbers().max() == 1)
    #expect(try graph.shortestPath(from: 0, to: 99_999)?.count == 100_000)
    #expect(try graph.allShortestPaths(from: 0, to: 99_999, limit: 5).count == 1)
    #expect(try graph.neighborhood(of: 0, hops: .max).nodes.count == 100_000)
    #expect(try graph.leiden().modularity > 0.9)
    #expect(try graph.shortestPaths(from: 0, to: 99_999, count: 1).first?.cost == 99_999)
  }

  @Test("Stars and complete graphs")
  func shapes() throws {
    let star = try TestGraph.star(50).adjacency()
    #expect(try star.cutPoints().articulationPoints == [0])
    #expect(try star.betweenness()[0] == 50 * 49 / 2)
    let complete = try TestGraph.complete(20).adjacency()
    #expect(try complete.triangles().total == 20 * 19 * 18 / 6)
    #expect(Set(try complete.coreNumbers()) == [19])
    #expect(try complete.leiden().count == 1)
    let empty = try TestGraph(nodeCount: 0, edges: []).adjacency()
    #expect(try empty.coreNumbers().isEmpty)
    #expect(try empty.triangles().total == 0)
    #expect(try empty.cutPoints().bridges.isEmpty)
    #expect(try empty.weaklyConnectedComponents().count == 0)
  }
}
