import Foundation
import GraphModel
import QueryEngine

/// Reads signatures of procedures as the conformance kit writes them.
enum ProcedureSignature {
  /// Returns a procedure without rows; `nil` where the text is no signature.
  static func procedure(_ text: String) -> Procedure? {
    let parts = text.components(separatedBy: "(")
    guard parts.count == 3 else { return nil }
    return Procedure(
      name: parts[0].trimmingCharacters(in: .whitespaces),
      inputs: fields(parts[1]),
      outputs: fields(parts[2]),
      call: { _ in [] }
    )
  }

  private static func fields(_ text: String) -> [Procedure.Field] {
    let inner = text.components(separatedBy: ")")[0]
    return inner.components(separatedBy: ",").compactMap { field in
      let parts = field.components(separatedBy: "::")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else { return nil }
      return Procedure.Field(name: parts[0], type: type(parts[1]))
    }
  }

  private static func type(_ name: String) -> StaticType {
    switch name.filter({ $0 != "?" }) {
    case "STRING": .string
    case "INTEGER": .integer
    case "FLOAT": .float
    case "NUMBER": .number
    case "BOOLEAN": .boolean
    case "MAP": .map
    case "NODE": .node
    case "RELATIONSHIP": .relationship
    case "PATH": .path
    default: .any
    }
  }
}
