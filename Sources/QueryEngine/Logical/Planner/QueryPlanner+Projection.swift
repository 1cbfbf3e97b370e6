import CypherSyntax
import GraphModel

extension QueryPlanner {
  /// Adds a WITH clause; its WHERE still sees the variables from before, unless rows were grouped
  /// or made distinct.
  func plan(_ with: WithStatement, _ part: inout PlanPart) throws(QueryError) {
    var projector = Projector(self, with.projection, part, isWith: true)
    projector.run()
    part.plan = projector.plan
    if let condition = with.condition {
      let wide = PlanPart(plan: part.plan, scope: projector.wideScope)
      part.plan = .filter(
        part.plan,
        projector.rewritten(condition).conjuncts.map(wide.scoped)
      )
    }
    part.scope = projector.resultScope
    part.scope.slots.merge(part.outer.slots) { own, _ in own }
  }

  /// Plans a RETURN clause.
  func planReturn(_ projection: Projection, _ part: PlanPart) throws(QueryError)
    -> (PlanPart, [QueryPlan.ResultColumn])
  {
    var projector = Projector(self, projection, part, isWith: false)
    projector.run()
    return (PlanPart(plan: projector.plan, scope: projector.resultScope), projector.columns)
  }

  /// Tells whether an expression is what rows rest on, which is known only after grouping.
  func isEvidence(_ expression: Expression) -> Bool {
    expression.contains { part in
      guard case .variable(let name) = part.kind else { return false }
      return name == Self.evidenceVariable
    }
  }

  /// Tells whether an expression is the call of an aggregate.
  func isAggregate(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .countAll: true
    case .function(let name, _, _):
      catalog.aggregate(name.map(\.name).joined(separator: ".")) != nil
    default: false
    }
  }
}

/// Plans one projection: grouping, the items, DISTINCT, ORDER BY, SKIP and LIMIT.
struct Projector {
  private let planner: QueryPlanner
  private let projection: Projection
  private let start: PlanPart
  private let isWith: Bool
  private(set) var plan: LogicalPlan
  private(set) var columns: [QueryPlan.ResultColumn] = []
  /// What ORDER BY and the WHERE of a WITH see.
  private(set) var wideScope: Scope
  /// Expressions whose values stand in slots by now, and the variables that name them.
  private var named: [(expression: Expression, variable: String)] = []

  init(_ planner: QueryPlanner, _ projection: Projection, _ start: PlanPart, isWith: Bool) {
    self.isWith = isWith
    self.planner = planner
    self.projection = projection
    var start = start
    start.scope.slots[QueryPlanner.evidenceVariable] = planner.evidenceSlot
    self.start = start
    plan = start.plan
    wideScope = start.scope
  }

  /// What the clauses after this one see.
  var resultScope: Scope {
    var scope = Scope(Dictionary(columns.map { ($0.name, $0.slot) }) { first, _ in first })
    scope.slots[QueryPlanner.evidenceVariable] = planner.evidenceSlot
    return scope
  }

  private var items: [(name: String, expression: Expression)] {
    var items: [(name: String, expression: Expression)] = []
    if projection.includesAll {
      for name in start.scope.slots.keys.filter({ !$0.hasPrefix("\u{0}") }).sorted() {
        items.append((name, Expression(.variable(name), at: SourceRange(0, 0))))
      }
    }
    return items
      + projection.items.map { item in
        (name(of: item), planner.resolvingEvidence(item.expression))
      }
  }

  /// A variable keeps its name; any other expression is called by its text.
  private func name(of item: ReturnItem) -> String {
    if let alias = item.alias { return alias.name }
    let bare = isWith ? item.expression.withoutParentheses : item.expression
    if case .variable(let name) = bare.kind { return name }
    return planner.sourceText(item.expression)
  }

  mutating func run() {
    let items = items
    let isGrouping = (items.map(\.expression) + projection.order.map(\.expression))
      .contains { $0.contains(planner.isAggregate) }
    if isGrouping { group(items) } else { project(items) }
    if projection.isDistinct { plan = .distinct(plan, columns.map { $0.slot }) }
    if projection.isDistinct || isGrouping {
      wideScope = Scope(
        wideScope.slots.filter { $0.key.hasPrefix("\u{0}") }
          .merging(start.outer.slots) { own, _ in own }
          .merging(columns.map { ($0.name, $0.slot) }) { $1 }
      )
    } else {
      for column in columns { wideScope.slots[column.name] = column.slot }
    }
    sortAndCut()
  }

  /// Replaces what stands in slots by the variables that name it.
  func rewritten(_ expression: Expression) -> Expression {
    planner.resolvingEvidence(expression).replacing { part in
      let bare = part.withoutParentheses
      return named.first { $0.expression == bare }.map {
        Expression(.variable($0.variable), at: part.range)
      }
    }
  }

  // MARK: - Without grouping

  private mutating func project(_ items: [(name: String, expression: Expression)]) {
    var slots: [LogicalPlan.ProjectedSlot] = []
    for (name, expression) in items {
      // A variable that only gets another name stays where it is.
      if case .variable(let variable) = expression.withoutParentheses.kind,
        let slot = start[variable]
      {
        columns.append(QueryPlan.ResultColumn(name: name, slot: slot))
      } else {
        let slot = planner.newSlot()
        slots.append(LogicalPlan.ProjectedSlot(slot, start.scoped(expression)))
        columns.append(QueryPlan.ResultColumn(name: name, slot: slot))
        planner.note(name, of: slot)
      }
      if projection.isDistinct { named.append((expression.withoutParentheses, name)) }
    }
    if !slots.isEmpty { plan = .projection(plan, slots) }
  }

  // MARK: - With grouping

  private mutating func group(_ items: [(name: String, expression: Expression)]) {
    var keys: [LogicalPlan.ProjectedSlot] = []
    var keyNames: [(expression: Expression, variable: String)] = []
    var hidden = Scope()
    hidden.slots[QueryPlanner.evidenceVariable] = planner.evidenceSlot
    for (_, expression) in items
    where !expression.contains(planner.isAggregate) && !planner.isEvidence(expression) {
      let slot = planner.newSlot()
      let name = PatternReader.hiddenName(slot)
      keys.append(LogicalPlan.ProjectedSlot(slot, start.scoped(expression)))
      keyNames.append((expression.withoutParentheses, name))
      hidden.slots[name] = slot
    }
    var aggregates: [LogicalPlan.Aggregate] = []
    let all = items.map(\.expression) + projection.order.map(\.expression)
    for expression in all { collect(expression, &aggregates, &hidden) }
    plan = .aggregation(plan, keys: keys, aggregates: aggregates)
    if !start.outer.slots.isEmpty {
      // Grouping leaves only its own slots; the row around the subquery fills the others again.
      plan = .apply(.argument, plan)
      hidden.slots.merge(start.outer.slots) { own, _ in own }
    }
    named += keyNames
    var slots: [LogicalPlan.ProjectedSlot] = []
    var outputs: [(expression: Expression, variable: String)] = []
    for (name, expression) in items {
      let slot = planner.newSlot()
      slots.append(
        LogicalPlan.ProjectedSlot(slot, ScopedExpression(rewritten(expression), in: hidden))
      )
      columns.append(QueryPlan.ResultColumn(name: name, slot: slot))
      outputs.append((expression.withoutParentheses, name))
    }
    plan = .projection(plan, slots)
    named = outputs + named
    wideScope = hidden
  }

  /// Gives every different aggregate in an expression a slot.
  private mutating func collect(
    _ expression: Expression,
    _ aggregates: inout [LogicalPlan.Aggregate],
    _ hidden: inout Scope
  ) {
    var found: [Expression] = []
    _ = expression.contains { part in
      if planner.isAggregate(part) { found.append(part) }
      return false
    }
    for part in found where !named.contains(where: { $0.expression == part }) {
      let slot = planner.newSlot()
      let name = PatternReader.hiddenName(slot)
      aggregates.append(aggregate(part, slot))
      named.append((part, name))
      hidden.slots[name] = slot
    }
  }

  private func aggregate(_ expression: Expression, _ slot: Slot) -> LogicalPlan.Aggregate {
    guard case .function(let name, let isDistinct, let arguments) = expression.kind else {
      return LogicalPlan.Aggregate(
        slot: slot,
        function: "count",
        isDistinct: false,
        arguments: []
      )
    }
    return LogicalPlan.Aggregate(
      slot: slot,
      function: name.map(\.name).joined(separator: ".").lowercased(),
      isDistinct: isDistinct,
      arguments: arguments.map(start.scoped)
    )
  }

  // MARK: - Order and limits

  private mutating func sortAndCut() {
    let order = projection.order.map { item in
      LogicalPlan.SortItem(
        value: ScopedExpression(rewritten(item.expression), in: wideScope),
        isDescending: item.isDescending
      )
    }
    func constant(_ expression: Expression) -> ScopedExpression {
      ScopedExpression(expression, in: Scope())
    }
    if !order.isEmpty { plan = .sort(plan, order) }
    if let skip = projection.skip { plan = .skip(plan, constant(skip)) }
    if let limit = projection.limit { plan = .limit(plan, constant(limit)) }
  }
}
