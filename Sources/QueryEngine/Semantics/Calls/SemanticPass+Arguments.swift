import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks the arguments written out in a CALL.
  func checkArguments(
    _ arguments: [Expression],
    of procedure: Procedure,
    _ clause: CallStatement,
    _ scope: VariableScope
  ) {
    let types = arguments.map { infer($0, ExpressionContext(scope)) }
    guard arguments.count == procedure.inputs.count else {
      report(
        .invalidNumberOfArguments,
        "`\(procedure.name)` takes \(procedure.inputs.count) arguments, not \(arguments.count)",
        at: clause.range,
        remedy: "its inputs are (\(procedure.inputs.map(\.name).joined(separator: ", ")))"
      )
      return
    }
    for ((type, argument), input) in zip(zip(types, arguments), procedure.inputs) {
      // An integer is taken for a float.
      let isFloat = input.type.kinds.contains(.float)
      let wanted = isFloat ? input.type.kinds.union(.integer) : input.type.kinds
      require(type, wanted, of: argument.range, "input `\(input.name)` of `\(procedure.name)`")
    }
  }

  /// Checks that there are parameters for all inputs of a CALL without brackets.
  func checkImplicitArguments(of procedure: Procedure, _ clause: CallStatement) {
    guard let parameters else { return }
    for input in procedure.inputs where !parameters.contains(input.name) {
      reportMissingParameter(input.name, at: clause.nameRange)
    }
  }

  /// Reports a CALL without brackets among other clauses.
  func checkExplicit(_ procedure: Procedure, _ clause: CallStatement) {
    guard !procedure.inputs.isEmpty else { return }
    report(
      .invalidArgumentPassingMode,
      "`\(procedure.name)` needs its arguments written out among other clauses",
      at: clause.nameRange,
      remedy:
        "write (\(procedure.inputs.map(\.name).joined(separator: ", "))) with values after the name"
    )
  }
}
