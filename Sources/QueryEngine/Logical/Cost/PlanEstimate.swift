import CypherSyntax

/// Estimates how many rows a plan gives and how much work it is, from the numbers of the graph.
///
/// The shares of most predicates are rules of thumb: an equality keeps a tenth, an order comparison
/// three tenths, anything else half. What matters is which of two plans is the dearer.
struct PlanEstimate {
  let statistics: GraphStatistics
  /// What is known of the values of properties.
  let sample: PropertySample?

  /// The share of rows that an equality keeps.
  static let shareOfEquality = 0.1

  /// Paths that are longer count as if they had this length: there are very many, or none.
  private static let longestLength = 64

  /// The number of nodes that have one value of a property.
  ///
  /// Where nothing is known of the values, there are many different ones, as people look things up by
  /// such properties.
  func sought(_ property: IndexedProperty) -> Double {
    sample?.nodes(havingOneValueOf: property)
      ?? max(1, Double(statistics.nodeCount(property.label)).squareRoot().squareRoot())
  }

  /// The number of rows, for one row of the argument.
  func rows(_ plan: LogicalPlan) -> Double {
    switch plan {
    case .argument: 1
    case .allNodesScan(let child, _): rows(child) * Double(statistics.nodeCount)
    case .nodeByLabelScan(let child, _, let label):
      rows(child) * Double(statistics.nodeCount(label))
    case .nodeIndexSeek(let child, let seek):
      rows(child) * sought(seek.property) * (seek.comparison == .equal ? 1 : 10)
    case .relationshipTypeScan(let child, let scan):
      rows(child) * Double(statistics.relationshipCount(scan.types))
    case .expand(let child, let expand): rows(child) * growth(expand, child)
    case .varLengthExpand(let child, let expand): rows(child) * growth(expand, child)
    case .filter(let child, let predicates):
      predicates.reduce(rows(child)) { $0 * share($1, of: plan) }
    case .aggregation(let child, let keys, _): keys.isEmpty ? 1 : grouped(rows(child))
    case .distinct(let child, _): grouped(rows(child))
    case .top(let child, _, let limit), .limit(let child, let limit):
      min(rows(child), limit.literalCount.map(Double.init) ?? 100)
    case .skip(let child, let count): max(0, rows(child) - Double(count.literalCount ?? 0))
    case .unwind(let child, _, _): rows(child) * 10
    case .apply(let first, let second), .forEach(let first, _, _, let second):
      rows(first) * rows(second)
    case .optional(let first, let second, _): rows(first) * max(1, rows(second))
    case .nodeHashJoin(let first, let second, let nodes):
      nodes.reduce(rows(first) * rows(second)) { rows, node in
        rows / Double(max(1, statistics.nodeCount(plan.label(of: node))))
      }
    case .union(let first, let second): rows(first) + rows(second)
    case .countFromStore: 1
    default: plan.children.first.map(rows) ?? 1
    }
  }

  /// The number of rows that all operators together hand on, and of nodes whose relationships are
  /// looked up.
  func work(_ plan: LogicalPlan) -> Double {
    let own = rows(plan)
    switch plan {
    case .apply(let first, let second), .optional(let first, let second, _),
      .forEach(let first, _, _, let second):
      return own + work(first) + rows(first) * work(second)
    case .expand(let child, _): return own + rows(child) + work(child)
    default: return plan.children.reduce(own) { $0 + work($1) }
    }
  }

  private func grouped(_ rows: Double) -> Double {
    max(min(rows, 1), (rows * rows.squareRoot()).squareRoot())
  }

  private func growth(_ expand: LogicalPlan.Expand, _ child: LogicalPlan) -> Double {
    if expand.isRelationshipBound { return 1 }
    let degree = statistics.degree(
      of: child.label(of: expand.from),
      types: expand.types,
      direction: expand.direction
    )
    return expand.isInto ? degree / Double(max(1, statistics.nodeCount)) : degree
  }

  private func growth(_ expand: LogicalPlan.VarLengthExpand, _ child: LogicalPlan) -> Double {
    let degree = statistics.degree(
      of: child.label(of: expand.expand.from),
      types: expand.expand.types,
      direction: expand.expand.direction
    )
    var (all, paths) = (0.0, 1.0)
    let lower = min(expand.lower, Self.longestLength)
    for length in 0...min(expand.upper ?? .max, lower + 4) {
      if length >= lower { all += paths }
      paths *= degree
    }
    return expand.expand.isInto ? all / Double(max(1, statistics.nodeCount)) : all
  }

  /// The share of rows that one predicate of a filter keeps.
  private func share(_ predicate: ScopedExpression, of plan: LogicalPlan) -> Double {
    let expression = predicate.expression.withoutParentheses
    let sampled = sample?.share(of: expression) { variable in
      predicate.scope.slots[variable].flatMap(plan.source)
    }
    if let sampled { return sampled }
    switch expression.kind {
    case .hasLabels(let owner, .label(let name)):
      // A label mostly says again what the type of the relationship has said.
      if let slot = ScopedExpression(owner, in: predicate.scope).variableSlot,
        let (types, isTarget) = plan.relationships(leadingTo: slot),
        let share = sample?.share(of: name.name, types: types, isTarget: isTarget)
      {
        return max(share, 0.01)
      }
      let all = Double(max(1, statistics.nodeCount))
      return (Double(statistics.nodeCount(name.name)) / all).squareRoot()
    case .comparison(_, let signs) where signs == [.equal]: return Self.shareOfEquality
    case .comparison(_, let signs) where signs == [.notEqual]: return 0.9
    case .comparison: return 0.3
    case .binary(.in, _, _): return 0.3
    case .isNull(_, let isNegated): return isNegated ? 0.9 : 0.1
    default: return 0.5
    }
  }
}

extension LogicalPlan {
  /// A label that the nodes of a slot are known to have.
  fileprivate func label(of slot: Slot) -> String? {
    switch self {
    case .nodeByLabelScan(_, let node, let label) where node == slot: return label
    case .nodeIndexSeek(_, let seek) where seek.node == slot: return seek.label
    case .filter(let child, let predicates):
      for predicate in predicates {
        if case .hasLabels(let owner, .label(let label)) = predicate.expression.kind,
          ScopedExpression(owner, in: predicate.scope).variableSlot == slot
        {
          return label.name
        }
      }
      return child.label(of: slot)
    default: return children.lazy.compactMap { $0.label(of: slot) }.first
    }
  }

  /// Where the elements in a slot come from, as far as the plan tells.
  fileprivate func source(of slot: Slot) -> PropertySample.Source? {
    label(of: slot).map { .nodes(label: $0) } ?? types(of: slot).map { .relationships(types: $0) }
  }

  /// The types of the relationships that an expand fills a slot with.
  private func types(of slot: Slot) -> [String]? {
    if case .expand(_, let expand) = self, expand.relationship == slot { return expand.types }
    return children.lazy.compactMap { $0.types(of: slot) }.first
  }

  /// The types of the single relationship by which a slot was arrived at, and whether it enters the
  /// node there; `nil` where it may do either, or anything else has filled the slot.
  fileprivate func relationships(leadingTo slot: Slot) -> (types: [String], isTarget: Bool)? {
    switch self {
    case .expand(_, let expand) where expand.to == slot && !expand.isInto:
      switch expand.direction {
      case .outgoing: return (expand.types, true)
      case .incoming: return (expand.types, false)
      case .either: return nil
      }
    case .expand(let child, _), .filter(let child, _):
      return child.relationships(leadingTo: slot)
    default: return nil
    }
  }
}
