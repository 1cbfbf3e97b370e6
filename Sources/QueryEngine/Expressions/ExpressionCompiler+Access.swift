import CypherSyntax
import GraphModel

extension ExpressionCompiler {
  /// Returns the evaluator of what reads a part of a value.
  func compileAccess(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .property(let subject, let key):
      return PropertyEvaluator(subject: try compile(subject, in: scope), key: key.name)
    case .subscripted(let subject, let index):
      return SubscriptEvaluator(
        subject: try compile(subject, in: scope),
        index: try compile(index, in: scope)
      )
    case .slice(let list, let lower, let upper):
      return SliceEvaluator(
        list: try compile(list, in: scope),
        lower: try lower.map { (it) throws(QueryError) in try compile(it, in: scope) },
        upper: try upper.map { (it) throws(QueryError) in try compile(it, in: scope) }
      )
    case .hasLabels(let subject, let labels):
      return LabelEvaluator(subject: try compile(subject, in: scope), labels: labels)
    default: throw .misplaced(expression)
    }
  }
}
