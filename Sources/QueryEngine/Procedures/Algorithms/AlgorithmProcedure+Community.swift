import GraphAlgorithms
import GraphModel

extension AlgorithmProcedure {
  /// Which groups nodes form.
  static let community = [
    AlgorithmProcedure(
      name: "leiden",
      settings: ["resolution", "iterations", "seed"],
      outputs: [.node, .community, .float("modularity")],
      run: { call in
        let resolution = try call.settings.number("resolution") ?? 1
        let iterations = try call.settings.integer("iterations", in: 1...1_000) ?? 2
        let seed = try call.settings.seed()
        let projection = try call.projection()
        let found = try projection.adjacency.leiden(
          resolution: resolution,
          iterations: iterations,
          seed: seed,
          execution: call.execution
        )
        return [
          projection.nodeColumn, projection.labelColumn(found.members, count: found.count),
          .constant(.float(found.modularity), count: found.members.count),
        ]
      }
    ),
    AlgorithmProcedure(
      name: "labelPropagation",
      settings: ["rounds", "seed"],
      outputs: [.node, .community],
      run: { call in
        let rounds = try call.settings.integer("rounds", in: 1...1_000_000) ?? 100
        let seed = try call.settings.seed()
        let projection = try call.projection()
        let found = try projection.adjacency.labelPropagation(
          rounds: rounds,
          seed: seed,
          execution: call.execution
        )
        return [projection.nodeColumn, projection.labelColumn(found.labels, count: found.count)]
      }
    ),
  ]
}
