import CypherSyntax
import GraphModel

/// Holds what a projection makes.
struct ProjectionResult {
  /// The columns in order.
  var fields: [ResultField]
  /// The scope after it.
  var scope: VariableScope
  /// What ORDER BY and WHERE may use.
  var sortContext: ExpressionContext
}

extension SemanticPass {
  /// Checks WITH and returns the scope after it.
  func checkWith(_ clause: WithStatement, _ scope: VariableScope) -> VariableScope {
    let result = checkProjection(clause.projection.withoutOuterParentheses, scope)
    checkAliases(clause.projection.items)
    checkShadowing(clause.projection.items, scope)
    if let condition = clause.condition {
      var context = result.sortContext
      context.aggregation = .forbidden
      context.projected = context.projected.filter { !containsAggregate($0.key) }
      checkCondition(condition, context)
    }
    return result.scope
  }

  /// Checks RETURN and returns the columns.
  func checkReturn(_ clause: ReturnStatement, _ scope: VariableScope) -> [ResultField] {
    guard let projection = clause.projection else { return [] }
    if projection.includesAll, scope.visible.isEmpty, projection.items.isEmpty {
      report(
        .noVariablesInScope,
        "RETURN * needs variables, and there are none",
        at: clause.range,
        remedy: "give names to what is matched, or return something else"
      )
    }
    return checkProjection(projection, scope).fields
  }

  private func checkProjection(
    _ projection: Projection,
    _ scope: VariableScope
  ) -> ProjectionResult {
    let types = projection.items.map {
      infer($0.expression, ExpressionContext(scope, aggregation: .allowed))
    }
    let isAggregating = projection.items.contains { containsAggregate($0.expression) }
    if isAggregating { checkItemGrouping(projection, scope) }
    let fields = fields(of: projection, types, scope)
    checkColumnNames(projection, fields, scope)
    let columns = Dictionary(fields.map { ($0.name, $0.type) }) { first, _ in first }
    let next = scope.projected(to: columns)
    let sortContext = sortContext(
      projection,
      types,
      before: scope,
      after: next,
      isAggregating: isAggregating
    )
    checkOrder(projection, sortContext, isAggregating: isAggregating)
    checkRowCounts(projection)
    return ProjectionResult(fields: fields, scope: next, sortContext: sortContext)
  }

  private func fields(
    of projection: Projection,
    _ types: [StaticType],
    _ scope: VariableScope
  ) -> [ResultField] {
    var fields: [ResultField] = []
    if projection.includesAll {
      fields = scope.variables.sorted { $0.key < $1.key }
        .map { ResultField(name: $0.key, type: $0.value) }
    }
    for (item, type) in zip(projection.items, types) {
      fields.append(ResultField(name: columnName(of: item), type: type))
    }
    return fields
  }

  /// Returns the name of a column: that given, or the text of the expression.
  private func columnName(of item: ReturnItem) -> String {
    if let alias = item.alias { return alias.name }
    if case .variable(let name) = item.expression.kind { return name }
    return source(item.expression.range)
  }

  private func checkItemGrouping(_ projection: Projection, _ scope: VariableScope) {
    var keys = Set(
      projection.items.map(\.expression.withoutParentheses).filter(\.isGroupingKey)
    )
    if projection.includesAll { keys.formUnion(scope.variables.keys.map(Expression.variable)) }
    for item in projection.items { checkGrouping(item.expression, keys: keys, scope) }
  }

  private func checkColumnNames(
    _ projection: Projection,
    _ fields: [ResultField],
    _ scope: VariableScope
  ) {
    var seen = Set(projection.includesAll ? Array(scope.variables.keys) : [])
    for item in projection.items where !seen.insert(columnName(of: item)).inserted {
      report(
        .columnNameConflict,
        "there is a column `\(columnName(of: item))` already",
        at: item.alias?.range ?? item.expression.range,
        remedy: "give it another name with AS"
      )
    }
  }

  private func checkAliases(_ items: [ReturnItem]) {
    for item in items where item.alias == nil {
      if case .variable = item.expression.withoutParentheses.kind { continue }
      report(
        .noExpressionAlias,
        "`\(source(item.expression.range))` needs a name in WITH",
        at: item.expression.range,
        remedy: "add AS and a name"
      )
    }
  }

  /// Reports a new meaning for a name that a subquery has from outside.
  private func checkShadowing(_ items: [ReturnItem], _ scope: VariableScope) {
    for item in items {
      guard let alias = item.alias, scope.outer[alias.name] != nil else { continue }
      if case .variable(alias.name) = item.expression.withoutParentheses.kind { continue }
      reportAlreadyBound(alias, hint: "it comes from outside the subquery; use another name")
    }
  }
}

extension Projection {
  /// The projection without brackets around its items, as `(n)` goes on as `n`.
  fileprivate var withoutOuterParentheses: Projection {
    var projection = self
    for index in items.indices {
      projection.items[index].expression = items[index].expression.withoutParentheses
    }
    return projection
  }
}
