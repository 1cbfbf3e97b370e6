import CypherSyntax

extension LogicalPlan {
  /// The name of the operator, as Neo4j publishes it.
  var operatorName: String {
    switch self {
    case .argument: "Argument"
    case .allNodesScan: "AllNodesScan"
    case .nodeByLabelScan: "NodeByLabelScan"
    case .nodeIndexSeek(_, let seek):
      switch seek.comparison {
      case .equal, .oneOf: "NodeIndexSeek"
      case .prefix: "NodeIndexSeekByRange"
      case .withinDistance: "NodeIndexFuzzySeek"
      case .words: "NodeIndexWordSeek"
      }
    case .countFromStore(_, let count):
      if case .nodes = count.counted {
        "NodeCountFromCountStore"
      } else {
        "RelationshipCountFromCountStore"
      }
    case .relationshipTypeScan(_, let scan):
      scan.direction == .either
        ? "UndirectedRelationshipTypeScan" : "DirectedRelationshipTypeScan"
    case .expand(_, let expand):
      expand.isPruning ? "Expand(Pruning)" : expand.isInto ? "Expand(Into)" : "Expand(All)"
    case .varLengthExpand(_, let expand):
      expand.expand.isInto ? "VarLengthExpand(Into)" : "VarLengthExpand(All)"
    case .repeatedPath: "Repeat(Trail)"
    case .shortestPath: "ShortestPath"
    case .statefulShortestPath(_, let search):
      search.isInto ? "StatefulShortestPath(Into)" : "StatefulShortestPath(All)"
    case .projectPath: "Projection"
    case .deriveRelationships: "DeriveRelationships"
    case .filter: "Filter"
    case .projection: "Projection"
    case .aggregation(_, let keys, _): keys.isEmpty ? "EagerAggregation" : "Aggregation"
    case .distinct: "Distinct"
    case .sort: "Sort"
    case .top(let child, let items, _): child.isSorted(by: items) ? "PartialTop" : "Top"
    case .skip: "Skip"
    case .limit: "Limit"
    case .unwind: "Unwind"
    case .apply: "Apply"
    case .nodeHashJoin: "NodeHashJoin"
    case .optional: "Optional"
    case .union: "Union"
    case .eager: "Eager"
    case .procedureCall: "ProcedureCall"
    case .loadCSV: "LoadCSV"
    case .create: "Create"
    case .merge: "Merge"
    case .set: "SetProperty"
    case .remove: "RemoveProperty"
    case .delete(_, _, let isDetaching): isDetaching ? "DetachDelete" : "Delete"
    case .forEach: "Foreach"
    case .emptyResult: "EmptyResult"
    case .collectEvidence: "CollectEvidence"
    }
  }

  /// The plans below: first the one whose rows come in, then one run for each of its rows.
  var children: [LogicalPlan] {
    switch self {
    case .argument: []
    case .allNodesScan(let child, _), .nodeByLabelScan(let child, _, _),
      .nodeIndexSeek(let child, _), .countFromStore(let child, _),
      .relationshipTypeScan(let child, _), .expand(let child, _), .varLengthExpand(let child, _),
      .shortestPath(let child, _), .projectPath(let child, _, _), .filter(let child, _),
      .projection(let child, _), .aggregation(let child, _, _), .distinct(let child, _),
      .sort(let child, _), .top(let child, _, _), .skip(let child, _), .limit(let child, _),
      .unwind(let child, _, _), .eager(let child), .procedureCall(let child, _),
      .loadCSV(let child, _), .create(let child, _), .set(let child, _), .remove(let child, _),
      .delete(let child, _, _), .emptyResult(let child), .collectEvidence(let child, _),
      .deriveRelationships(let child, _):
      [child]
    case .repeatedPath(let child, let repeated): [child, repeated.body]
    case .statefulShortestPath(let child, let search): [child] + search.steps.map(\.group.body)
    case .merge(let child, let merge): [child, merge.find]
    case .apply(let first, let second), .optional(let first, let second, _),
      .nodeHashJoin(let first, let second, _),
      .union(let first, let second), .forEach(let first, _, _, let second):
      [first, second]
    }
  }
}
