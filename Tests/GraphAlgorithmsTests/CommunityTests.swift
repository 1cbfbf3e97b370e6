import GraphAlgorithms
import Synchronization
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
      #expect(try parts(of: found, graph) == found.count, "seed \(seed): \(graph)")
    }
  }

  /// Counts the connected parts of all communities.
  private func parts(of found: Communities, _ graph: TestGraph) throws -> Int {
    let inside = graph.edges.filter { found.members[Int($0.0)] == found.members[Int($0.1)] }
    return try TestGraph(nodeCount: graph.nodeCount, edges: inside).adjacency()
      .weaklyConnectedComponents().count
  }

  @Test(
    "Large graphs, whose nodes move in batches, are divided alike by any number of threads",
    arguments: [4, 24],
    [false, true]
  )
  func batches(degree: Int, isWeighted: Bool) throws {
    let graph = TestGraph.groups(44, degree: degree, isWeighted: isWeighted)
    let adjacency = try graph.adjacency()
    let planted = ContiguousArray((0..<graph.nodeCount).map { UInt32($0 / 50) })
    let least = try adjacency.modularity(of: planted)
    for seed in 0..<2 as Range<UInt64> {
      let found = try adjacency.leiden(seed: seed)
      #expect(found.modularity >= least - 0.005, "seed \(seed)")
      #expect(isClose(found.modularity, try adjacency.modularity(of: found.members)))
      #expect(try parts(of: found, graph) == found.count, "seed \(seed)")
      let again = try adjacency.leiden(seed: seed, execution: threeThreads)
      #expect(again.members == found.members, "seed \(seed)")
      #expect(again.modularity == found.modularity)
    }
  }

  @Test("Where hardly a node moves, nodes are not visited again and again")
  func singles() throws {
    let graph = try TestGraph.groups(44, degree: 24, isWeighted: false).adjacency()
    let calls = Mutex(0)
    let counting = Execution { calls.withLock { $0 += 1 } }
    let found = try graph.leiden(resolution: 10_000, execution: counting)
    #expect(found.count > 2_000)
    #expect(calls.withLock { $0 } < 3_000)
  }

  @Test("Leiden can be stopped at any time", arguments: [1, 3])
  func stopping(threads: Int) throws {
    struct Stopped: Error {}
    let graph = try TestGraph.groups(44, degree: 4, isWeighted: false).adjacency()
    let calls = Mutex(0)
    let counting = Execution(threads: threads) { calls.withLock { $0 += 1 } }
    _ = try graph.leiden(execution: counting)
    let count = calls.withLock { $0 }
    for call in stride(from: 1, to: count, by: max(1, count / 12)) {
      calls.withLock { $0 = call }
      let stopping = Execution(threads: threads) {
        let isLast = calls.withLock { left in
          left -= 1
          return left <= 0
        }
        if isLast { throw Stopped() }
      }
      #expect(throws: Stopped.self) { try graph.leiden(execution: stopping) }
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
