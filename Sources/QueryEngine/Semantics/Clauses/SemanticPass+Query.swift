import CypherSyntax

/// Holds one column of a result: its name and what is in it.
struct ResultField {
  /// The name.
  var name: String
  /// What is in it.
  var type: StaticType
}

extension SemanticPass {
  /// Tells where a query stands.
  enum Place {
    /// Nowhere but at the top.
    case top
    /// In `EXISTS { }` and its like, where nothing needs to be returned.
    case expression
    /// In `CALL { }`; the surrounding variables can be named in a leading WITH.
    case call(importable: VariableScope?)
  }

  /// Checks a query at the top and returns its columns.
  func checkQuery(_ query: Query) -> [ResultField] {
    checkQuery(query, scope: VariableScope(), place: .top)
  }

  /// Checks a query and returns its columns.
  func checkQuery(_ query: Query, scope: VariableScope, place: Place) -> [ResultField] {
    checkUnionKinds(query)
    let isSingle = query.statements.count == 1
    var branches: [[ResultField]] = []
    for statement in query.statements {
      let isStandalone = isSingle && place.isTop && statement.clauses.count == 1
      let start = importedScope(statement, scope: scope, place: place)
      branches.append(
        checkStatement(statement, scope: start, place: place, isStandalone: isStandalone)
      )
    }
    checkUnionColumns(query, branches)
    return merged(branches)
  }

  /// Joins the columns of all branches of a UNION.
  private func merged(_ branches: [[ResultField]]) -> [ResultField] {
    guard var fields = branches.first else { return [] }
    for branch in branches.dropFirst() where branch.count == fields.count {
      for (index, field) in branch.enumerated() {
        fields[index].type = fields[index].type.joined(with: field.type)
      }
    }
    return fields
  }

  private func checkStatement(
    _ statement: LinearStatement,
    scope start: VariableScope,
    place: Place,
    isStandalone: Bool
  ) -> [ResultField] {
    checkComposition(statement, place: place)
    var scope = start
    var columns: [ResultField] = []
    for clause in statement.clauses {
      switch clause {
      case .return(let clause): columns = checkReturn(clause, scope)
      case .call(let call) where isStandalone: columns = checkStandaloneCall(call)
      default: scope = checkClause(clause, scope)
      }
    }
    return columns
  }

  /// Checks a clause and returns the scope after it.
  func checkClause(_ clause: Clause, _ scope: VariableScope) -> VariableScope {
    switch clause {
    case .match(let clause): checkMatch(clause, scope)
    case .unwind(let clause): checkUnwind(clause, scope)
    case .call(let clause): checkCall(clause, scope)
    case .callSubquery(let clause): checkCallSubquery(clause, scope)
    case .loadCSV(let clause): checkLoadCSV(clause, scope)
    case .create(let clause): checkCreate(clause, scope)
    case .merge(let clause): checkMerge(clause, scope)
    case .set(let clause): checkSet(clause.items, scope)
    case .remove(let clause): checkRemove(clause, scope)
    case .delete(let clause): checkDelete(clause, scope)
    case .forEach(let clause): checkForEach(clause, scope)
    case .with(let clause): checkWith(clause, scope)
    case .return: scope
    }
  }
}

extension SemanticPass.Place {
  /// Whether the query stands nowhere else.
  var isTop: Bool {
    if case .top = self { true } else { false }
  }

  /// Whether the query stands in an expression.
  var isExpression: Bool {
    if case .expression = self { true } else { false }
  }
}
