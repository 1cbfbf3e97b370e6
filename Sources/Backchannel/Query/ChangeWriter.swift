import CaseStore
import GraphModel
import QueryEngine

/// Writes the changes of a query into a transaction of the store, and the keys that it gives to new
/// elements into the graph.
struct ChangeWriter {
  private let graph: PropertyGraph

  init(_ graph: PropertyGraph) { self.graph = graph }

  func write(_ change: GraphChange, to transaction: inout GraphTransaction)
    throws(StorageError)
  {
    switch change {
    case .nodeCreated(let node):
      let key = try transaction.addNode(labels: node.labels, properties: node.properties)
      graph.setKey(key, of: node.id)
    case .nodeChanged(let node):
      guard let key = node.key else { return }
      try transaction.put(
        KeyedNode(key: key, labels: node.labels, properties: node.properties)
      )
    case .nodeDeleted(_, let key):
      if let key { try transaction.removeNode(key: key) }
    case .relationshipCreated(let link):
      let key = try transaction.addRelationship(
        type: link.type,
        source: key(link.source),
        target: key(link.target),
        properties: link.properties
      )
      graph.setKey(key, of: link.id)
    case .relationshipChanged(let link):
      guard let own = link.key else { return }
      try transaction.put(
        KeyedRelationship(
          key: own,
          type: link.type,
          source: key(link.source),
          target: key(link.target),
          properties: link.properties
        )
      )
    case .relationshipDeleted(_, let key):
      if let key { try transaction.removeRelationship(key: key) }
    }
  }

  private func key(_ node: NodeID) -> String { graph.key(of: node) ?? "" }
}
