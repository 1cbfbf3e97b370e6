import Foundation
import GraphModel
import QueryEngine

/// Speaks the line protocol of the openCypher conformance kit's runner: one JSON object per line
/// on standard input, one answer per line on standard output.
final class ConformanceServer {
  /// The hidden verb that leads here.
  static let verb = "internal-tck"

  private var session = QuerySession()

  /// Answers requests until the input ends.
  static func main() -> Int32 {
    let server = ConformanceServer()
    while let line = readLine(strippingNewline: true) {
      guard !line.isEmpty else { continue }
      ProcessStream.output.write(Array((server.answer(line) + "\n").utf8))
    }
    return 0
  }

  /// Returns the answer to one request.
  func answer(_ line: String) -> String {
    guard let request = try? JSONReader.read(line.utf8).json else {
      return Self.fault(.null, "the request is no JSON").text()
    }
    let id = request["id"] ?? .null
    if request["hello"] != nil { return hello(id).text() }
    if request["reset"] != nil {
      session = QuerySession()
      return (["id": id, "ok": true] as JSONValue).text()
    }
    if let procedure = request["procedure"] { return register(procedure, id).text() }
    guard case .string(let query)? = request["query"] else {
      return Self.fault(id, "the request asks for nothing").text()
    }
    return run(query, request["params"], id).text()
  }

  private func hello(_ id: JSONValue) -> JSONValue {
    [
      "id": id, "protocol": 1, "engine": "backchannel", "version": .string(ProgramVersion.text),
      "procedures": true,
    ]
  }

  private func run(_ query: String, _ parameters: JSONValue?, _ id: JSONValue) -> JSONValue {
    var values: [String: Value] = [:]
    if case .object(let members)? = parameters {
      for member in members { values[member.key] = ConformanceValues.value(member.value) }
    }
    do throws(QueryFailure) {
      let result = try session.run(query, parameters: values)
      let graph = session.graph
      return [
        "id": id, "columns": .strings(result.columns),
        "rows": .array(
          result.rows.map { row in
            .array(row.map { ConformanceValues.json($0, graph) })
          }
        ),
      ]
    } catch {
      return ["id": id, "error": Self.json(error.errors[0])]
    }
  }

  private func register(_ procedure: JSONValue, _ id: JSONValue) -> JSONValue {
    guard let registered = ConformanceProcedure(procedure)?.procedure else {
      return Self.fault(id, "the signature cannot be read")
    }
    session.procedures.procedures[registered.name] = registered
    return ["id": id, "ok": true]
  }

  private static func json(_ error: QueryError) -> JSONValue {
    [
      "phase": .string(error.phase.rawValue), "type": .string(error.kind.rawValue),
      "detail": .string(error.code.rawValue), "message": .string(error.message),
    ]
  }

  private static func fault(_ id: JSONValue, _ message: String) -> JSONValue {
    ["id": id, "error": ["phase": "runtime", "type": "Internal", "message": .string(message)]]
  }
}
