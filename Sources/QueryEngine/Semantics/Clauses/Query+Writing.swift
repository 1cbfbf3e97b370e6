import CypherSyntax

extension Query {
  /// The first clause that changes the graph; `nil` when the query only reads.
  var firstWritingClause: Clause? {
    for statement in statements {
      for clause in statement.clauses {
        if let writing = clause.firstWritingClause { return writing }
      }
    }
    return nil
  }
}

extension Clause {
  /// Whether it changes the graph itself.
  var isWriting: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .forEach: true
    default: false
    }
  }

  fileprivate var firstWritingClause: Clause? {
    if case .callSubquery(let call) = self { return call.query.firstWritingClause }
    return isWriting ? self : nil
  }
}
