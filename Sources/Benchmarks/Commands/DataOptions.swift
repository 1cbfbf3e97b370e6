import ArgumentParser
import GraphModel

/// Says which data a command works on.
struct DataOptions: ParsableArguments {
  @Option(help: "A folder of CSV tables with params.json; 'benchmarks generate' makes one.")
  var data: String

  @Option(
    help: "The case file of the tables; made once where it is missing. By default beside them."
  )
  var store: String?

  @Option(
    help: "Expected answers, one JSON object a line; by default expected.jsonl of the folder."
  )
  var expected: String?

  @Option(help: "After so many seconds a workload starts no further query.")
  var budget = 60

  @Option(help: "How often the queries of a workload run, one after the other, for a profiler.")
  var passes = 1

  @Flag(help: "Ask the query engine on the index, instead of the library on the case.")
  var engine = false

  /// Returns the options that a folder alone gives.
  static func of(_ data: String) throws -> DataOptions { try parse(["--data", data]) }

  /// The path of the case file.
  var storePath: String { store ?? data + "/store.backchannel" }

  /// Returns what answers the queries.
  func makeEngine() throws -> any WorkloadEngine {
    try BenchmarkStore.ensure(storePath, from: data)
    return engine ? try SessionEngine(index: storePath) : try CaseEngine(storePath)
  }

  /// Returns the arguments of all workloads.
  func parameters() throws -> JSONValue { try BenchmarkFiles.json("\(data)/params.json") }

  /// Returns the number of rows of all tables.
  func rowCount() throws -> Int {
    guard case .object(let rows)? = try BenchmarkFiles.json("\(data)/manifest.json")["rows"] else {
      return 0
    }
    return rows.reduce(0) { sum, row in
      if case .integer(let count) = row.value { sum + Int(count) } else { sum }
    }
  }

  /// Returns a workload with arguments and expected answers.
  func run(of workload: Workload) throws -> WorkloadRun {
    WorkloadRun(
      workload: workload,
      arguments: try BenchmarkFiles.arguments(of: workload, in: parameters()),
      answers: try BenchmarkFiles.answers(workload.name, in: expected ?? data + "/expected.jsonl"),
      budget: .seconds(budget),
      passes: passes
    )
  }

  /// The same options, for a child process.
  var words: [String] {
    ["--data", data, "--budget", "\(budget)"] + (store.map { ["--store", $0] } ?? [])
      + (expected.map { ["--expected", $0] } ?? []) + (engine ? ["--engine"] : [])
  }
}
