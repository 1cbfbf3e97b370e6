import GraphModel

/// Sums up a journal: what happened to each element in the end.
struct ChangeSummary {
  private struct Element {
    var isCreated = false
    var isDeleted = false
  }

  private var nodes: [UInt32: Element] = [:]
  private var relationships: [UInt32: Element] = [:]

  init(_ journal: [GraphJournalEntry]) {
    for entry in journal {
      switch entry {
      case .nodeCreated(let node): nodes[node, default: Element()].isCreated = true
      case .nodeDeleted(let node): nodes[node, default: Element()].isDeleted = true
      case .labelsChanged(let node, _), .nodeProperty(let node, _, _):
        nodes[node, default: Element()].isDeleted = nodes[node]?.isDeleted ?? false
      case .relationshipCreated(let index):
        relationships[index, default: Element()].isCreated = true
      case .relationshipDeleted(let index):
        relationships[index, default: Element()].isDeleted = true
      case .relationshipProperty(let index, _, _):
        relationships[index, default: Element()].isDeleted =
          relationships[index]?.isDeleted ?? false
      }
    }
  }

  /// Returns the changes in an order that a store can follow: deleted relationships, then deleted
  /// nodes, nodes, relationships, each in ascending order.
  func changes(of graph: PropertyGraph) -> [GraphChange] {
    var changes: [GraphChange] = []
    let sortedNodes = nodes.sorted { $0.key < $1.key }
    let sortedRelationships = relationships.sorted { $0.key < $1.key }
    for (index, element) in sortedRelationships where element.isDeleted && !element.isCreated {
      let id = RelationshipID(rawValue: Int64(index))
      changes.append(.relationshipDeleted(id, key: graph.relationshipKeys[index]))
    }
    for (index, element) in sortedNodes where element.isDeleted && !element.isCreated {
      changes.append(.nodeDeleted(NodeID(rawValue: Int64(index)), key: graph.nodeKeys[index]))
    }
    for (index, element) in sortedNodes where !element.isDeleted {
      let image = graph.nodeImage(index)
      changes.append(element.isCreated ? .nodeCreated(image) : .nodeChanged(image))
    }
    for (index, element) in sortedRelationships where !element.isDeleted {
      let image = graph.relationshipImage(index)
      changes.append(element.isCreated ? .relationshipCreated(image) : .relationshipChanged(image))
    }
    return changes
  }
}

extension PropertyGraph {
  /// Returns a node with all that it has.
  func nodeImage(_ node: UInt32) -> GraphChange.NodeImage {
    GraphChange.NodeImage(
      id: NodeID(rawValue: Int64(node)),
      key: nodeKeys[node],
      labels: nodes.labelNames(of: node),
      properties: nodeProperties.properties(of: node)
    )
  }

  /// Returns a relationship with all that it has.
  func relationshipImage(_ relationship: UInt32) -> GraphChange.RelationshipImage {
    GraphChange.RelationshipImage(
      id: RelationshipID(rawValue: Int64(relationship)),
      key: relationshipKeys[relationship],
      type: relationships.typeName(of: relationship),
      source: NodeID(rawValue: Int64(relationships.sources[Int(relationship)])),
      target: NodeID(rawValue: Int64(relationships.targets[Int(relationship)])),
      properties: relationshipProperties.properties(of: relationship)
    )
  }
}
