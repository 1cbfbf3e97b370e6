import CypherSyntax

extension Expression {
  /// Returns the expression with `change` applied to each expression directly in it; patterns and
  /// subqueries stay as they are.
  func mappingChildren(_ change: (Expression) -> Expression) -> Expression {
    Expression(kind.mappingChildren(change), at: range)
  }

  /// Returns the expression with the outermost parts for which `replace` gives something replaced.
  func replacing(_ replace: (Expression) -> Expression?) -> Expression {
    if let replacement = replace(self) { return replacement }
    return mappingChildren { $0.replacing(replace) }
  }

  /// Tells whether `test` holds for the expression or one in it, patterns and subqueries aside.
  func contains(_ test: (Expression) -> Bool) -> Bool {
    if test(self) { return true }
    var isFound = false
    _ = mappingChildren { child in
      isFound = isFound || child.contains(test)
      return child
    }
    return isFound
  }

  /// The parts of a conjunction, all of which must be true.
  var conjuncts: [Expression] {
    switch withoutParentheses.kind {
    case .binary(.and, let left, let right): left.conjuncts + right.conjuncts
    default: [self]
    }
  }
}

extension Expression.Kind {
  fileprivate func mappingChildren(_ change: (Expression) -> Expression) -> Self {
    switch self {
    case .literal, .parameter, .variable, .countAll, .pattern, .shortestPath, .subquery:
      self
    case .list(let elements): .list(elements.map(change))
    case .map(let entries): .map(entries.map { $0.mapping(change) })
    case .property(let owner, let key): .property(change(owner), key: key)
    case .subscripted(let list, let index): .subscripted(change(list), index: change(index))
    case .slice(let list, let from, let to):
      .slice(change(list), from: from.map(change), to: to.map(change))
    case .hasLabels(let entity, let labels): .hasLabels(change(entity), labels)
    case .unary(let sign, let operand): .unary(sign, change(operand))
    case .binary(let sign, let left, let right): .binary(sign, change(left), change(right))
    case .comparison(let operands, let signs): .comparison(operands.map(change), signs)
    case .isNull(let operand, let isNegated): .isNull(change(operand), isNegated: isNegated)
    case .isTyped(let operand, let type, let isNegated):
      .isTyped(change(operand), type, isNegated: isNegated)
    case .function(let name, let isDistinct, let arguments):
      .function(name: name, isDistinct: isDistinct, arguments: arguments.map(change))
    case .parenthesized(let inner): .parenthesized(change(inner))
    default: mappingScopedChildren(change)
    }
  }

  private func mappingScopedChildren(_ change: (Expression) -> Expression) -> Self {
    switch self {
    case .caseExpression(let operand, let branches, let otherwise):
      .caseExpression(
        operand: operand.map(change),
        branches: branches.map { branch in
          CaseBranch(conditions: branch.conditions.map(change), result: change(branch.result))
        },
        otherwise: otherwise.map(change)
      )
    case .listComprehension(let variable, let list, let condition, let result):
      .listComprehension(
        variable: variable,
        list: change(list),
        condition: condition.map(change),
        result: result.map(change)
      )
    case .patternComprehension(let path, let condition, let result):
      .patternComprehension(path: path, condition: condition, result: result)
    case .quantifier(let kind, let variable, let list, let condition):
      .quantifier(kind, variable: variable, list: change(list), condition: condition.map(change))
    case .reduce(let accumulator, let start, let variable, let list, let step):
      .reduce(
        accumulator: accumulator,
        start: change(start),
        variable: variable,
        list: change(list),
        step: change(step)
      )
    case .mapProjection(let variable, let items):
      .mapProjection(
        variable: variable,
        items: items.map { item in
          guard case .entry(let entry) = item else { return item }
          return .entry(entry.mapping(change))
        }
      )
    default: self
    }
  }
}

extension MapEntry {
  fileprivate func mapping(_ change: (Expression) -> Expression) -> MapEntry {
    MapEntry(key: key, value: change(value))
  }
}
