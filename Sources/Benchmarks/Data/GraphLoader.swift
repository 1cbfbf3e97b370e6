import GraphModel
import QueryEngine

/// Builds a graph in memory, for tests that need no store.
struct GraphLoader {
  /// The graph so far.
  let graph = PropertyGraph()
  private var nodes: [String: ContiguousArray<UInt32>] = [:]

  /// Adds a node; its `id` is the number of nodes with the label before it.
  mutating func addNode(_ label: String, _ properties: Properties) {
    nodes[label, default: []].append(graph.createNode(labels: [label], properties: properties))
  }

  /// Adds a relationship between nodes named by `id`.
  func addRelationship(
    _ type: String,
    from source: (label: String, id: Int),
    to target: (label: String, id: Int),
    _ properties: Properties
  ) {
    guard let sources = nodes[source.label], let targets = nodes[target.label],
      sources.indices.contains(source.id), targets.indices.contains(target.id)
    else { return }
    graph.createRelationship(
      type: type,
      from: sources[source.id],
      to: targets[target.id],
      properties: properties
    )
  }
}
