import CypherSyntax

extension SemanticPass {
  /// Returns what ORDER BY and WHERE may use: variables from before and after the projection, or
  /// only its columns once rows are joined by DISTINCT or aggregates.
  func sortContext(
    _ projection: Projection,
    _ types: [StaticType],
    before: VariableScope,
    after: VariableScope,
    isAggregating: Bool
  ) -> ExpressionContext {
    guard isAggregating || projection.isDistinct else {
      return ExpressionContext(before.adding(after.variables))
    }
    var context = ExpressionContext(after, aggregation: isAggregating ? .onlyProjected : .forbidden)
    for (item, type) in zip(projection.items, types) {
      context.projected[item.expression.withoutParentheses] = type
      for aggregate in aggregates(in: item.expression) where context.projected[aggregate] == nil {
        context.projected[aggregate] = .any
      }
    }
    return context
  }

  /// Checks ORDER BY.
  func checkOrder(_ projection: Projection, _ context: ExpressionContext, isAggregating: Bool) {
    let columns = Set(context.projected.keys)
    for item in projection.order {
      if isAggregating { checkSortGrouping(item.expression, columns: columns) }
      let count = errors.count
      _ = infer(item.expression, context)
      guard isAggregating, errors.count == count else { continue }
      reportUnprojected(in: item.expression, columns: columns)
    }
  }

  /// Reports aggregates that are not among the columns.
  private func reportUnprojected(in expression: Expression, columns: Set<Expression>) {
    for aggregate in aggregates(in: expression) where !columns.contains(aggregate) {
      _ = checkAggregateUse(source(aggregate.range), at: aggregate.range, .onlyProjected)
    }
  }
}
