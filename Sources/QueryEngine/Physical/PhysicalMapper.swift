import CypherSyntax
import GraphModel

/// Makes operators of a plan.
struct PhysicalMapper {
  /// Compiles expressions.
  let compiler: ExpressionCompiler
  /// The slot with what a row rests on, if anybody asked for it.
  let evidenceSlot: Slot?
  /// How much is in that slot.
  let evidenceDetail: EvidenceDetail
  private let profiler: Profiler?
  /// The slots that are wanted of the plan that is being made; all where it is `nil`.
  private(set) var wanted: Set<Slot>?
  /// The slots that are wanted of the plans below it.
  private var wantedBelow: Set<Slot>?
  /// The tables of hash joins, where several threads share them.
  var sharedTables: SharedJoinTables?

  /// Makes a mapper.
  init(
    compiler: ExpressionCompiler,
    evidenceSlot: Slot? = nil,
    evidenceDetail: EvidenceDetail = .facts
  ) {
    self.compiler = compiler
    self.evidenceSlot = evidenceSlot
    self.evidenceDetail = evidenceDetail
    profiler = nil
  }

  /// Whether what the operators do is counted.
  var isProfiled: Bool { profiler != nil }

  private init(_ mapper: PhysicalMapper, _ profiler: Profiler) {
    compiler = mapper.compiler
    evidenceSlot = mapper.evidenceSlot
    evidenceDetail = mapper.evidenceDetail
    self.profiler = profiler
    wanted = mapper.wanted
    wantedBelow = mapper.wantedBelow
  }

  /// Returns the operator of a whole plan, of which nothing but some slots will be read.
  func build(_ plan: LogicalPlan, reading slots: Set<Slot>?) throws(QueryError)
    -> any PhysicalOperator
  {
    var mapper = self
    mapper.wantedBelow = slots
    return try mapper.build(plan)
  }

  /// Returns the operator of a plan, with those below it.
  func build(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    let mapper = entering(plan)
    guard let profiler else { return try mapper.make(plan) }
    let outer = profiler.begin()
    let made = try mapper.make(plan)
    return ProfiledOperator(made, profiler.end(plan, outer))
  }

  /// Returns what makes the operator of a plan directly below.
  func entering(_ plan: LogicalPlan) -> PhysicalMapper {
    var mapper = self
    mapper.wanted = wantedBelow
    mapper.wantedBelow = evidenceSlot == nil ? plan.neededBelow(wantedBelow) : nil
    return mapper
  }

  /// Returns the operator of a plan, and what will be counted of it and those below it.
  func buildProfiled(_ plan: LogicalPlan, reading slots: Set<Slot>? = nil) throws(QueryError)
    -> (root: any PhysicalOperator, profile: OperatorProfile)
  {
    let mapper = PhysicalMapper(self, Profiler())
    let profile = OperatorProfile(plan, inputs: [])
    let root = try mapper.build(plan, reading: slots)
    return (root, (root as? ProfiledOperator)?.profile ?? profile)
  }

  /// Collects the profiles of what is being built.
  private final class Profiler {
    private var inputs: [OperatorProfile] = []

    func begin() -> [OperatorProfile] {
      defer { inputs = [] }
      return inputs
    }

    func end(_ plan: LogicalPlan, _ outer: [OperatorProfile]) -> OperatorProfile {
      let profile = OperatorProfile(plan, inputs: inputs)
      inputs = outer + [profile]
      return profile
    }
  }

  private func make(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .argument, .allNodesScan, .nodeByLabelScan, .nodeIndexSeek, .countFromStore,
      .relationshipTypeScan, .loadCSV:
      try makeScan(plan)
    case .expand, .varLengthExpand, .repeatedPath, .shortestPath, .statefulShortestPath,
      .projectPath, .deriveRelationships:
      try makePattern(plan)
    case .apply, .nodeHashJoin, .optional, .union, .eager, .emptyResult:
      try makeJoin(plan)
    case .create, .merge, .set, .remove, .delete, .forEach:
      try makeWrite(plan)
    case .aggregation, .distinct, .sort, .top:
      try makeBlocking(plan)
    case .filter, .projection, .skip, .limit, .unwind, .procedureCall, .collectEvidence:
      try makeRow(plan)
    }
  }
}

extension PhysicalMapper {
  /// Compiles some expressions.
  func compile(_ expressions: [ScopedExpression]) throws(QueryError) -> [any ExpressionEvaluator] {
    var evaluators: [any ExpressionEvaluator] = []
    for expression in expressions { evaluators.append(try compiler.compile(expression)) }
    return evaluators
  }

  /// Compiles an expression that may be missing.
  func compile(_ expression: ScopedExpression?) throws(QueryError) -> (any ExpressionEvaluator)? {
    guard let expression else { return nil }
    return try compiler.compile(expression)
  }

  /// Compiles expressions that fill slots.
  func compile(_ items: [LogicalPlan.ProjectedSlot]) throws(QueryError)
    -> [ProjectionOperator.Item]
  {
    var compiled: [ProjectionOperator.Item] = []
    for item in items {
      compiled.append(
        ProjectionOperator.Item(slot: item.slot, value: try compiler.compile(item.value))
      )
    }
    return compiled
  }

  /// Compiles what rows are sorted by.
  func compile(_ items: [LogicalPlan.SortItem]) throws(QueryError) -> [SortKey] {
    var keys: [SortKey] = []
    for item in items {
      keys.append(
        SortKey(value: try compiler.compile(item.value), isDescending: item.isDescending)
      )
    }
    return keys
  }

  /// Returns the error for a plan that the caller has sorted wrongly.
  static func misplaced(_ plan: LogicalPlan) -> QueryError {
    QueryError(.storage, .compileTime, "the plan has an operator that nobody makes")
  }
}
