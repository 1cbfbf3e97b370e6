import ArgumentParser
import Foundation
import GraphModel
import QueryEngine

/// Answers queries, one JSON object a line: `{"q": text, "p": {parameters}}` is answered by
/// `{"rows": [[...]]}` or `{"error": text}`.
struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Answer queries from standard input, one JSON object a line."
  )

  @OptionGroup var options: DataOptions

  func run() throws {
    let engine = try options.makeEngine()
    while let line = readLine() {
      FileHandle.standardOutput.write(Data((Self.answer(line, engine).text() + "\n").utf8))
    }
  }

  /// Returns the answer to one line.
  static func answer(_ line: String, _ engine: any WorkloadEngine) -> JSONValue {
    do {
      let request = try JSONReader.read(line.utf8).json
      guard case .string(let text)? = request["q"] else { return ["error": "q is missing"] }
      var parameters: [String: Value] = [:]
      if case .object(let members)? = request["p"] {
        for member in members { parameters[member.key] = Value(json: member.value) }
      }
      let rows = try engine.rows(text, parameters)
      return ["rows": .array(rows.map { .array($0.map(json)) })]
    } catch let failure as QueryFailure {
      return ["error": .string(failure.errors.map(\.message).joined(separator: "; "))]
    } catch {
      return ["error": .string("\(error)")]
    }
  }

  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    case .list(let values): .array(values.map(json))
    default: .string(value.text)
    }
  }
}
