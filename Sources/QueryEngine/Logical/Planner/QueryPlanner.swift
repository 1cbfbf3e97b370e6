import CypherSyntax
import GraphModel

/// Turns the tree of a valid query into a plan.
///
/// The tree has passed semantic analysis; what that would have refused is not looked for again.
final class QueryPlanner: NestedPlanner {
  let catalog: FunctionCatalog
  let procedures: ProcedureCatalog
  let statistics: GraphStatistics
  /// What is known of the values of properties; nothing where it is `nil`.
  let sample: PropertySample?
  /// The type of the relationships that the graph derives; `nil` where it derives none.
  let derivedType: String?
  /// Whether patterns are solved as they are written, from all nodes, and filtered at the end.
  let isNaive: Bool
  /// How many times less work a join must promise to be chosen: estimates are rough.
  let joinAdvantage: Double
  /// What `joinAdvantage` is but for tests.
  static let joinAdvantage = 2.0
  /// The text of the query: columns without a name are called by it.
  let text: ContiguousArray<UInt8>
  private(set) var slotCount = 0
  private(set) var isWriting = false
  /// The slot with what a row rests on; `nil` when nobody asks for it.
  private(set) var evidenceSlot: Slot?
  /// How much rows tell of what they rest on.
  let evidenceDetail: EvidenceDetail
  /// How deep the planner is in expressions, whose patterns add nothing to what a row rests on.
  private var nesting = 0
  private var slotNames: [Slot: String] = [:]

  init(
    text: String,
    catalog: FunctionCatalog,
    procedures: ProcedureCatalog,
    statistics: GraphStatistics,
    sample: PropertySample? = nil,
    evidence: EvidenceDetail = .none,
    derivedType: String? = nil,
    isNaive: Bool = false,
    joinAdvantage: Double = QueryPlanner.joinAdvantage
  ) {
    self.joinAdvantage = joinAdvantage
    self.derivedType = derivedType
    self.isNaive = isNaive
    self.text = ContiguousArray(text.utf8)
    self.catalog = catalog
    self.procedures = procedures
    self.statistics = statistics
    self.sample = sample
    evidenceDetail = evidence
    if evidence != .none { evidenceSlot = newSlot() }
  }

  /// Estimates plans.
  var estimate: PlanEstimate { PlanEstimate(statistics: statistics, sample: sample) }

  /// Whether what is planned now adds to what rows rest on.
  var tracksEvidence: Bool { evidenceSlot != nil && nesting == 0 }

  func newSlot() -> Slot {
    slotCount += 1
    return Slot(slotCount - 1)
  }

  /// Takes back the slots that were given out after a plan was made, for its operators.
  func releaseSlots(of plan: QueryPlan) { slotCount = plan.slotCount }

  /// Remembers by which name a slot is shown in a plan.
  func note(_ name: String, of slot: Slot) {
    if !name.hasPrefix("\u{0}") { slotNames[slot] = name }
  }

  /// The name by which a slot is shown in a plan.
  func name(of slot: Slot) -> String { slotNames[slot] ?? "anon_\(slot.index)" }

  /// Returns the plan of a whole query.
  func plan(_ query: Query) throws(QueryError) -> QueryPlan {
    var scope = Scope()
    scope.slots[Self.evidenceVariable] = evidenceSlot
    let (part, columns) = try plan(query, from: PlanPart(plan: .argument, scope: scope))
    return QueryPlan(
      root: rewritten(part.plan),
      columns: columns,
      slotCount: slotCount,
      evidenceSlot: evidenceSlot,
      evidenceDetail: evidenceDetail,
      isWriting: isWriting
    )
  }

  // MARK: - Statements

  /// Plans a query whose statements all start from `start`.
  func plan(_ query: Query, from start: PlanPart) throws(QueryError)
    -> (part: PlanPart, columns: [QueryPlan.ResultColumn])
  {
    var (part, columns) = try plan(query.statements[0], from: start)
    for (statement, sign) in zip(query.statements.dropFirst(), query.operators) {
      let (next, nextColumns) = try plan(statement, from: start)
      (part, columns) = unite(part, columns, next, nextColumns)
      if sign == .union { part.plan = .distinct(part.plan, columns.map { $0.slot }) }
    }
    return (part, columns)
  }

  /// Brings the columns of both plans into the same slots, by name.
  private func unite(
    _ first: PlanPart,
    _ firstColumns: [QueryPlan.ResultColumn],
    _ second: PlanPart,
    _ secondColumns: [QueryPlan.ResultColumn]
  ) -> (PlanPart, [QueryPlan.ResultColumn]) {
    let columns = firstColumns.map { QueryPlan.ResultColumn(name: $0.name, slot: newSlot()) }
    func aligned(_ part: PlanPart, _ own: [QueryPlan.ResultColumn]) -> LogicalPlan {
      let slots = Dictionary(own.map { ($0.name, $0.slot) }) { first, _ in first }
      let scope = Scope(slots)
      return .projection(
        part.plan,
        columns.map { column in
          LogicalPlan.ProjectedSlot(
            column.slot,
            ScopedExpression(Expression(.variable(column.name), at: SourceRange(0, 0)), in: scope)
          )
        }
      )
    }
    let plan = LogicalPlan.union(aligned(first, firstColumns), aligned(second, secondColumns))
    let scope = Scope(Dictionary(columns.map { ($0.name, $0.slot) }) { first, _ in first })
    return (PlanPart(plan: plan, scope: scope), columns)
  }

  private func plan(_ statement: LinearStatement, from start: PlanPart) throws(QueryError)
    -> (part: PlanPart, columns: [QueryPlan.ResultColumn])
  {
    var part = start
    var columns: [QueryPlan.ResultColumn] = []
    for (position, clause) in statement.clauses.enumerated() {
      switch clause {
      case .return(let result):
        guard let projection = result.projection else {
          part.plan = .emptyResult(part.plan)
          continue
        }
        (part, columns) = try planReturn(projection, part)
      case .call(let call) where statement.clauses.count == 1:
        (part, columns) = try planStandalone(call, part)
      default: try plan(clause, &part)
      }
      let isLast = position == statement.clauses.count - 1
      if isLast, columns.isEmpty, !isReturn(clause) { part.plan = .emptyResult(part.plan) }
    }
    return (part, columns)
  }

  private func isReturn(_ clause: Clause) -> Bool {
    if case .return = clause { return true }
    return false
  }

  /// Adds one clause to a plan.
  func plan(_ clause: Clause, _ part: inout PlanPart) throws(QueryError) {
    switch clause {
    case .match(let match): try plan(match, &part)
    case .unwind(let unwind):
      let slot = newSlot()
      part.plan = .unwind(part.plan, list: part.scoped(unwind.list), variable: slot)
      part.scope.slots[unwind.variable.name] = slot
    case .with(let with): try plan(with, &part)
    case .return: break
    case .call(let call): try plan(call, &part)
    case .callSubquery(let call): try plan(call, &part)
    case .loadCSV(let load): plan(load, &part)
    case .create, .merge, .set, .remove, .delete, .forEach:
      isWriting = true
      try planWrite(clause, &part)
    }
  }

  // MARK: - Expressions with plans inside

  func plan(_ pattern: GraphPattern, condition: Expression?, in scope: Scope) throws(QueryError)
    -> NestedPlan
  {
    nesting += 1
    defer { nesting -= 1 }
    var part = PlanPart(plan: .argument, scope: scope)
    try planMatch(pattern, condition: condition, &part)
    return NestedPlan(root: rewritten(part.plan), scope: part.scope, resultSlot: nil)
  }

  func plan(_ query: Query, in scope: Scope) throws(QueryError) -> NestedPlan {
    nesting += 1
    defer { nesting -= 1 }
    let start = PlanPart(plan: .argument, scope: scope, outer: scope)
    let (part, columns) = try plan(query, from: start)
    return NestedPlan(
      root: rewritten(part.plan),
      scope: part.scope,
      resultSlot: columns.first?.slot
    )
  }

  /// Returns the plan that the rewrite rules make of one.
  func rewritten(_ plan: LogicalPlan) -> LogicalPlan {
    var plan = plan
    if !isNaive {
      plan = PlanRewriter(rewriteContext).rewritten(plan)
    }
    return derivedType.map { AddDerivation(type: $0).added(to: plan) } ?? plan
  }

  private var rewriteContext: RewriteContext {
    RewriteContext(tracksEvidence: tracksEvidence, rows: estimate.rows) { name in
      let slot = self.newSlot()
      self.note(name, of: slot)
      return slot
    }
  }

  /// The text of an expression as it stands in the query.
  func sourceText(_ expression: Expression) -> String {
    let lower = max(0, Int(expression.range.lowerBound))
    let upper = min(text.count, Int(expression.range.upperBound))
    return lower < upper ? String(decoding: text[lower..<upper], as: UTF8.self) : ""
  }
}

/// Holds numbers about a graph by which plans are chosen.
public struct GraphStatistics: Hashable, Sendable {
  /// The number of nodes.
  public var nodeCount: Int
  /// The number of nodes by label.
  public var nodesByLabel: [String: Int]
  /// The number of relationships.
  public var relationshipCount: Int
  /// The number of relationships by type.
  public var relationshipsByType: [String: Int]

  /// Makes statistics; of an empty graph without arguments.
  public init(
    nodeCount: Int = 0,
    nodesByLabel: [String: Int] = [:],
    relationshipCount: Int = 0,
    relationshipsByType: [String: Int] = [:]
  ) {
    self.nodeCount = nodeCount
    self.nodesByLabel = nodesByLabel
    self.relationshipCount = relationshipCount
    self.relationshipsByType = relationshipsByType
  }
}
