import CypherSyntax

extension Expression {
  /// The expression without brackets around it.
  var withoutParentheses: Expression {
    var expression = self
    while case .parenthesized(let inner) = expression.kind { expression = inner }
    return expression
  }

  /// The expressions of which it is made, but for what stands in subqueries.
  var children: [Expression] {
    switch kind {
    case .literal, .parameter, .variable, .countAll, .subquery: []
    case .list(let elements): elements
    case .map(let entries): entries.map(\.value)
    case .property(let base, _), .hasLabels(let base, _), .unary(_, let base), .isNull(let base, _),
      .isTyped(let base, _, _), .parenthesized(let base):
      [base]
    case .subscripted(let base, let index): [base, index]
    case .slice(let list, let from, let to): [list] + [from, to].compactMap(\.self)
    case .binary(_, let left, let right): [left, right]
    case .comparison(let operands, _): operands
    case .function(_, _, let arguments): arguments
    case .caseExpression(let operand, let branches, let otherwise):
      [operand, otherwise].compactMap(\.self) + branches.flatMap { $0.conditions + [$0.result] }
    case .listComprehension(_, let list, let condition, let result):
      [list] + [condition, result].compactMap(\.self)
    case .quantifier(_, _, let list, let condition): [list] + [condition].compactMap(\.self)
    case .reduce(_, let start, _, let list, let step): [start, list, step]
    case .patternComprehension(let path, let condition, let result):
      path.expressions + [condition].compactMap(\.self) + [result]
    case .pattern(let path), .shortestPath(let path): path.expressions
    case .mapProjection(_, let items): items.compactMap(\.expression)
    }
  }

  /// The names that its children see besides the variables around it.
  var localNames: [String] {
    switch kind {
    case .listComprehension(let variable, _, _, _), .quantifier(_, let variable, _, _):
      [variable.name]
    case .reduce(let accumulator, _, let variable, _, _): [accumulator.name, variable.name]
    default: []
    }
  }

  /// The names that it uses itself, apart from its children.
  var ownNames: [String] {
    switch kind {
    case .variable(let name): [name]
    case .mapProjection(let variable, let items):
      [variable.name]
        + items.compactMap { if case .variable(let name) = $0 { name.name } else { nil } }
    case .pattern(let path), .shortestPath(let path), .patternComprehension(let path, _, _):
      path.variables.map(\.name)
    case .subquery(_, .pattern(let pattern, _)):
      pattern.paths.flatMap { $0.variables.map(\.name) }
    default: []
    }
  }
}

extension MapProjectionItem {
  fileprivate var expression: Expression? {
    if case .entry(let entry) = self { entry.value } else { nil }
  }
}

extension PathPattern {
  /// The property maps and conditions in it.
  var expressions: [Expression] {
    elements.flatMap { element -> [Expression] in
      switch element {
      case .node(let node): [node.properties, node.condition].compactMap(\.self)
      case .relationship(let relationship):
        [relationship.properties, relationship.condition].compactMap(\.self)
      case .quantified(let group):
        group.path.expressions + [group.condition].compactMap(\.self)
      }
    }
  }
}
