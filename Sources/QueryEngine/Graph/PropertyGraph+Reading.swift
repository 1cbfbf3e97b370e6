import CypherSyntax
import GraphModel

extension PropertyGraph {
  /// Appends all relationships of a node, loops once, and the nodes at their other ends.
  func incident(
    to node: UInt32,
    relationships found: inout ContiguousArray<UInt32>,
    nodes: inout ContiguousArray<UInt32>
  ) {
    expand(node, .all, .either, relationships: &found, nodes: &nodes)
  }

  /// Appends the relationships of some types that a node has in a direction, and the nodes at their
  /// other ends; a loop once.
  func expand(
    _ node: UInt32,
    _ types: TypeSelection,
    _ direction: RelationshipPattern.Direction,
    relationships found: inout ContiguousArray<UInt32>,
    nodes: inout ContiguousArray<UInt32>
  ) {
    let buffer = neighbours
    buffer.removeAll()
    NeighbourReader(self, types, direction).read(node, to: buffer)
    unsafe found.append(
      contentsOf: UnsafeBufferPointer(start: buffer.relationships, count: buffer.count)
    )
    unsafe nodes.append(contentsOf: UnsafeBufferPointer(start: buffer.nodes, count: buffer.count))
  }

  /// Returns about how many relationships a node has in a direction.
  func degree(_ node: UInt32, _ direction: RelationshipPattern.Direction) -> Int {
    switch direction {
    case .outgoing: outgoing.degree(node)
    case .incoming: incoming.degree(node)
    case .either: outgoing.degree(node) + incoming.degree(node)
    }
  }

  /// Returns whether nodes have a label; unknown for `Column.null`.
  func hasLabel(_ label: String, _ indices: ContiguousArray<UInt32>) -> ContiguousArray<Ternary> {
    let membership = nodes.membership(of: label)
    let sets = nodes.labelSets
    return ContiguousArray(
      indices.lazy.map { node in
        if node == Column.null { return .unknown }
        guard let membership else { return .no }
        return membership[Int(sets[Int(node)])] ? .yes : .no
      }
    )
  }
}

extension RelationshipPattern.Direction {
  /// The same relationship seen from the other end.
  var reversed: Self {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}
