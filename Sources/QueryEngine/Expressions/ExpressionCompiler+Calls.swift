import CypherSyntax
import GraphModel

extension ExpressionCompiler {
  /// Returns the evaluator of a function call or a choice.
  func compileCall(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .function(let name, _, let arguments):
      return try compileFunction(
        name.map(\.name).joined(separator: "."),
        arguments,
        in: scope
      )
    case .caseExpression(let operand, let branches, let otherwise):
      return try compileCase(operand, branches, otherwise, in: scope)
    default:
      // The planner replaces aggregates by variables.
      throw QueryError(
        .invalidAggregation,
        .compileTime,
        "an aggregate cannot stand here"
      )
    }
  }

  private func compileFunction(
    _ name: String,
    _ arguments: [Expression],
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    if name.lowercased() == "coalesce", !arguments.isEmpty {
      return CoalesceEvaluator(candidates: try compileAllSelective(arguments, in: scope))
    }
    if name.lowercased() == "exists", let pattern = arguments.first, pattern.isPattern {
      return try compile(pattern, in: scope)
    }
    guard let function = catalog.function(name) else { throw catalog.unknown(name) }
    try function.check(count: arguments.count, range: nil)
    return FunctionEvaluator(function: function, arguments: try compileAll(arguments, in: scope))
  }

  private func compileCase(
    _ operand: Expression?,
    _ branches: [CaseBranch],
    _ otherwise: Expression?,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let operand = try operand.map { (it) throws(QueryError) in try compile(it, in: scope) }
    var compiled: [CaseEvaluator.Branch] = []
    for branch in branches {
      compiled.append(
        CaseEvaluator.Branch(
          conditions: try compileAllSelective(branch.conditions, in: scope),
          result: try compileSelective(branch.result, in: scope)
        )
      )
    }
    return CaseEvaluator(
      operand: operand,
      branches: compiled,
      otherwise: try otherwise.map { (it) throws(QueryError) in
        try compileSelective(it, in: scope)
      }
    )
  }
}

extension Expression {
  /// Whether this is a pattern as a predicate, in brackets or not.
  fileprivate var isPattern: Bool {
    switch kind {
    case .pattern: true
    case .parenthesized(let inner): inner.isPattern
    default: false
    }
  }
}
