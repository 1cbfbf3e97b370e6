import CypherSyntax
import GraphModel

extension PhysicalMapper {
  /// Makes leaves and scans.
  func makeScan(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .argument: return ArgumentOperator()
    case .allNodesScan(let child, let node):
      return AllNodesScanOperator(try build(child), node: node)
    case .nodeByLabelScan(let child, let node, let label):
      return NodeByLabelScanOperator(try build(child), node: node, label: label)
    case .nodeIndexSeek(let child, let seek):
      return NodeIndexSeekOperator(
        try build(child),
        seek,
        value: try compiler.compile(seek.value),
        limit: try seek.distanceLimit.map(compiler.compile),
        keeping: wanted
      )
    case .countFromStore(let child, let count):
      return CountFromStoreOperator(try build(child), count)
    case .relationshipTypeScan(let child, let scan):
      return RelationshipTypeScanOperator(try build(child), scan)
    case .loadCSV(let child, let load):
      return LoadCSVOperator(try build(child), load, source: try compiler.compile(load.source))
    default: throw Self.misplaced(plan)
    }
  }

  /// Makes what follows patterns.
  func makePattern(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .expand(let child, let expand):
      if expand.isPruning, !expand.isInto, !expand.isRelationshipBound, wanted == [expand.to] {
        return ReachOperator(try build(child), expand)
      }
      return ExpandOperator(try build(child), expand, keeping: wanted)
    case .varLengthExpand(let child, let expand):
      return VarLengthExpandOperator(
        try build(child),
        expand,
        condition: try compile(expand.condition)
      )
    case .repeatedPath(let child, let path):
      return RepeatedPathOperator(try build(child), path, body: try build(path.body))
    case .shortestPath(let child, let path):
      return ShortestPathOperator(
        try build(child),
        path,
        condition: try compile(path.expand.condition)
      )
    case .statefulShortestPath(let child, let search):
      return StatefulShortestPathOperator(
        try build(child),
        search,
        steps: try makeSteps(search),
        conditions: try compile(search.conditions)
      )
    case .projectPath(let child, let path, let elements):
      return ProjectPathOperator(
        try build(child),
        LogicalPlan.NamedPath(slot: path, elements: elements)
      )
    case .deriveRelationships(let child, let node):
      return DeriveRelationshipsOperator(try build(child), around: node)
    default: throw Self.misplaced(plan)
    }
  }

  private func makeSteps(_ search: LogicalPlan.StatefulShortestPath) throws(QueryError)
    -> [SearchStep]
  {
    var steps: [SearchStep] = []
    for step in search.steps {
      steps.append(
        SearchStep(
          plan: step,
          body: try build(step.group.body),
          conditions: try compile(step.conditions).map(FilterOperator.Step.init)
        )
      )
    }
    return steps
  }

  /// Makes what puts plans together.
  func makeJoin(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .apply(let first, let second):
      return ApplyOperator(
        try build(first),
        try build(second),
        isStreaming: second.isStreaming
      )
    case .optional(let first, let second, let nullable):
      return OptionalOperator(
        try build(first),
        try build(second),
        nullable: nullable,
        isStreaming: second.isStreaming
      )
    case .nodeHashJoin(let first, let second, let nodes):
      return try makeHashJoin(first, second, nodes, keeping: wanted)
    case .union(let first, let second):
      return UnionOperator(try build(first), try build(second))
    case .eager(let child): return EagerOperator(try build(child))
    case .emptyResult(let child): return EmptyResultOperator(try build(child))
    default: throw Self.misplaced(plan)
    }
  }

  /// - Parameters:
  ///   - conditions: What pairs of rows must fulfil.
  ///   - kept: The slots that are read of those that do.
  private func makeHashJoin(
    _ first: LogicalPlan,
    _ second: LogicalPlan,
    _ nodes: [Slot],
    where conditions: [HashJoinOperator.Condition] = [],
    keeping kept: Set<Slot>?
  ) throws(QueryError) -> any PhysicalOperator {
    let make = { () throws(QueryError) -> JoinTableSource in
      JoinTableSource(try makeTableRows(second), nodes: nodes, keeping: wanted)
    }
    let source: JoinTableSource
    if let sharedTables {
      source = try sharedTables.source(of: second, nodes: nodes, make: make)
    } else {
      source = try make()
    }
    return HashJoinOperator(
      try build(first),
      source,
      isShared: sharedTables != nil,
      nodes: nodes,
      where: conditions,
      keeping: kept
    )
  }

  /// Makes the rows of the table of a hash join, on several threads where they begin with a scan.
  private func makeTableRows(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    var mapper = self
    mapper.sharedTables = nil
    let plain = try mapper.build(plan)
    guard evidenceSlot == nil, !isProfiled, let partitioned = plan.partitioned,
      !partitioned.rows.hasJoin
    else { return plain }
    let run = PartitionRun(partitioned) { () throws(QueryError) in
      PartitionWorker(try mapper.build(partitioned.rows), RowJoining())
    }
    return PartitionedRowsOperator(run, plain: plain)
  }

  /// Makes what works row by row.
  func makeRow(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .filter(let child, let predicates):
      return try makeFilter(child, predicates)
    case .projection(let child, let items):
      return ProjectionOperator(try build(child), try compile(items))
    case .skip(let child, let count):
      return SkipOperator(try build(child), try compiler.compile(count))
    case .limit(let child, let count):
      return LimitOperator(
        try build(child),
        try compiler.compile(count),
        exhaustsChild: child.isWriting
      )
    case .unwind(let child, let list, let variable):
      return try makeUnwind(child, list, variable)
    case .procedureCall(let child, let call):
      return ProcedureCallOperator(
        try build(child),
        call,
        arguments: try compile(call.arguments)
      )
    case .collectEvidence(let child, let slots):
      guard let evidenceSlot else { return try build(child) }
      let child = try build(child)
      return evidenceDetail == .witnesses
        ? CollectEvidenceOperator<WitnessSet>(child, slots, evidence: evidenceSlot)
        : CollectEvidenceOperator<EvidenceSet>(child, slots, evidence: evidenceSlot)
    default: throw Self.misplaced(plan)
    }
  }

  private func makeFilter(_ child: LogicalPlan, _ predicates: [ScopedExpression])
    throws(QueryError) -> any PhysicalOperator
  {
    if let join = try makeHashJoin(child, where: predicates) { return join }
    var steps: [FilterOperator.Step] = []
    for (index, predicate) in predicates.enumerated() {
      steps.append(
        FilterOperator.Step(
          predicate: try compiler.compile(predicate),
          kept: wanted.map(Array.init),
          later: wanted.map { _ in Array(Array(predicates[(index + 1)...]).neededSlots) }
        )
      )
    }
    return FilterOperator(try build(child), steps)
  }

  /// Makes a hash join that puts together only rows which fulfil the predicates above it; `nil` for
  /// another plan.
  private func makeHashJoin(_ plan: LogicalPlan, where predicates: [ScopedExpression])
    throws(QueryError) -> (any PhysicalOperator)?
  {
    guard case .nodeHashJoin(let first, let second, let nodes) = plan, wanted != nil, !isProfiled
    else { return nil }
    var conditions: [HashJoinOperator.Condition] = []
    for predicate in predicates {
      conditions.append(
        HashJoinOperator.Condition(
          predicate: try compiler.compile(predicate),
          slots: Array(predicate.neededSlots)
        )
      )
    }
    return try entering(plan).makeHashJoin(first, second, nodes, where: conditions, keeping: wanted)
  }

  private func makeUnwind(
    _ child: LogicalPlan,
    _ list: ScopedExpression,
    _ variable: Slot
  ) throws(QueryError) -> any PhysicalOperator {
    guard case .function(let name, false, let arguments) = list.expression.unwrapped.kind,
      name.count == 1, name[0].name.lowercased() == "range", (2...3).contains(arguments.count)
    else {
      return UnwindOperator(
        try build(child),
        list: try compiler.compile(list),
        variable: variable
      )
    }
    let compiled = try compile(arguments.map { ScopedExpression($0, in: list.scope) })
    return UnwindRangeOperator(
      try build(child),
      UnwindRangeOperator.Bounds(
        first: compiled[0],
        last: compiled[1],
        step: compiled.count == 3 ? compiled[2] : nil
      ),
      variable: variable
    )
  }
}

extension Expression {
  /// The expression within its brackets.
  fileprivate var unwrapped: Expression {
    guard case .parenthesized(let inner) = kind else { return self }
    return inner.unwrapped
  }
}
