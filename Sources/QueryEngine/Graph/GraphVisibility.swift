public import GraphModel

/// Says what a filter hides of a graph: elements, and properties of elements that stay.
public struct GraphVisibility: Hashable, Sendable {
  /// The keys of hidden nodes; their relationships are hidden, too.
  public var hiddenNodes: Set<String>
  /// The keys of hidden relationships.
  public var hiddenRelationships: Set<String>
  /// The properties of nodes that differ, by key of the node; null for one that is hidden.
  public var nodeProperties: [String: Properties]
  /// The properties of relationships that differ, by key; null for one that is hidden.
  public var relationshipProperties: [String: Properties]

  /// Makes a visibility; without arguments everything is seen.
  public init(
    hiddenNodes: Set<String> = [],
    hiddenRelationships: Set<String> = [],
    nodeProperties: [String: Properties] = [:],
    relationshipProperties: [String: Properties] = [:]
  ) {
    self.hiddenNodes = hiddenNodes
    self.hiddenRelationships = hiddenRelationships
    self.nodeProperties = nodeProperties
    self.relationshipProperties = relationshipProperties
  }

  /// Counts what is hidden.
  struct Counts: Hashable, Sendable {
    var nodes = 0
    var relationships = 0
    /// The elements of which properties differ.
    var changed = 0

    /// One line for a plan.
    var text: String {
      "Filter in force: hidden are \(nodes) nodes and \(relationships) relationships;"
        + " \(changed) elements have other properties\n"
    }
  }
}

extension PropertyGraph {
  /// Hides what a filter does not let through; never to be taken back in this graph.
  func hide(_ visibility: GraphVisibility) {
    var counts = GraphVisibility.Counts()
    let (nodeCount, relationshipCount) = (nodes.count, relationships.count)
    for key in visibility.hiddenRelationships {
      if let id = relationship(keyed: key) { deleteRelationship(UInt32(id.rawValue)) }
    }
    for (key, properties) in visibility.relationshipProperties {
      guard let id = relationship(keyed: key) else { continue }
      counts.changed += 1
      for (name, value) in properties {
        setRelationshipProperty(name, of: UInt32(id.rawValue), to: value)
      }
    }
    for key in visibility.hiddenNodes {
      if let id = node(keyed: key) { hide(node: UInt32(id.rawValue)) }
    }
    for (key, properties) in visibility.nodeProperties {
      guard let id = node(keyed: key) else { continue }
      counts.changed += 1
      for (name, value) in properties { setNodeProperty(name, of: UInt32(id.rawValue), to: value) }
    }
    counts.nodes = nodeCount - nodes.count
    counts.relationships = relationshipCount - relationships.count
    hidden = counts
  }

  private func hide(node: UInt32) {
    for link in relationships(incidentTo: node) { deleteRelationship(link) }
    deleteNode(node)
  }
}
