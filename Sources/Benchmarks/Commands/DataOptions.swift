import ArgumentParser
import GraphModel
import QueryEngine

/// Says which data a command works on.
struct DataOptions: ParsableArguments {
  @Option(help: "A folder of CSV tables with params.json; without it a small graph is made.")
  var data: String?

  @Option(help: "Expected answers, one JSON object a line.")
  var expected: String?

  @Option(help: "After so many seconds a workload starts no further query.")
  var budget = 60

  /// Returns the graph.
  func graph() throws -> PropertyGraph {
    guard let data else { return SmallGraph.make() }
    return try GraphLoader.graph(folder: data)
  }

  /// Returns a workload with arguments and expected answers.
  func run(of workload: Workload) throws -> WorkloadRun {
    WorkloadRun(
      workload: workload,
      arguments: try arguments(of: workload),
      answers: try expected.map { try BenchmarkFiles.answers(workload.name, in: $0) } ?? [:],
      budget: .seconds(budget)
    )
  }

  private func arguments(of workload: Workload) throws -> [[Value]] {
    guard let data else { return SmallGraph.arguments(workload) }
    let parameters = try BenchmarkFiles.json("\(data)/params.json")
    return try BenchmarkFiles.arguments(of: workload, in: parameters)
  }

  /// The same options, for a child process.
  var words: [String] {
    (data.map { ["--data", $0] } ?? []) + (expected.map { ["--expected", $0] } ?? [])
      + ["--budget", "\(budget)"]
  }
}
