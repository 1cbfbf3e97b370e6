import GraphAlgorithms
import GraphModel

extension AlgorithmProcedure {
  /// How the parts of a graph hang together.
  static let structure = [
    AlgorithmProcedure(
      name: "project",
      outputs: [.integer("nodes"), .integer("edges")],
      run: { call in
        let adjacency = try call.projection().adjacency
        return [adjacency.nodeCount, adjacency.edgeCount].map {
          .integers([Int64($0)], isNull: [])
        }
      }
    ),
    AlgorithmProcedure(
      name: "components",
      outputs: [.node, .component],
      run: { call in
        let projection = try call.projection()
        let found = try projection.adjacency.weaklyConnectedComponents(execution: call.execution)
        return [projection.nodeColumn, projection.labelColumn(found.labels, count: found.count)]
      }
    ),
    AlgorithmProcedure(
      name: "stronglyConnectedComponents",
      outputs: [.node, .component],
      isDirected: true,
      run: { call in
        let projection = try call.projection()
        let found = try projection.adjacency.stronglyConnectedComponents(execution: call.execution)
        return [projection.nodeColumn, projection.labelColumn(found.labels, count: found.count)]
      }
    ),
    AlgorithmProcedure(
      name: "kCore",
      outputs: [.node, .integer("core")],
      run: { call in
        let projection = try call.projection()
        let cores = try projection.adjacency.coreNumbers(execution: call.execution)
        return [projection.nodeColumn, projection.column(cores)]
      }
    ),
    AlgorithmProcedure(
      name: "triangles",
      outputs: [.node, .integer("triangles"), .float("clustering")],
      run: { call in
        let projection = try call.projection()
        let found = try projection.adjacency.triangles(execution: call.execution)
        return [
          projection.nodeColumn, projection.column(found.counts),
          projection.column(found.clustering),
        ]
      }
    ),
    AlgorithmProcedure(
      name: "articulationPoints",
      outputs: [.node],
      run: { call in
        let projection = try call.projection()
        let found = try projection.adjacency.cutPoints(execution: call.execution)
        return [.nodes(projection.sorted(found.articulationPoints))]
      }
    ),
    AlgorithmProcedure(
      name: "bridges",
      outputs: [.node, Procedure.Field(name: "other", type: .node)],
      run: { call in
        let projection = try call.projection()
        let bridges = try projection.adjacency.cutPoints(execution: call.execution).bridges
        let ends = bridges.map { bridge in
          projection.sorted([bridge.lower, bridge.higher])
        }
        .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        return [0, 1].map { end in .nodes(ContiguousArray(ends.map { $0[end] })) }
      }
    ),
  ]
}

extension GraphProjection {
  /// Returns the nodes of the graph that some stand for, ascending.
  fileprivate func sorted(_ members: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    ContiguousArray(members.map { nodes[Int($0)] }.sorted())
  }
}
