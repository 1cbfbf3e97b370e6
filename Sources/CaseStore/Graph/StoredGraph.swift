public import GraphModel

/// Holds the whole graph of a case as of one log entry.
public struct StoredGraph: Hashable, Sendable {
  /// The nodes and the relationships, each in ascending order of their keys.
  public let graph: KeyedGraph
  /// Position of the last log entry that the graph contains; 0 when nothing was ever logged.
  public let logPosition: Int64
  /// Time of that entry, RFC 3339, UTC.
  public let lastChangeAt: String?

  /// Creates a graph at a position of the log.
  public init(graph: KeyedGraph, logPosition: Int64, lastChangeAt: String?) {
    self.graph = graph
    self.logPosition = logPosition
    self.lastChangeAt = lastChangeAt
  }
}
