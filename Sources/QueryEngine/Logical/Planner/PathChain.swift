import CypherSyntax

/// Holds a path as places and what links them, brackets that only group taken away.
struct PathChain {
  /// The node patterns of each place: more than one where nodes stand side by side, none where
  /// groups do.
  private(set) var places: [[NodePattern]] = []
  /// The relationships and repeated groups between the places, one less than these.
  private(set) var links: [PathElement] = []
  /// The conditions of the brackets that only group.
  private(set) var conditions: [Expression] = []

  init(_ path: PathPattern) {
    for element in path.elements { add(element) }
    if places.count == links.count { places.append([]) }
  }

  private mutating func add(_ element: PathElement) {
    let isAtPlace = places.count > links.count
    switch element {
    case .node(let node):
      if isAtPlace { places[links.count].append(node) } else { places.append([node]) }
    case .quantified(let group) where group.quantifier == nil:
      for inner in group.path.elements { add(inner) }
      conditions += group.condition?.conjuncts ?? []
    case .relationship, .quantified:
      if !isAtPlace { places.append([]) }
      links.append(element)
    }
  }
}

extension QuantifiedPathPrimary {
  /// The group written from its end to its start.
  var reversed: QuantifiedPathPrimary {
    var group = self
    group.path.elements = path.elements.reversed().map { element in
      switch element {
      case .node: return element
      case .relationship(var relationship):
        relationship.direction = relationship.direction.reversed
        return .relationship(relationship)
      case .quantified(let inner): return .quantified(inner.reversed)
      }
    }
    return group
  }
}
