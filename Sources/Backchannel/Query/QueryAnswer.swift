public import CaseStore
public import GraphModel
public import QueryEngine

/// Holds the rows of a query, the graph in which their entities are, and what was changed.
public struct QueryAnswer {
  /// Columns, rows and plan.
  public let result: QueryResult
  /// The nodes and relationships that each row rests on; empty when nobody asked for evidence.
  public let elements: [[Value]]
  /// The graph as the query left it.
  public let graph: PropertyGraph
  /// The log entry of a query that changed something.
  public let entry: LogEntry?
}
