import Backchannel
import CaseStore
import GraphModel
import QueryEngine

/// Answers the queries of workloads.
protocol WorkloadEngine {
  /// Returns the rows of a query.
  func rows(_ text: String, _ parameters: [String: Value]) throws -> [[Value]]
  /// Returns the plan of a query with the rows of each operator.
  func profile(_ text: String, _ parameters: [String: Value]) throws -> String
}

/// Asks a session of the engine, without a case around it.
struct SessionEngine: WorkloadEngine {
  let session: QuerySession

  init(_ graph: PropertyGraph) { session = QuerySession(graph: graph) }

  /// Reads the index of a store in place.
  init(index path: String) throws {
    guard let image = try CaseStore.open(at: path, mode: .readOnly).graphSource().image else {
      throw BenchmarkFiles.Unreadable(description: "\(path) has no index")
    }
    self.init(PropertyGraph(image))
  }

  func rows(_ text: String, _ parameters: [String: Value]) throws -> [[Value]] {
    try session.run(text, parameters: parameters).rows
  }

  func profile(_ text: String, _ parameters: [String: Value]) throws -> String {
    try session.run("PROFILE " + text, parameters: parameters).plan ?? ""
  }
}

/// Asks the library, as programs do that use a case.
struct CaseEngine: WorkloadEngine {
  let opened: Case

  init(_ path: String, mode: CaseStore.Mode = .readOnly) throws {
    opened = try Case.open(path, mode: mode)
  }

  func rows(_ text: String, _ parameters: [String: Value]) throws -> [[Value]] {
    try opened.query(text, parameters: parameters).result.rows
  }

  func profile(_ text: String, _ parameters: [String: Value]) throws -> String {
    try opened.query("PROFILE " + text, parameters: parameters).result.plan ?? ""
  }
}
