import GraphModel
import QueryEngine

/// A procedure that the conformance kit registers: a signature and a table of inputs and outputs.
struct ConformanceProcedure {
  /// What CALL finds.
  let procedure: Procedure

  /// Reads `{"signature": …, "columns": […], "rows": [[…]]}`; `nil` when it cannot be read.
  init?(_ json: JSONValue) {
    guard case .string(let signature)? = json["signature"], case .array(let table)? = json["rows"],
      var procedure = Procedure(signature: signature)
    else { return nil }
    let rows: [[Value]] = table.map { row in
      guard case .array(let cells) = row else { return [] }
      return cells.map(ConformanceValues.value)
    }
    let inputCount = procedure.inputs.count
    procedure.call = { arguments in
      rows.filter { row in
        zip(row, arguments).allSatisfy { cell, argument in Self.isSame(cell, argument) }
      }
      .map { Array($0.dropFirst(inputCount)) }
    }
    self.procedure = procedure
  }

  private static func isSame(_ cell: Value, _ argument: Value) -> Bool {
    switch (cell, argument) {
    case (.float(let cell), .integer(let argument)): cell == Double(argument)
    case (.integer(let cell), .float(let argument)): Double(cell) == argument
    default: cell == argument
    }
  }
}
