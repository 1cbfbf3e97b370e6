import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks YIELD and returns the columns.
  func yielded(
    _ items: [YieldItem],
    _ procedure: Procedure,
    _ scope: VariableScope
  ) -> [ResultField] {
    var fields: [ResultField] = []
    for item in items {
      let variable = item.alias ?? item.field
      if scope[variable.name] != nil || fields.contains(where: { $0.name == variable.name }) {
        reportAlreadyBound(variable, hint: "give it another name with AS")
        continue
      }
      let output = procedure.outputs.first { $0.name == item.field.name }
      if output == nil { reportUnknownOutput(item.field, procedure) }
      fields.append(
        ResultField(
          name: variable.name,
          type: output.map { $0.type } ?? .any
        )
      )
    }
    return fields
  }

  /// Reports `YIELD *` among other clauses, where names must be told.
  func reportYieldAll(_ procedure: Procedure, _ clause: CallStatement) {
    report(
      .unexpectedSyntax,
      "YIELD * is only for a CALL that is the whole query",
      at: clause.range,
      remedy: procedure.outputs.isEmpty
        ? "leave YIELD out"
        : "write YIELD \(procedure.outputs.map(\.name).joined(separator: ", "))"
    )
  }

  private func reportUnknownOutput(_ field: Identifier, _ procedure: Procedure) {
    var outputs = VariableScope()
    for output in procedure.outputs { outputs.declare(output.name, .any) }
    reportUndefined(field, outputs)
  }
}
