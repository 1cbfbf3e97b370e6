import GraphAlgorithms

/// Draws small graphs, and knows famous ones.
struct TestGraph: CustomStringConvertible {
  let nodeCount: Int
  let edges: [(UInt32, UInt32)]
  var weights: [Double]?
  var isDirected = false
  var description: String {
    "\(nodeCount) nodes, \(isDirected ? "directed" : "undirected"), \(edges), \(weights ?? [])"
  }

  func adjacency() throws -> CompactGraph {
    try CompactGraph(
      nodeCount: nodeCount,
      sources: ContiguousArray(edges.map(\.0)),
      targets: ContiguousArray(edges.map(\.1)),
      weights: weights.map { ContiguousArray($0) },
      isDirected: isDirected
    )
  }

  /// Holds for each node its different neighbours, itself left out.
  func neighbors(ignoringDirection: Bool = false) -> [Set<Int>] {
    var sets = [Set<Int>](repeating: [], count: nodeCount)
    for (from, to) in edges where from != to {
      sets[Int(from)].insert(Int(to))
      if !isDirected || ignoringDirection { sets[Int(to)].insert(Int(from)) }
    }
    return sets
  }

  /// Holds the distances between all pairs; `nil` where there is no way.
  ///
  /// Floyd and Warshall.
  func distances() -> [[Int?]] {
    let neighbors = neighbors()
    var table = (0..<nodeCount).map { from in
      (0..<nodeCount).map { from == $0 ? 0 : neighbors[from].contains($0) ? 1 : Int?.none }
    }
    for middle in 0..<nodeCount {
      for from in 0..<nodeCount {
        for to in 0..<nodeCount {
          guard let first = table[from][middle], let second = table[middle][to] else { continue }
          table[from][to] = min(table[from][to] ?? .max, first + second)
        }
      }
    }
    return table
  }

  /// Lists every path without circles between two nodes, by nodes alone.
  func simplePaths(_ from: Int, _ to: Int) -> [[UInt32]] {
    let neighbors = neighbors()
    func extend(_ path: [UInt32]) -> [[UInt32]] {
      guard let last = path.last.map({ Int($0) }) else { return [] }
      if last == to { return [path] }
      return neighbors[last].sorted().filter { !path.contains(UInt32($0)) }
        .flatMap { extend(path + [UInt32($0)]) }
    }
    return extend([UInt32(from)])
  }

  /// Draws a graph with loops and parallel edges.
  static func random(seed: UInt64, isDirected: Bool = false, isWeighted: Bool = false) -> TestGraph
  {
    var generator = Draws(state: seed &* 7_919 &+ 13)
    let count = Int.random(in: 1...9, using: &generator)
    let edges = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
      (
        UInt32.random(in: 0..<UInt32(count), using: &generator),
        UInt32.random(in: 0..<UInt32(count), using: &generator)
      )
    }
    let weights = edges.map { _ in Double(Int.random(in: 0...5, using: &generator)) }
    return TestGraph(
      nodeCount: count,
      edges: edges,
      weights: isWeighted ? weights : nil,
      isDirected: isDirected
    )
  }

  /// Draws a graph whose nodes have most of their edges inside of groups of fifty, one after the
  /// other; with loops and parallel edges.
  static func groups(_ count: Int, degree: Int, isWeighted: Bool) -> TestGraph {
    var generator = Draws(state: UInt64(degree) &* 7_919 &+ 13)
    let nodeCount = 50 * count
    let edges = (0..<nodeCount * degree / 2).map { number in
      let one = number % nodeCount
      let isInside = Int.random(in: 0..<4, using: &generator) > 0
      let other = Int.random(in: 0..<(isInside ? 50 : nodeCount), using: &generator)
      return (UInt32(one), UInt32(isInside ? one / 50 * 50 + other : other))
    }
    let weights = edges.map { _ in Double(Int.random(in: 0...5, using: &generator)) }
    return TestGraph(nodeCount: nodeCount, edges: edges, weights: isWeighted ? weights : nil)
  }

  static func chain(_ count: Int) -> TestGraph {
    TestGraph(nodeCount: count, edges: (1..<count).map { (UInt32($0 - 1), UInt32($0)) })
  }

  static func complete(_ count: Int) -> TestGraph {
    let edges = (0..<count).flatMap { high in (0..<high).map { (UInt32($0), UInt32(high)) } }
    return TestGraph(nodeCount: count, edges: edges)
  }

  static func star(_ leaves: Int) -> TestGraph {
    TestGraph(nodeCount: leaves + 1, edges: (1...leaves).map { (0, UInt32($0)) })
  }

  /// Zachary, "An information flow model for conflict and fission in small groups", 1977: the
  /// friends of each member with lower numbers, members from 0.
  static let karate: TestGraph = {
    let lower: [[UInt32]] = [
      [], [0], [0, 1], [0, 1, 2], [0], [0], [0, 4, 5], [0, 1, 2, 3], [0, 2], [2], [0, 4, 5], [0],
      [0, 3], [0, 1, 2, 3], [], [], [5, 6], [0, 1], [], [0, 1], [], [0, 1], [], [], [],
      [23, 24], [], [2, 23, 24], [2], [23, 26], [1, 8], [0, 24, 25, 28],
      [2, 8, 14, 15, 18, 20, 22, 23, 29, 30, 31],
      [8, 9, 13, 14, 15, 18, 19, 20, 22, 23, 26, 27, 28, 29, 30, 31, 32],
    ]
    let edges = lower.enumerated().flatMap { high, row in row.map { ($0, UInt32(high)) } }
    return TestGraph(nodeCount: 34, edges: edges)
  }()
}

/// A generator for tests: xorshift64*, from a seed that failed tests print.
struct Draws: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}

let seeds = 1...300 as ClosedRange<UInt64>
let threeThreads = Execution(threads: 3)

func isClose(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
}
