extension LogicalPlan {
  /// Returns the slots that the plans directly below must fill, where those in `wanted` are wanted of
  /// this one; `nil` stands for all.
  ///
  /// What is in no such slot need not be carried from chunk to chunk.
  func neededBelow(_ wanted: Set<Slot>?) -> Set<Slot>? {
    switch self {
    case .aggregation(_, let keys, let aggregates):
      return (keys.map { $0.value } + aggregates.flatMap { $0.arguments }).neededSlots
    case .projection(_, let items):
      return wanted?.subtracting(items.map { $0.slot }).union(items.map { $0.value }.neededSlots)
    case .filter(_, let predicates): return wanted?.union(predicates.neededSlots)
    case .distinct(_, let slots): return wanted?.union(slots)
    case .sort(_, let items): return wanted?.union(items.map { $0.value }.neededSlots)
    case .top(_, let items, let limit):
      return wanted?.union((items.map { $0.value } + [limit]).neededSlots)
    case .skip(_, let count), .limit(_, let count): return wanted?.union(count.neededSlots)
    case .expand(_, let expand):
      return wanted?.subtracting(expand.filled).union(expand.read)
    case .nodeByLabelScan(_, let node, _), .allNodesScan(_, let node):
      return wanted?.subtracting([node])
    case .nodeIndexSeek(_, let seek):
      return wanted?.subtracting([seek.node]).union(seek.value.neededSlots)
    case .deriveRelationships(_, let node): return wanted?.union([node].compactMap(\.self))
    case .nodeHashJoin(_, _, let nodes): return wanted?.union(nodes)
    default: return nil
    }
  }
}

extension LogicalPlan.Expand {
  /// The slots that it fills.
  fileprivate var filled: [Slot] {
    (isInto ? [] : [to]) + (isRelationshipBound ? [] : [relationship])
  }

  /// The slots that it reads.
  fileprivate var read: [Slot] {
    [from] + (isInto ? [to] : []) + (isRelationshipBound ? [relationship] : []) + distinctFrom
  }
}

extension [ScopedExpression] {
  /// The slots that one of the expressions may read.
  var neededSlots: Set<Slot> { reduce(into: []) { $0.formUnion($1.neededSlots) } }
}
