import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Reports UNION and UNION ALL in one query.
  func checkUnionKinds(_ query: Query) {
    guard let first = query.operators.first,
      let index = query.operators.firstIndex(where: { $0 != first }),
      index + 1 < query.statements.count
    else { return }
    report(
      .invalidClauseComposition,
      "UNION and UNION ALL cannot be mixed in one query",
      at: query.statements[index + 1].range,
      remedy: "use one of them throughout, or put one part into CALL { }"
    )
  }

  /// Reports branches of a UNION whose columns differ from those of the first.
  func checkUnionColumns(_ query: Query, _ branches: [[ResultField]]) {
    guard let first = branches.first?.map(\.name) else { return }
    for (statement, branch) in zip(query.statements, branches).dropFirst() {
      let names = branch.map(\.name)
      guard names != first else { continue }
      report(
        .differentColumnsInUnion,
        "the parts of a UNION must have the same columns in the same order:"
          + " \(listed(first)) against \(listed(names))",
        at: statement.clauses.last?.range ?? statement.range,
        remedy: "name the columns alike with AS"
      )
    }
  }

  private func listed(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
