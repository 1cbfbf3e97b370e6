/// Says which nodes of a graph are neighbours, and which stand in one cluster.
struct GraphStructure {
  /// The nodes by their names in DOT, in the order of the graph.
  private(set) var nodes: [String] = []
  private(set) var neighbours: [String: Set<String>] = [:]
  /// The innermost framed cluster of each node.
  private(set) var clusters: [String: String] = [:]

  init(_ graph: DOTGraph) { add(graph.statements, cluster: nil) }

  private mutating func add(_ statements: [DOTStatement], cluster: String?) {
    for statement in statements {
      switch statement {
      case .node(let node):
        let name = DOTIdentifier(node.id).text
        if neighbours[name] == nil {
          nodes.append(name)
          neighbours[name] = []
        }
        if let cluster { clusters[name] = cluster }
      case .edge(let edge):
        let (tail, head) = (DOTIdentifier(edge.tail).text, DOTIdentifier(edge.head).text)
        guard tail != head, edge.attributes[.style] != .keyword("invis") else { continue }
        neighbours[tail, default: []].insert(head)
        neighbours[head, default: []].insert(tail)
      case .subgraph(let part):
        add(part.statements, cluster: part.isFramed ? part.id : cluster)
      }
    }
  }
}

extension DOTSubgraph {
  /// Whether readers see where the cluster ends.
  var isFramed: Bool { isCluster && attributes[.peripheries] != .number(0) }
}
