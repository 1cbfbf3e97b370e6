import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Returns the type of a pattern that stands where an expression does.
  func inferPattern(
    _ path: PathPattern,
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> StaticType {
    if case .node(let node)? = path.elements.first, path.elements.count == 1 {
      return inferLoneNode(node, at: range, context)
    }
    guard context.allowsPatterns else {
      reportMisplacedPattern(range)
      return .boolean
    }
    var binder = PatternBinder(pass: self, scope: context.scope, introducesVariables: false)
    binder.bind(path)
    var inner = ExpressionContext(context.scope)
    inner.scope = binder.scope
    checkPatternExpressions(path, inner, clause: "a pattern")
    return .boolean
  }

  /// Returns the type of `shortestPath( … )`, whose ends must be bound.
  func inferShortestPath(_ path: PathPattern, _ context: ExpressionContext) -> StaticType {
    for case .node(let node) in path.elements {
      guard let variable = node.variable, context.scope[variable.name] == nil else { continue }
      reportUndefined(variable, context.scope)
      return .path
    }
    var binder = PatternBinder(pass: self, scope: context.scope)
    binder.bind(path)
    checkPatternExpressions(path, ExpressionContext(binder.scope), clause: "a pattern")
    return path.prefix == .allShortestPaths ? .list(of: .path) : .path
  }

  /// Returns the type of `[p = (a)-->(b) WHERE … | … ]`.
  func inferPatternComprehension(
    _ path: PathPattern,
    condition: Expression?,
    result: Expression,
    _ context: ExpressionContext
  ) -> StaticType {
    var binder = PatternBinder(pass: self, scope: context.scope)
    binder.bind(path)
    var inner = context.perElement([:])
    inner.scope = binder.scope
    checkPatternExpressions(path, inner, clause: "a pattern")
    if let condition { checkCondition(condition, inner) }
    return .list(of: infer(result, inner))
  }

  private func inferLoneNode(
    _ node: NodePattern,
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> StaticType {
    if let variable = node.variable, context.scope[variable.name] == nil {
      reportUndefined(variable, context.scope)
      return .boolean
    }
    report(
      context.allowsPatterns ? .invalidArgumentType : .unexpectedSyntax,
      "a node pattern is no truth value",
      at: range,
      remedy: "write a relationship too, or compare the node with something"
    )
    return .boolean
  }

  private func reportMisplacedPattern(_ range: SourceRange) {
    report(
      .unexpectedSyntax,
      "a pattern can only stand where a truth value is wanted",
      at: range,
      remedy: "use EXISTS { … } or COUNT { … }, or a pattern comprehension [ … | … ]"
    )
  }
}
