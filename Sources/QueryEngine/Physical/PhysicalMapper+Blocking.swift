import GraphModel

extension PhysicalMapper {
  /// Makes what must see many rows before it passes on one.
  func makeBlocking(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    switch plan {
    case .aggregation(let child, let keys, let aggregates):
      return try makeAggregation(child, keys, aggregates)
    case .distinct(let child, let slots): return try makeDistinct(child, slots)
    case .sort(let child, let items): return SortOperator(try build(child), try compile(items))
    case .top(let child, let items, let limit):
      return TopOperator(
        try build(child),
        try compile(items),
        try compiler.compile(limit),
        isSorted: child.isSorted(by: items)
      )
    default: throw Self.misplaced(plan)
    }
  }

  private func makeAggregation(
    _ child: LogicalPlan,
    _ keys: [LogicalPlan.ProjectedSlot],
    _ aggregates: [LogicalPlan.Aggregate]
  ) throws(QueryError) -> any PhysicalOperator {
    let plain = AggregationOperator(
      try build(child),
      keys: try compile(keys),
      aggregates: try items(aggregates)
    )
    let expressions = keys.map { $0.value } + aggregates.flatMap { $0.arguments }
    guard evidenceSlot == nil, !isProfiled, expressions.allSatisfy(\.expression.isPlain),
      let partitioned = child.partitioned, let kind = partitioned.kind(of: keys.map { $0.value })
    else { return plain }
    let shared = SharedJoinTables()
    var mapper = self
    mapper.sharedTables = shared
    let run = PartitionRun(partitioned) { () throws(QueryError) in
      PartitionWorker(
        try mapper.build(partitioned.rows),
        RowGrouping(keys: try compile(keys), aggregates: try items(aggregates))
      )
    }
    return PartitionedAggregationOperator(
      partitioned,
      kind,
      plain: plain,
      run: run,
      tables: shared
    )
  }

  /// Where evidence is wanted, rows that are the same are grouped, so that all of it is kept.
  private func makeDistinct(_ child: LogicalPlan, _ slots: [Slot]) throws(QueryError)
    -> any PhysicalOperator
  {
    guard let evidence = evidenceItem else {
      return DistinctOperator(try build(child), slots, keeping: wanted)
    }
    return AggregationOperator(
      try build(child),
      keys: slots.map { ProjectionOperator.Item(slot: $0, value: SlotReader(slot: $0)) },
      aggregates: [evidence]
    )
  }

  /// Puts together what the rows of a group rest on.
  private var evidenceItem: AggregationOperator.Item? {
    guard let slot = evidenceSlot else { return nil }
    guard evidenceDetail == .witnesses else {
      return AggregationOperator.Item(slot: slot) { EvidenceAggregate<EvidenceSet>(slot) }
    }
    return AggregationOperator.Item(slot: slot) { EvidenceAggregate<WitnessSet>(slot) }
  }

  private func items(_ aggregates: [LogicalPlan.Aggregate]) throws(QueryError)
    -> [AggregationOperator.Item]
  {
    var items: [AggregationOperator.Item] = []
    for aggregate in aggregates {
      items.append(
        AggregationOperator.Item(slot: aggregate.slot, make: try maker(aggregate))
      )
    }
    if let evidenceItem { items.append(evidenceItem) }
    return items
  }

  private func maker(_ aggregate: LogicalPlan.Aggregate) throws(QueryError)
    -> () -> any GroupedAggregate
  {
    let arguments = try compile(aggregate.arguments)
    guard let value = arguments.first else { return { RowCounter() } }
    guard let entry = compiler.catalog.aggregate(aggregate.function) else {
      throw QueryError(
        .unknownFunction,
        .compileTime,
        "there is no aggregate function \(aggregate.function)"
      )
    }
    let parameter = arguments.count > 1 ? arguments[1] : nil
    let isDistinct = aggregate.isDistinct
    switch (aggregate.function, isDistinct) {
    case ("count", true): return { DistinctCounter(value) }
    case ("count", false): return { ValueCounter(value) }
    case ("min", _):
      return { ExtremeAggregate(ExtremeAggregator(.before, name: "min"), of: value, isLeast: true) }
    case ("max", _):
      return { ExtremeAggregate(ExtremeAggregator(.after, name: "max"), of: value, isLeast: false) }
    default: break
    }
    func make<Collector: Aggregator>(_ empty: Collector) -> any GroupedAggregate {
      ValueAggregate(empty, value: value, parameter: parameter, isDistinct: isDistinct)
    }
    return { make(entry.make()) }
  }
}

/// Gives the column of a slot.
private struct SlotReader: ExpressionEvaluator {
  let slot: Slot

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    chunk.column(slot)
  }
}
