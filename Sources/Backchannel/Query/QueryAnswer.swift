public import CaseStore
public import GraphModel
public import QueryEngine

/// Holds the rows of a query, the graph in which their entities are, and what was changed.
public struct QueryAnswer {
  /// Columns, rows and plan.
  public let result: QueryResult
  /// The nodes and relationships that each row rests on; empty when nobody asked for evidence.
  public let elements: [[Value]]
  /// The graph as the query left it; each call makes one, in constant time.
  public var graph: PropertyGraph { PropertyGraph(frozen.snapshot) }
  let frozen: FrozenGraph
  /// The log entry of a query that changed something.
  public let entry: LogEntry?
}

/// Holds a graph as it was after a query, for all answers until it changes.
final class FrozenGraph: Sendable {
  let snapshot: GraphSnapshot

  init(_ graph: PropertyGraph) { snapshot = GraphSnapshot(graph) }
}
