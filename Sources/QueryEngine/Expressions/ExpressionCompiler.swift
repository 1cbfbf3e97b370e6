import CypherSyntax
import GraphModel

/// Turns expressions into evaluators.
///
/// What stands inside expressions (patterns, subqueries) is planned by `planner`, and its operators
/// are made by `buildOperator`.
final class ExpressionCompiler {
  /// Plans patterns and subqueries, and gives out slots.
  let planner: any NestedPlanner
  /// The functions that may be called.
  let catalog: FunctionCatalog
  /// Makes the operator of a plan.
  let buildOperator: (LogicalPlan) throws(QueryError) -> any PhysicalOperator
  /// The slots read by what is being compiled; see `compileSelective`.
  private var readSlots: Set<Slot> = []

  /// Makes a compiler.
  init(
    planner: any NestedPlanner,
    catalog: FunctionCatalog,
    buildOperator: @escaping (LogicalPlan) throws(QueryError) -> any PhysicalOperator
  ) {
    self.planner = planner
    self.catalog = catalog
    self.buildOperator = buildOperator
  }

  /// Returns the evaluator of an expression.
  func compile(_ expression: ScopedExpression) throws(QueryError) -> any ExpressionEvaluator {
    try compile(expression.expression, in: expression.scope)
  }

  /// Returns the evaluator of an expression; its errors tell where it stands.
  func compile(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    do {
      let evaluator = try compileKind(expression, in: scope)
      return evaluator is ConstantEvaluator || evaluator is SlotEvaluator
        || evaluator is LocatedEvaluator
        ? evaluator : LocatedEvaluator(evaluator: evaluator, range: expression.range)
    } catch {
      throw error.located(at: expression.range)
    }
  }

  /// Returns the evaluator of an expression that is wanted for some rows only.
  func compileSelective(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> SelectiveEvaluator {
    let outer = readSlots
    readSlots = []
    defer { readSlots.formUnion(outer) }
    let evaluator = try compile(expression, in: scope)
    return SelectiveEvaluator(evaluator: evaluator, slots: sortedReadSlots)
  }

  /// Notes that what is being compiled reads some slots.
  func noteReading(_ slots: some Sequence<Slot>) { readSlots.formUnion(slots) }

  private var sortedReadSlots: [Slot] { readSlots.sorted { $0.index < $1.index } }

  private func compileKind(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .literal, .parameter, .variable, .parenthesized:
      try compileBasic(expression, in: scope)
    case .property, .subscripted, .slice, .hasLabels:
      try compileAccess(expression, in: scope)
    case .unary, .binary, .comparison, .isNull, .isTyped:
      try compileOperator(expression, in: scope)
    case .function, .countAll, .caseExpression:
      try compileCall(expression, in: scope)
    case .list, .map, .mapProjection, .listComprehension, .quantifier, .reduce:
      try compileCollection(expression, in: scope)
    case .patternComprehension, .pattern, .shortestPath, .subquery:
      try compilePattern(expression, in: scope)
    }
  }

  private func compileBasic(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .literal(let literal): return ConstantEvaluator(value: literal.value)
    case .parameter(let name): return ParameterEvaluator(name: name)
    case .variable(let name): return try compileVariable(name, in: scope)
    case .parenthesized(let inner): return try compile(inner, in: scope)
    default: throw .misplaced(expression)
    }
  }

  /// Returns the evaluator of a variable.
  func compileVariable(
    _ name: String,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    guard let slot = scope.slots[name] else {
      throw QueryError(.undefinedVariable, .compileTime, "there is no variable \(name) here")
    }
    noteReading([slot])
    return SlotEvaluator(slot: slot)
  }
}

extension Literal {
  /// The value.
  var value: Value {
    switch self {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .notANumber: .float(.nan)
    case .string(let text): .string(text)
    }
  }
}

extension QueryError {
  /// Returns the error for an expression that cannot stand where it does.
  static func misplaced(_ expression: Expression) -> QueryError {
    QueryError(.unexpectedSyntax, .compileTime, "this expression cannot stand here")
      .located(at: expression.range)
  }
}
