import GraphAlgorithms
import GraphModel

extension AlgorithmProcedure {
  /// Which ways lead from one node to others.
  static let paths = [
    AlgorithmProcedure(
      name: "allShortestPaths",
      settings: ["from", "to", "limit"],
      outputs: [Procedure.Field(name: "nodes", type: .list), .integer("length")],
      run: { call in
        let limit = try call.settings.integer("limit", in: 1...1_000_000) ?? 10_000
        let (projection, from, to) = try call.ends()
        let paths = try projection.adjacency.allShortestPaths(
          from: from,
          to: to,
          limit: limit,
          execution: call.execution
        )
        return [
          projection.column(paths: paths),
          .integers(ContiguousArray(paths.map { Int64($0.count - 1) }), isNull: []),
        ]
      }
    ),
    AlgorithmProcedure(
      name: "kShortestPaths",
      settings: ["from", "to", "k"],
      outputs: [Procedure.Field(name: "nodes", type: .list), .float("cost")],
      run: { call in
        let count = try call.settings.integer("k", in: 1...100_000) ?? 3
        let (projection, from, to) = try call.ends()
        let paths = try projection.adjacency.shortestPaths(
          from: from,
          to: to,
          count: count,
          execution: call.execution
        )
        return [
          projection.column(paths: paths.map(\.nodes)),
          .floats(ContiguousArray(paths.map(\.cost)), isNull: []),
        ]
      }
    ),
    AlgorithmProcedure(
      name: "timeRespectingPaths",
      settings: ["from", "at", "start", "end", "strict"],
      outputs: [
        .node, Procedure.Field(name: "time", type: .any), Procedure.Field(name: "via", type: .list),
      ],
      run: { call in try call.arrivals() }
    ),
  ]
}

extension AlgorithmCall {
  /// Returns the projection and what stands there for the nodes `from` and `to`.
  fileprivate func ends() throws -> (GraphProjection, UInt32, UInt32) {
    let ends = (try settings.node("from"), try settings.node("to"))
    let projection = try projection()
    return (
      projection, try member(ends.0, of: projection, "from"),
      try member(ends.1, of: projection, "to")
    )
  }
}

extension GraphProjection {
  /// Returns lists of nodes of the graph.
  fileprivate func column(paths: [[UInt32]]) -> Column {
    .values(
      ContiguousArray(paths.map { path in .list(path.map { .node(index: nodes[Int($0)]) }) })
    )
  }
}
