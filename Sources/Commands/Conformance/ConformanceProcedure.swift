import GraphModel
import QueryEngine

/// A procedure that the conformance kit registers: a signature and a table of inputs and outputs.
struct ConformanceProcedure {
  /// What CALL finds.
  let procedure: Procedure

  /// Reads `{"signature": …, "columns": […], "rows": [[…]]}`; `nil` when it cannot be read.
  init?(_ json: JSONValue) {
    guard case .string(let signature)? = json["signature"], case .array(let table)? = json["rows"],
      let (name, inputs, outputs) = Self.read(signature)
    else { return nil }
    let rows: [[Value]] = table.map { row in
      guard case .array(let cells) = row else { return [] }
      return cells.map(ConformanceValues.value)
    }
    let inputCount = inputs.count
    procedure = Procedure(name: name, inputs: inputs, outputs: outputs) { arguments in
      rows.filter { row in
        zip(row, arguments).allSatisfy { cell, argument in Self.isSame(cell, argument) }
      }
      .map { Array($0.dropFirst(inputCount)) }
    }
  }

  private static func isSame(_ cell: Value, _ argument: Value) -> Bool {
    switch (cell, argument) {
    case (.float(let cell), .integer(let argument)): cell == Double(argument)
    case (.integer(let cell), .float(let argument)): Double(cell) == argument
    default: cell == argument
    }
  }

  /// Reads `name(a :: TYPE, …) :: (b :: TYPE, …)`.
  private static func read(_ signature: String)
    -> (name: String, inputs: [Procedure.Field], outputs: [Procedure.Field])?
  {
    guard let open = signature.firstIndex(of: "("), let close = signature.firstIndex(of: ")"),
      let second = signature[close...].firstIndex(of: "("),
      let last = signature.lastIndex(of: ")")
    else { return nil }
    let name = signature[..<open].filter { !$0.isWhitespace }
    let inputs = fields(signature[signature.index(after: open)..<close])
    let outputs = fields(signature[signature.index(after: second)..<last])
    return (name, inputs, outputs)
  }

  private static func type(_ name: String) -> StaticType {
    let bare = name.filter { $0 != "?" }.uppercased()
    let type: StaticType =
      switch bare {
      case "STRING": .string
      case "INTEGER": .integer
      case "FLOAT": .float
      case "NUMBER": .number
      case "BOOLEAN": .boolean
      case "MAP": .map
      case "NODE": .node
      case "RELATIONSHIP": .relationship
      case "PATH": .path
      default: bare.hasPrefix("LIST") ? .list : .any
      }
    return type.nullable
  }

  private static func fields(_ text: Substring) -> [Procedure.Field] {
    text.split(separator: ",").compactMap { field -> Procedure.Field? in
      let parts = field.split(separator: "::").map { part in
        part.split { $0.isWhitespace }.joined(separator: " ")
      }
      guard parts.count == 2 else { return nil }
      return Procedure.Field(name: parts[0], type: type(parts[1]))
    }
  }
}
