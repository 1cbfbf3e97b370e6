extension LogicalPlan {
  /// Returns the plan with `change` applied to each plan directly below.
  func replacingChildren(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .argument: self
    case .allNodesScan(let child, let node): .allNodesScan(change(child), node: node)
    case .nodeByLabelScan(let child, let node, let label):
      .nodeByLabelScan(change(child), node: node, label: label)
    case .nodeIndexSeek(let child, let seek): .nodeIndexSeek(change(child), seek)
    case .countFromStore(let child, let count): .countFromStore(change(child), count)
    case .relationshipTypeScan(let child, let scan): .relationshipTypeScan(change(child), scan)
    case .loadCSV(let child, let load): .loadCSV(change(child), load)
    case .procedureCall(let child, let call): .procedureCall(change(child), call)
    case .expand, .varLengthExpand, .repeatedPath, .shortestPath, .statefulShortestPath,
      .projectPath, .deriveRelationships:
      replacingChildrenOfPattern(change)
    case .filter, .projection, .aggregation, .distinct, .sort, .top, .skip, .limit, .unwind,
      .collectEvidence:
      replacingChildrenOfRows(change)
    case .apply, .nodeHashJoin, .optional, .union, .eager, .emptyResult:
      replacingChildrenOfJoin(change)
    case .create, .merge, .set, .remove, .delete, .forEach: replacingChildrenOfWrite(change)
    }
  }

  private func replacingChildrenOfPattern(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .expand(let child, let expand): return .expand(change(child), expand)
    case .varLengthExpand(let child, let expand): return .varLengthExpand(change(child), expand)
    case .repeatedPath(let child, var repeated):
      repeated.body = change(repeated.body)
      return .repeatedPath(change(child), repeated)
    case .shortestPath(let child, let search): return .shortestPath(change(child), search)
    case .statefulShortestPath(let child, var search):
      for step in search.steps.indices {
        search.steps[step].group.body = change(search.steps[step].group.body)
      }
      return .statefulShortestPath(change(child), search)
    case .projectPath(let child, let path, let elements):
      return .projectPath(change(child), path: path, elements: elements)
    case .deriveRelationships(let child, let node):
      return .deriveRelationships(change(child), around: node)
    default: return self
    }
  }

  private func replacingChildrenOfRows(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .filter(let child, let predicates): .filter(change(child), predicates)
    case .projection(let child, let slots): .projection(change(child), slots)
    case .aggregation(let child, let keys, let aggregates):
      .aggregation(change(child), keys: keys, aggregates: aggregates)
    case .distinct(let child, let slots): .distinct(change(child), slots)
    case .sort(let child, let items): .sort(change(child), items)
    case .top(let child, let items, let limit): .top(change(child), items, limit: limit)
    case .skip(let child, let count): .skip(change(child), count)
    case .limit(let child, let count): .limit(change(child), count)
    case .unwind(let child, let list, let variable):
      .unwind(change(child), list: list, variable: variable)
    case .collectEvidence(let child, let slots): .collectEvidence(change(child), slots)
    default: self
    }
  }

  private func replacingChildrenOfJoin(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .apply(let first, let second): .apply(change(first), change(second))
    case .nodeHashJoin(let first, let second, let nodes):
      .nodeHashJoin(change(first), change(second), nodes: nodes)
    case .optional(let first, let second, let nullable):
      .optional(change(first), change(second), nullable: nullable)
    case .union(let first, let second): .union(change(first), change(second))
    case .eager(let child): .eager(change(child))
    case .emptyResult(let child): .emptyResult(change(child))
    default: self
    }
  }

  private func replacingChildrenOfWrite(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .create(let child, let elements): return .create(change(child), elements)
    case .merge(let child, var merge):
      merge.find = change(merge.find)
      return .merge(change(child), merge)
    case .set(let child, let operations): return .set(change(child), operations)
    case .remove(let child, let operations): return .remove(change(child), operations)
    case .delete(let child, let values, let isDetaching):
      return .delete(change(child), values, isDetaching: isDetaching)
    case .forEach(let child, let list, let variable, let body):
      return .forEach(change(child), list: list, variable: variable, body: change(body))
    default: return self
    }
  }
}
