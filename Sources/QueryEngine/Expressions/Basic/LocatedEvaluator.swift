import CypherSyntax
import GraphModel

/// Gives what another evaluator gives, and tells where in the query its errors come from.
struct LocatedEvaluator: ExpressionEvaluator {
  /// The evaluator.
  let evaluator: any ExpressionEvaluator
  /// Where its expression stands.
  let range: SourceRange

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    do {
      return try evaluator.evaluate(chunk, context)
    } catch {
      throw error.located(at: range)
    }
  }
}

extension QueryError {
  /// Returns the error with a place, where it has none yet.
  func located(at range: SourceRange) -> QueryError {
    guard self.range == nil, range.lowerBound <= range.upperBound else { return self }
    return QueryError(
      code,
      phase,
      message,
      kind: kind,
      range: Int(range.lowerBound)..<Int(range.upperBound),
      remedy: remedy,
      candidates: candidates
    )
  }
}
