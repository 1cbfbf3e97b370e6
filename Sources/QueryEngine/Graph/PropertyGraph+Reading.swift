import CypherSyntax
import GraphModel

extension PropertyGraph {
  /// Returns all relationships of a node, loops once.
  func relationships(incidentTo node: UInt32) -> [UInt32] {
    let found = NeighbourBuffer()
    NeighbourReader(self, .all, .either).read(node, to: found)
    return (0..<found.count).map { found[$0].relationship }
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
    let (run, runEnd) = nodes.imageRun(of: label) ?? (0..<0, 0)
    return unsafe indices.withUnsafeBufferPointer { indices in
      ContiguousArray(count: indices.count) { row in
        let node = unsafe indices[row]
        // Of most nodes it can be told without a look at them.
        if node < runEnd { return run.contains(node) ? .yes : .no }
        if node == Column.null { return .unknown }
        guard let membership else { return .no }
        return membership[Int(sets[Int(node)])] ? .yes : .no
      }
    }
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
