import CaseModel
import GraphModel

extension KeyedGraph {
  /// Returns the records of a graph, and the elements that are none.
  ///
  /// Properties that queries gave to records are among the others, on elements with their keys.
  /// Complexity: O(n log n).
  func splitRecords() -> (content: CaseContent, others: KeyedGraph) {
    let content = CaseGraphDecoder.content(of: self)
    let known = CaseGraphEncoder.graph(of: content)
    let knownNodes = Dictionary(known.nodes.map { ($0.key, $0) }) { first, _ in first }
    let knownLinks = Dictionary(known.relationships.map { ($0.key, $0) }) { first, _ in first }
    let others = KeyedGraph(
      nodes: nodes.filter { node in
        guard let record = knownNodes[node.key] else { return true }
        return record.labels != node.labels || record.properties != node.properties
      },
      relationships: relationships.filter { link in
        guard let record = knownLinks[link.key] else { return true }
        return record.properties != link.properties
      }
    )
    return (content, others)
  }
}
