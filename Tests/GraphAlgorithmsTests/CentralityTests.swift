import GraphAlgorithms
import Testing

@Suite("Centrality")
struct CentralityTests {
  @Test("PageRank is what the plain matrix gives", arguments: [false, true])
  func pageRank(isDirected: Bool) throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: isDirected, isWeighted: seed % 2 == 0)
      let count = graph.nodeCount
      var matrix = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
      for (number, (from, to)) in graph.edges.enumerated() {
        let weight = graph.weights?[number] ?? 1
        matrix[Int(from)][Int(to)] += weight
        if !isDirected, from != to { matrix[Int(to)][Int(from)] += weight }
      }
      var ranks = [Double](repeating: 1 / Double(count), count: count)
      for _ in 0..<20 {
        var next = [Double](repeating: 0.15 / Double(count), count: count)
        for from in 0..<count {
          let sum = matrix[from].reduce(0, +)
          for to in 0..<count {
            next[to] += 0.85 * ranks[from] * (sum > 0 ? matrix[from][to] / sum : 1 / Double(count))
          }
        }
        ranks = next
      }
      let found = try graph.adjacency().pageRank(rounds: 20, tolerance: 0)
      #expect(zip(found.scores, ranks).allSatisfy(isClose), "seed \(seed)")
    }
  }

  @Test("Betweenness counts the shortest paths of all pairs", arguments: [false, true])
  func betweenness(isDirected: Bool) throws {
    for seed in seeds {
      var graph = TestGraph.random(seed: seed, isDirected: isDirected)
      // Each pair once: parallel edges would be different paths.
      var known: Set<[UInt32]> = []
      let edges = graph.edges.filter { from, to in
        known.insert(isDirected ? [from, to] : [min(from, to), max(from, to)]).inserted
      }
      graph = TestGraph(nodeCount: graph.nodeCount, edges: edges, isDirected: isDirected)
      let adjacency = try graph.adjacency()
      var scores = [Double](repeating: 0, count: graph.nodeCount)
      for from in 0..<graph.nodeCount {
        for to in 0..<graph.nodeCount where from != to {
          let all = graph.simplePaths(from, to)
          let least = all.map(\.count).min()
          let paths = all.filter { $0.count == least }
          for node in paths.joined() where Int(node) != from && Int(node) != to {
            scores[Int(node)] += (isDirected ? 1 : 0.5) / Double(paths.count)
          }
        }
      }
      let found = try adjacency.betweenness(execution: threeThreads)
      #expect(zip(found, scores).allSatisfy(isClose), "seed \(seed)")
      #expect(try adjacency.betweenness() == found, "seed \(seed)")
      let sample = BetweennessSources.sample(count: graph.nodeCount, seed: seed)
      #expect(zip(try adjacency.betweenness(from: sample), found).allSatisfy(isClose))
    }
  }

  @Test("Closeness is Wasserman's and Faust's", arguments: [false, true])
  func closeness(isDirected: Bool) throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: isDirected)
      let found = try graph.adjacency().closeness(execution: threeThreads)
      for (node, row) in graph.distances().enumerated() {
        let distances = row.compactMap(\.self).filter { $0 > 0 }
        let reached = Double(distances.count)
        let sum = Double(distances.reduce(0, +))
        let score = sum == 0 ? 0 : reached / Double(graph.nodeCount - 1) * reached / sum
        #expect(isClose(found[node], score), "seed \(seed)")
      }
    }
  }

  @Test("Known values of the karate club")
  func karate() throws {
    let graph = try TestGraph.karate.adjacency()
    #expect(TestGraph.karate.edges.count == 78)
    let scores = try graph.betweenness(isNormalized: true)
    #expect(abs(scores[0] - 0.437635) < 1e-6)
    #expect(abs(scores[33] - 0.304075) < 1e-6)
    #expect(abs(try graph.closeness()[0] - 0.568966) < 1e-6)
    let ranks = try graph.pageRank(tolerance: 1e-12)
    #expect(ranks.hasConverged)
    #expect(abs(ranks.scores[33] - 0.100919) < 1e-5)
    #expect(abs(ranks.scores.reduce(0, +) - 1) < 1e-12)
    let triangles = try graph.triangles()
    #expect(triangles.total == 45)
    #expect(abs(triangles.clustering.reduce(0, +) / 34 - 0.570638) < 1e-6)
    #expect(try graph.coreNumbers().max() == 4)
  }

  @Test("Empty graphs and single nodes have answers")
  func small() throws {
    let empty = try TestGraph(nodeCount: 0, edges: []).adjacency()
    #expect(try empty.pageRank().scores.isEmpty)
    #expect(try empty.betweenness().isEmpty)
    #expect(try empty.closeness().isEmpty)
    let single = try TestGraph(nodeCount: 1, edges: [(0, 0)]).adjacency()
    #expect(try single.pageRank().scores == [1])
    #expect(try single.betweenness() == [0])
    #expect(try single.closeness() == [0])
    #expect(single.degrees() == [2])
  }
}
