import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Reports clauses after RETURN, and a last clause after which nothing has been done.
  func checkComposition(_ statement: LinearStatement, place: Place) {
    for clause in statement.clauses.dropLast() {
      guard case .return = clause else { continue }
      report(
        .invalidClauseComposition,
        "RETURN must be the last clause",
        at: clause.range,
        remedy: "use WITH to pass rows on"
      )
    }
    guard !place.isExpression, let last = statement.clauses.last, !canEnd(last) else { return }
    report(
      .invalidClauseComposition,
      "a query cannot end here: nothing is returned and nothing is changed",
      at: last.range,
      remedy: "add a RETURN clause"
    )
  }

  private func canEnd(_ clause: Clause) -> Bool {
    switch clause {
    case .match, .unwind, .with, .loadCSV: false
    default: true
    }
  }
}
