/// Holds a graph of nodes `0..<nodeCount` for algorithms: immutable, 8 to 24 bytes per edge.
///
/// Directed graphs know both ends of each edge. In an undirected graph every edge stands in the rows
/// of both of its ends, a loop once in the one row. Parallel edges are kept. Methods that ignore
/// direction say so. All take and return node indexes or columns by node index, and throw
/// `AlgorithmError` for nodes that are not there, besides what `Execution` throws.
public struct CompactGraph: Sendable {
  /// Whether edges lead from a source to a target.
  public let isDirected: Bool
  /// The row of a node: where its edges lead.
  public let outgoing: CSR
  /// The row of a node: where its edges come from; the same as `outgoing` when undirected.
  public let incoming: CSR

  /// How many nodes there are.
  public var nodeCount: Int { outgoing.rowCount }

  /// How many edges there are; O(1) for directed graphs, O(edges) for others.
  public var edgeCount: Int {
    guard !isDirected else { return outgoing.targets.count }
    let loops = (0..<nodeCount).reduce(0) { sum, node in
      sum + outgoing[node].count { Int($0) == node }
    }
    return (outgoing.targets.count + loops) / 2
  }

  /// About how many bytes the rows take.
  public var byteCount: Int { outgoing.byteCount + (isDirected ? incoming.byteCount : 0) }

  /// The same edges followed the other way; O(1), shares storage.
  public var reversed: CompactGraph {
    CompactGraph(isDirected: isDirected, outgoing: incoming, incoming: outgoing)
  }

  /// Wraps rows that are known to fit.
  init(isDirected: Bool, outgoing: CSR, incoming: CSR) {
    self.isDirected = isDirected
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// Makes a graph from the ends of its edges.
  ///
  /// O(nodes + edges), without hashing.
  ///
  /// Weights are finite and not negative. Throws `AlgorithmError` for ends that are no nodes, for
  /// columns of different lengths and for other weights.
  public init(
    nodeCount: Int,
    sources: ContiguousArray<UInt32>,
    targets: ContiguousArray<UInt32>,
    weights: ContiguousArray<Double>? = nil,
    isDirected: Bool
  ) throws(AlgorithmError) {
    try Self.check(nodeCount, sources, targets, weights)
    var sources = sources
    var targets = targets
    var weights = weights
    if !isDirected {
      let count = sources.count
      for index in 0..<count where sources[index] != targets[index] {
        sources.append(targets[index])
        targets.append(sources[index])
        if let weight = weights?[index] { weights?.append(weight) }
      }
    }
    let rows = CSR.sorted(
      rows: nodeCount,
      columns: nodeCount,
      sources: sources,
      targets: targets,
      weights: weights
    )
    self.isDirected = isDirected
    outgoing = rows
    incoming = isDirected ? rows.transposed(columns: nodeCount) : rows
  }

  private static func check(
    _ nodeCount: Int,
    _ sources: ContiguousArray<UInt32>,
    _ targets: ContiguousArray<UInt32>,
    _ weights: ContiguousArray<Double>?
  ) throws(AlgorithmError) {
    guard sources.count == targets.count, weights.map({ $0.count == sources.count }) ?? true else {
      throw .lengthMismatch("sources, targets and weights differ in length")
    }
    try AlgorithmError.check(nodeCount: nodeCount, sources, targets)
    if let weight = weights?.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidWeight(weight)
    }
  }

  /// Returns the graph without directions; itself when it has none.
  ///
  /// O(nodes + edges).
  public func ignoringDirection() -> CompactGraph {
    guard isDirected else { return self }
    var sources: ContiguousArray<UInt32> = []
    var targets: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double>? = outgoing.weights == nil ? nil : []
    for node in 0..<nodeCount {
      for slot in outgoing.range(of: node) {
        let other = Int(outgoing.targets[slot])
        for (source, target) in other == node ? [(node, node)] : [(node, other), (other, node)] {
          sources.append(UInt32(source))
          targets.append(UInt32(target))
          if let weight = outgoing.weights?[slot] { weights?.append(weight) }
        }
      }
    }
    let rows = CSR.sorted(
      rows: nodeCount,
      columns: nodeCount,
      sources: sources,
      targets: targets,
      weights: weights
    )
    return CompactGraph(isDirected: false, outgoing: rows, incoming: rows)
  }

  func check(_ nodes: some Sequence<UInt32>) throws(AlgorithmError) {
    for node in nodes where Int(node) >= nodeCount { throw .unknownNode(node, nodeCount) }
  }
}
