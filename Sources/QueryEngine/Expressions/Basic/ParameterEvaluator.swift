import GraphModel

/// Gives the value of a parameter.
struct ParameterEvaluator: ExpressionEvaluator {
  /// The name, without the dollar sign.
  let name: String

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    guard let value = context.parameters[name] else {
      throw QueryError(
        .missingParameter,
        .runtime,
        "the parameter $\(name) has no value",
        remedy: "give it one"
      )
    }
    return .constant(value, count: chunk.count)
  }
}
