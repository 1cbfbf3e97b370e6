import CypherSyntax

/// Collects every name that stands where a variable can stand, in patterns and subqueries, too.
///
/// Names bound inside (by a comprehension, say) are among them: whoever asks which variables of a
/// scope an expression needs takes those that are in the scope.
struct MentionedNames {
  private(set) var names: Set<String> = []
  /// How much is asked for of what rows rest on.
  private(set) var evidenceDetail = EvidenceDetail.none

  static func of(_ expression: Expression) -> Set<String> {
    var collector = MentionedNames()
    collector.add(expression)
    return collector.names
  }

  mutating func add(_ expression: Expression) {
    switch expression.kind {
    case .variable(let name): names.insert(name)
    case .pattern(let path), .shortestPath(let path): add(path)
    case .patternComprehension(let path, let condition, let result):
      add(path)
      if let condition { add(condition) }
      add(result)
    case .subquery(_, .pattern(let pattern, let condition)):
      for path in pattern.paths { add(path) }
      if let condition { add(condition) }
    case .subquery(_, .query(let query)): add(query)
    case .mapProjection(let variable, let items):
      names.insert(variable.name)
      for case .variable(let name) in items { names.insert(name.name) }
      addChildren(expression)
    default:
      if let detail = expression.evidenceDetail { evidenceDetail = max(evidenceDetail, detail) }
      addChildren(expression)
    }
  }

  private mutating func addChildren(_ expression: Expression) {
    var children: [Expression] = []
    _ = expression.mappingChildren { child in
      children.append(child)
      return child
    }
    for child in children { add(child) }
  }

  // MARK: - Patterns

  mutating func add(_ path: PathPattern) {
    if let variable = path.variable { names.insert(variable.name) }
    for element in path.elements { add(element) }
  }

  private mutating func add(_ element: PathElement) {
    switch element {
    case .node(let node):
      add(variable: node.variable, [node.properties, node.condition])
    case .relationship(let relationship):
      add(variable: relationship.variable, [relationship.properties, relationship.condition])
    case .quantified(let group):
      add(group.path)
      if let condition = group.condition { add(condition) }
    }
  }

  private mutating func add(variable: Identifier?, _ expressions: [Expression?]) {
    if let variable { names.insert(variable.name) }
    for case let expression? in expressions { add(expression) }
  }

  // MARK: - Subqueries

  mutating func add(_ query: Query) {
    for clause in query.statements.flatMap(\.clauses) { add(clause) }
  }

  private mutating func add(_ clause: Clause) {
    switch clause {
    case .match(let match):
      for path in match.pattern.paths { add(path) }
      if let condition = match.condition { add(condition) }
    case .unwind(let unwind): add(unwind.list)
    case .call(let call):
      for argument in call.arguments ?? [] { add(argument) }
      if let condition = call.condition { add(condition) }
    case .callSubquery(let call):
      if case .variables(let imports) = call.imports { names.formUnion(imports.map(\.name)) }
      add(call.query)
    case .with(let with):
      add(with.projection)
      if let condition = with.condition { add(condition) }
    case .return(let result):
      if let projection = result.projection { add(projection) }
    case .loadCSV(let load): add(load.source)
    case .create, .merge, .set, .remove, .delete, .forEach: break
    }
  }

  private mutating func add(_ projection: Projection) {
    for item in projection.items { add(item.expression) }
    for item in projection.order { add(item.expression) }
    for case let expression? in [projection.skip, projection.limit] { add(expression) }
  }
}
