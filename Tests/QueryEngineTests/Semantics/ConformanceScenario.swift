import Foundation
import GraphModel
import QueryEngine

/// Holds what a scenario of the openCypher conformance kit says about errors.
struct ConformanceScenario {
  /// Holds an error that is expected.
  struct ExpectedError {
    var kind: String
    var phase: String
    var detail: String
  }

  /// The file and the name.
  var name: String
  /// Queries that prepare the graph or look at it.
  var otherQueries: [String] = []
  /// The query under test.
  var query = ""
  /// The error it ends with.
  var error: ExpectedError?
  /// The names of the parameters.
  var parameters: Set<String> = []
  /// The procedures that can be called.
  var procedures = ProcedureCatalog()

  init(_ scenario: FeatureReader.Scenario, file: String) {
    name = "\(file): \(scenario.name)"
    for step in scenario.steps { read(step) }
  }

  private mutating func read(_ step: FeatureReader.Step) {
    if step.text.hasPrefix("there exists a procedure ") {
      let signature = step.text.dropFirst("there exists a procedure ".count)
      if let procedure = Procedure(signature: String(signature)) {
        procedures.procedures[procedure.name] = procedure
      }
    } else if step.text.hasPrefix("parameters are") {
      parameters.formUnion(step.table.compactMap(\.first))
    } else if step.text.contains(" should be raised at ") {
      let words = step.text.components(separatedBy: " should be raised at ")
      let kind = words[0].components(separatedBy: " ").last ?? ""
      let parts = words[1].components(separatedBy: ": ")
      error = ExpectedError(kind: kind, phase: parts[0], detail: parts.last ?? "")
    } else if let document = step.document {
      if step.text.hasPrefix("executing query") {
        query = document
      } else {
        otherQueries.append(document)
      }
    }
  }

  /// Returns all scenarios of the kit in a folder.
  static func all(in features: URL) throws -> [ConformanceScenario] {
    let files = FileManager.default.enumerator(at: features, includingPropertiesForKeys: nil)
    let paths = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "feature" }
    return try paths.sorted { $0.path < $1.path }.flatMap { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      let name = file.deletingPathExtension().lastPathComponent
      return FeatureReader.scenarios(in: text).map { ConformanceScenario($0, file: name) }
    }
  }

  /// The folder of the kit's features; `nil` when it is not there.
  static var features: URL? {
    let environment = ProcessInfo.processInfo.environment
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      environment["BACKCHANNEL_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("tck/features")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
