import GraphAlgorithms
import Testing

@Suite("Compact graphs and projection")
struct CompactGraphTests {
  @Test("Rows hold the edges, ascending, from both ends", arguments: [false, true])
  func rows(isDirected: Bool) throws {
    for seed in seeds {
      let graph = TestGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
      let adjacency = try graph.adjacency()
      for node in 0..<graph.nodeCount {
        let weights = graph.weights ?? []
        var out: [(UInt32, Double)] = []
        for (edge, weight) in zip(graph.edges, weights) {
          if Int(edge.0) == node { out.append((edge.1, weight)) }
          if !isDirected, Int(edge.1) == node, edge.0 != edge.1 { out.append((edge.0, weight)) }
        }
        let row = adjacency.outgoing.range(of: node).map {
          (adjacency.outgoing.targets[$0], adjacency.outgoing.weights?[$0] ?? -1)
        }
        #expect(row.map(\.0) == out.map(\.0).sorted(), "seed \(seed)")
        #expect(row.sorted { $0 < $1 }.map(\.1) == out.sorted { $0 < $1 }.map(\.1), "seed \(seed)")
      }
    }
  }

  @Test("Incoming rows are the outgoing ones turned round")
  func incoming() throws {
    let graph = try CompactGraph(
      nodeCount: 4,
      sources: [3, 0, 0, 2],
      targets: [1, 1, 1, 2],
      isDirected: true
    )
    #expect(Array(graph.incoming[1]) == [0, 0, 3])
    #expect(Array(graph.reversed.outgoing[2]) == [2])
    #expect(Array(graph.degrees()) == [2, 0, 1, 1])
    #expect(Array(graph.reversed.degrees()) == [0, 3, 1, 0])
    #expect(Array(graph.ignoringDirection().degrees()) == [2, 3, 2, 1])
  }

  @Test("What is no graph is refused")
  func refusals() {
    func code(_ sources: ContiguousArray<UInt32>, _ weights: ContiguousArray<Double>?)
      -> AlgorithmError.Code?
    {
      do throws(AlgorithmError) {
        _ = try CompactGraph(
          nodeCount: 2,
          sources: sources,
          targets: [0],
          weights: weights,
          isDirected: true
        )
        return nil
      } catch { return error.code }
    }
    #expect(code([2], nil) == .unknownNode)
    #expect(code([1, 1], nil) == .lengthMismatch)
    #expect(code([1], []) == .lengthMismatch)
    #expect(code([1], [-1]) == .invalidWeight)
    #expect(code([1], [.nan]) == .invalidWeight)
    #expect(code([1], [0]) == nil)
  }

  @Test("Counts below 0 and numbers beyond a count are refused, whatever is made")
  func counts() {
    for (count, code) in [
      (-1, AlgorithmError.Code.invalidParameter), (Int.max, .invalidParameter), (1, .unknownNode),
    ] {
      func expectRefusal(_ make: () throws(AlgorithmError) -> Void) {
        do throws(AlgorithmError) {
          try make()
          Issue.record("nothing was thrown for \(count)")
        } catch { #expect(error.code == code) }
      }
      expectRefusal { () throws(AlgorithmError) in
        _ = try CompactGraph(nodeCount: count, sources: [0], targets: [1], isDirected: true)
      }
      expectRefusal { () throws(AlgorithmError) in
        _ = try Bipartite(memberCount: count, eventCount: 2, members: [1], events: [0])
      }
      expectRefusal { () throws(AlgorithmError) in
        _ = try Bipartite(memberCount: 2, eventCount: count, members: [0], events: [1])
      }
      expectRefusal { () throws(AlgorithmError) in
        _ = try TimedContacts(
          nodeCount: count,
          sources: [0],
          targets: [1],
          starts: [0],
          ends: [0],
          isDirected: true
        )
      }
    }
  }

  @Test("The projection counts common events, whatever the threads")
  func projection() throws {
    for seed in seeds {
      var generator = Draws(state: seed)
      let pairs = (0..<30).map { _ in
        (UInt32.random(in: 0..<8, using: &generator), UInt32.random(in: 0..<6, using: &generator))
      }
      let graph = try Bipartite(
        memberCount: 8,
        eventCount: 6,
        members: ContiguousArray(pairs.map(\.0)),
        events: ContiguousArray(pairs.map(\.1))
      )
      let projection = try graph.projection(execution: threeThreads)
      let events = (0..<8).map { member in Set(pairs.filter { $0.0 == member }.map(\.1)) }
      for member in 0..<8 {
        let others = (0..<8).filter {
          $0 != member && !events[$0].isDisjoint(with: events[member])
        }
        #expect(projection.outgoing[member].map { Int($0) } == others, "seed \(seed)")
        let weights = others.map { Double(events[$0].intersection(events[member]).count) }
        let range = projection.outgoing.range(of: member)
        #expect(projection.outgoing.weights.map { Array($0[range]) } == weights, "seed \(seed)")
      }
      let plain = try graph.projection(isWeighted: false)
      #expect(plain.outgoing.targets == projection.outgoing.targets)
    }
  }

  @Test("Members may be given other numbers, in rows of events")
  func order() throws {
    // Members 0, 1, 2 take part in events 1 | 0, 1, 1 | 0, and are numbered 2, 0, 1.
    let graph = try Bipartite(
      eventCount: 2,
      offsets: [0, 1, 4, 5],
      events: [1, 0, 1, 1, 0],
      order: [1, 2, 0]
    )
    #expect((0..<3).map { Array(graph.events[$0]) } == [[0, 1, 1], [0], [1]])
    #expect(Array(graph.members[0]) == [0, 1])
    let projection = try graph.projection()
    #expect((0..<3).map { Array(projection.outgoing[$0]) } == [[1, 2], [0], [0]])
    func expectRefusal(_ offsets: ContiguousArray<Int>, _ order: ContiguousArray<UInt32>) {
      #expect(throws: AlgorithmError.self) {
        try Bipartite(eventCount: 1, offsets: offsets, events: [0, 0], order: order)
      }
    }
    expectRefusal([0, 1, 3], [0, 1])
    expectRefusal([0, 2, 1], [0, 1])
    expectRefusal([0, 1, 2], [0, 0])
    expectRefusal([0, 1, 2], [0, 2])
    expectRefusal([0, 2], [0, 1])
  }

  @Test("Large graphs give the same on three threads as on one, and what plain counting gives")
  func threads() throws {
    var generator = Draws(state: 5)
    let pairs = (0..<9_000).map { _ in
      // Few members are in many events.
      let draw = UInt32.random(in: 0..<3_000, using: &generator)
      return (
        draw % (1 + UInt32.random(in: 0..<3_000, using: &generator)),
        UInt32.random(in: 0..<2_500, using: &generator)
      )
    }
    let graph = try Bipartite(
      memberCount: 3_000,
      eventCount: 2_500,
      members: ContiguousArray(pairs.map(\.0)),
      events: ContiguousArray(pairs.map(\.1))
    )
    let one = try graph.projection()
    let three = try graph.projection(execution: threeThreads)
    #expect(one.outgoing.offsets == three.outgoing.offsets)
    #expect(one.outgoing.targets == three.outgoing.targets)
    #expect(one.outgoing.weights == three.outgoing.weights)
    var neighbors = [Set<UInt32>](repeating: [], count: 3_000)
    for members in Dictionary(grouping: pairs, by: \.1).values {
      for member in members { neighbors[Int(member.0)].formUnion(members.map(\.0)) }
    }
    for member in neighbors.indices { neighbors[member].remove(UInt32(member)) }
    #expect(neighbors.indices.allSatisfy { neighbors[$0].sorted() == Array(one.outgoing[$0]) })
    let counts = neighbors.map { row in
      row.reduce(0) { $0 + neighbors[Int($1)].intersection(row).count } / 2
    }
    #expect(Array(try one.triangles(execution: threeThreads).counts) == counts)
    let ranks = try one.pageRank(rounds: 20, tolerance: 0)
    let others = try one.pageRank(rounds: 20, tolerance: 0, execution: threeThreads)
    #expect(ranks.scores == others.scores)
    let sample = BetweennessSources.sample(count: 20, seed: 1)
    #expect(
      try one.betweenness(from: sample)
        == one.betweenness(from: sample, execution: threeThreads)
    )
  }

  @Test("Memory that grows with pairs is asked for before it is taken")
  func memory() throws {
    struct TooMuch: Error {}
    let count: UInt32 = 300
    let graph = try Bipartite(
      memberCount: Int(count),
      eventCount: 1,
      members: ContiguousArray(0..<count),
      events: ContiguousArray(repeating: 0, count: Int(count))
    )
    let limited = Execution(account: { bytes in if bytes > 10_000 { throw TooMuch() } })
    #expect(throws: TooMuch.self) { try graph.projection(execution: limited) }
  }

  @Test("A check that throws ends the work, and its error arrives")
  func cancellation() throws {
    struct Stopped: Error {}
    let stop = Execution(threads: 2) { throw Stopped() }
    let graph = try TestGraph.chain(200_000).adjacency()
    #expect(throws: Stopped.self) { try graph.pageRank(execution: stop) }
    #expect(throws: Stopped.self) { try graph.betweenness(execution: stop) }
    #expect(throws: Stopped.self) { try graph.closeness(execution: stop) }
    #expect(throws: Stopped.self) { try graph.weaklyConnectedComponents(execution: stop) }
    #expect(throws: Stopped.self) { try graph.stronglyConnectedComponents(execution: stop) }
    #expect(throws: Stopped.self) { try graph.cutPoints(execution: stop) }
    #expect(throws: Stopped.self) { try graph.coreNumbers(execution: stop) }
    #expect(throws: Stopped.self) { try graph.triangles(execution: stop) }
    #expect(throws: Stopped.self) { try graph.leiden(execution: stop) }
    #expect(throws: Stopped.self) { try graph.labelPropagation(execution: stop) }
    #expect(throws: Stopped.self) { try graph.shortestPath(from: 0, to: 9, execution: stop) }
    #expect(throws: Stopped.self) {
      try graph.shortestPaths(from: 0, to: 199_999, count: 2, execution: stop)
    }
    #expect(throws: Stopped.self) {
      try graph.allShortestPaths(from: 0, to: 199_999, limit: 2, execution: stop)
    }
  }
}
