import GraphAlgorithms
import GraphModel

extension AlgorithmProcedure {
  /// How important nodes are.
  static let centrality = [
    AlgorithmProcedure(
      name: "degree",
      outputs: [.node, .integer("degree")],
      run: { call in
        let projection = try call.projection()
        return [projection.nodeColumn, projection.column(projection.adjacency.degrees())]
      }
    ),
    AlgorithmProcedure(
      name: "pageRank",
      settings: ["damping", "rounds", "tolerance"],
      outputs: [.node, .score],
      run: { call in
        let settings = call.settings
        let damping = try settings.number("damping") ?? 0.85
        let rounds = try settings.integer("rounds", in: 1...1_000_000) ?? 100
        let tolerance = try settings.number("tolerance") ?? 1e-9
        let projection = try call.projection()
        let found = try projection.adjacency.pageRank(
          damping: damping,
          rounds: rounds,
          tolerance: tolerance,
          execution: call.execution
        )
        return [projection.nodeColumn, projection.column(found.scores)]
      }
    ),
    AlgorithmProcedure(
      name: "betweenness",
      settings: ["pivots", "seed", "normalized"],
      outputs: [.node, .score],
      run: { call in
        let isNormalized = try call.settings.truth("normalized")
        let projection = try call.projection()
        let scores = try projection.adjacency.betweenness(
          from: try call.pivots(projection),
          isNormalized: isNormalized,
          execution: call.execution
        )
        return [projection.nodeColumn, projection.column(scores)]
      }
    ),
    AlgorithmProcedure(
      name: "closeness",
      outputs: [.node, .score],
      run: { call in
        let projection = try call.projection()
        let scores = try projection.adjacency.closeness(execution: call.execution)
        return [projection.nodeColumn, projection.column(scores)]
      }
    ),
  ]
}

extension AlgorithmCall {
  /// Reads the nodes from which shortest paths are counted: a list of them, or how many to draw.
  fileprivate func pivots(_ projection: GraphProjection) throws(QueryError) -> BetweennessSources {
    let seed = try settings.seed()
    switch settings["pivots"] {
    case nil: return .all
    case .list(let items)?:
      var pivots: [UInt32] = []
      for node in try settings.nodes("pivots", items) {
        pivots.append(try member(node, of: projection, "pivots"))
      }
      return .pivots(pivots)
    case .integer?:
      let count = try settings.integer("pivots", in: 1...Int(UInt32.max)) ?? 1
      return .sample(count: count, seed: seed)
    case let value?: throw settings.wrong("pivots", "a list of nodes or their number", value)
    }
  }

  /// Returns what stands for a node that a setting names.
  func member(_ node: UInt32, of projection: GraphProjection, _ key: String) throws(QueryError)
    -> UInt32
  {
    if let member = projection.member(node) { return member }
    throw settings.invalid(
      key,
      "a node has none of the labels that `nodes` names",
      remedy: "name its label, too"
    )
  }
}
