public import GraphModel

/// Reads the records of a case back from its property graph.
///
/// The graph may hold more than the case: elements without the labels, types or properties of a
/// record are passed over, they stay in the store and in queries.
public enum CaseGraphDecoder {
  /// Returns the records in natural order; O(n log n) in the size of the graph.
  ///
  /// - Parameter fallbackID: The id of the case when the graph does not name it.
  public static func content(of graph: KeyedGraph, fallbackID: String = "case") -> CaseContent {
    content(of: NumberedKeyedGraph(graph), fallbackID: fallbackID)
  }

  /// Returns the records in natural order; O(n log n) in the size of the graph.
  ///
  /// - Parameter fallbackID: The id of the case when the graph does not name it.
  public static func content(of graph: some NumberedGraph, fallbackID: String = "case")
    -> CaseContent
  {
    var records = GraphRecordReader(graph, fallbackID: fallbackID)
    records.readAll()
    return records.content
  }
}
