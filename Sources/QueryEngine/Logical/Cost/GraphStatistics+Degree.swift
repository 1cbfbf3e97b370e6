import CypherSyntax

extension GraphStatistics {
  /// The number of nodes with a label, or of all nodes.
  func nodeCount(_ label: String?) -> Int { label.map { nodesByLabel[$0] ?? 0 } ?? nodeCount }

  /// The number of relationships of some types, or of all where no type is named.
  func relationshipCount(_ types: [String]) -> Int {
    types.isEmpty ? relationshipCount : types.reduce(0) { $0 + (relationshipsByType[$1] ?? 0) }
  }

  /// How many relationships of some types a node has, on the average of the nodes with a label.
  func degree(of label: String?, types: [String], direction: RelationshipPattern.Direction)
    -> Double
  {
    let nodes = Double(max(1, nodeCount(label)))
    return Double(relationshipCount(types)) / nodes * (direction == .either ? 2 : 1)
  }
}
