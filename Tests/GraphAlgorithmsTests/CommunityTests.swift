import GraphAlgorithms
import Testing

@Suite("Communities")
struct CommunityTests {
  /// The definition, pair by pair.
  private func modularity(_ graph: TestGraph, _ labels: ContiguousArray<UInt32>) -> Double {
    var matrix = [[Double]](
      repeating: Array(repeating: 0, count: graph.nodeCount),
      count: graph.nodeCount
    )
    for (number, (from, to)) in graph.edges.enumerated() {
      let weight = graph.weights?[number] ?? 1
      matrix[Int(from)][Int(to)] += weight
      matrix[Int(to)][Int(from)] += weight
    }
    let strengths = matrix.map { $0.reduce(0, +) }
    let total = strengths.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for one in 0..<graph.nodeCount {
      for two in 0..<graph.nodeCount where labels[one] == labels[two] {
        sum += matrix[one][two] - strengths[one] * strengths[two] / total
      }
    }
    return sum / total
  }

  @Test("Leiden says its true modularity, repeats itself, and finds connected communities")
  func leiden() throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isWeighted: seed % 2 == 0)
      let adjacency = try graph.adjacency()
      let found = try adjacency.leiden(seed: seed)
      #expect(isClose(found.modularity, modularity(graph, found.members)), "seed \(seed)")
      #expect(isClose(found.modularity, try adjacency.modularity(of: found.members)))
      #expect(try adjacency.leiden(seed: seed).members == found.members)
      #expect(found.modularity >= -1e-9, "seed \(seed)")
      let inside = graph.edges.filter { found.members[Int($0.0)] == found.members[Int($0.1)] }
      let parts = try TestGraph(nodeCount: graph.nodeCount, edges: inside).adjacency()
        .weaklyConnectedComponents()
      #expect(parts.count == found.count, "seed \(seed): \(graph)")
    }
  }

  @Test("Leiden comes near the best of all divisions")
  func best() throws {
    for seed in seeds where seed % 5 == 0 {
      let graph = TestGraph.random(seed: seed)
      guard graph.nodeCount <= 7 else { continue }
      var best = -1.0
      func divide(_ labels: ContiguousArray<UInt32>) {
        if labels.count == graph.nodeCount {
          best = max(best, modularity(graph, labels))
        } else {
          for label in 0...((labels.max().map { $0 + 1 }) ?? 0) { divide(labels + [label]) }
        }
      }
      divide([])
      let found = try graph.adjacency().leiden(iterations: 10).modularity
      #expect(found <= best + 1e-9 && found >= best - 0.06, "seed \(seed): \(found) of \(best)")
    }
  }

  @Test("The karate club falls apart as is known")
  func karate() throws {
    let graph = try TestGraph.karate.adjacency()
    for seed in 0..<20 as Range<UInt64> {
      #expect(try graph.leiden(iterations: 10, seed: seed).modularity >= 0.41, "seed \(seed)")
    }
  }

  @Test("Labels spread until each node has one that most of its neighbours have")
  func labelPropagation() throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed)
      let labels = try graph.adjacency().labelPropagation(rounds: 1_000, seed: seed).labels
      for node in 0..<graph.nodeCount {
        var votes: [UInt32: Int] = [:]
        for (from, to) in graph.edges where from != to {
          if Int(from) == node { votes[labels[Int(to)], default: 0] += 1 }
          if Int(to) == node { votes[labels[Int(from)], default: 0] += 1 }
        }
        #expect(votes.isEmpty || votes[labels[node]] == votes.values.max(), "seed \(seed)")
      }
    }
  }
}
