import CypherSyntax
import GraphModel

/// Chooses what is looked for next.
extension MatchPlanner {
  /// The next connection to go over: one that joins two known nodes first, then the one that leads
  /// to the fewest nodes, groups and shortest paths last.
  func nextConnection() -> Int? {
    let costs = openConnections.indices.compactMap { index in
      kind(of: openConnections[index]).map { kind in
        (kind: kind, growth: growth(openConnections[index]), index: index)
      }
    }
    return costs.min { ($0.kind, $0.growth, $0.index) < ($1.kind, $1.growth, $1.index) }?.index
  }

  /// The lower the sooner; `nil` where it is too early.
  private func kind(of connection: PatternGraph.Connection) -> Int? {
    let ends = [connection.left, connection.right].count(where: solved.contains)
    switch connection.kind {
    case .selective(let path): return ends == 0 || isWaiting(path, connection) ? nil : 22 - ends
    case .group: return ends == 0 ? nil : 12 - ends
    case .relationship(let pattern):
      guard ends > 0 else { return nil }
      let isLong = pattern.length != nil || pattern.quantifier != nil
      return (isLong ? 10 : 4) - ends
    }
  }

  /// How many rows can be expected for each, if one end is known.
  private func growth(_ connection: PatternGraph.Connection) -> Double {
    guard case .relationship(let pattern) = connection.kind,
      solved.contains(connection.left) != solved.contains(connection.right)
    else { return 0 }
    let isReversed = solved.contains(connection.right)
    let (from, to) =
      isReversed ? (connection.right, connection.left) : (connection.left, connection.right)
    let degree = planner.statistics.degree(
      of: graph.nodes[from]?.label,
      types: pattern.types?.names ?? [],
      direction: pattern.direction
    )
    guard let end = graph.nodes[to] else { return degree }
    return degree * (hasNarrowing(end) ? PlanEstimate.shareOfEquality : 1)
  }

  func nextStart() -> PatternGraph.Node? {
    let open = graph.order.compactMap { graph.nodes[$0] }.filter { !solved.contains($0.slot) }
    return open.enumerated().min { left, right in
      (cardinality(left.element), left.offset) < (cardinality(right.element), right.offset)
    }?.element
  }

  private func cardinality(_ node: PatternGraph.Node) -> Double {
    // A bound relationship leads to its ends at once.
    let isEndOfBound = openConnections.contains {
      $0.isBound && isSingle($0) && ($0.left == node.slot || $0.right == node.slot)
    }
    if isEndOfBound { return -1 }
    // A search goes out from the end of which there are few.
    if isEndOfSelective(node), isFew(node) { return 0 }
    let all = Double(labelCardinality(node))
    if let key = soughtKey(node) {
      return planner.estimate.sought(IndexedProperty(label: node.label, key: key))
    }
    return hasNarrowing(node) ? all * PlanEstimate.shareOfEquality : all
  }

  private func labelCardinality(_ node: PatternGraph.Node) -> Int {
    planner.statistics.nodeCount(node.label)
  }

  /// The property by which the node can be looked up.
  private func soughtKey(_ node: PatternGraph.Node) -> String? {
    narrowing(node).lazy.compactMap { $0.keyOfEquality(ofPropertyOf: node.name) }.first
  }

  /// Whether something more than a label is asked of the node.
  private func hasNarrowing(_ node: PatternGraph.Node) -> Bool { !narrowing(node).isEmpty }

  private func narrowing(_ node: PatternGraph.Node) -> [Expression] {
    openPredicates.compactMap { predicate in
      if case .hasLabels = predicate.expression.kind { return nil }
      return predicate.needs.subtracting(solved) == [node.slot] ? predicate.expression : nil
    }
  }

  /// Whether the end of a path is better looked for before the path: then the search can go from
  /// both ends at once.
  private func isWaiting(_ path: SelectivePath, _ connection: PatternGraph.Connection) -> Bool {
    guard path.allowsSearchFromBothEnds else { return false }
    return [connection.left, connection.right].contains { end in
      !solved.contains(end) && graph.nodes[end].map(isFew) ?? false
    }
  }

  private func isEndOfSelective(_ node: PatternGraph.Node) -> Bool {
    openConnections.contains { connection in
      guard case .selective = connection.kind else { return false }
      return connection.left == node.slot || connection.right == node.slot
    }
  }

  /// Whether few nodes can be expected: there are few, or something more than a label is asked.
  private func isFew(_ node: PatternGraph.Node) -> Bool {
    labelCardinality(node) <= 16 || hasNarrowing(node)
  }

  /// Whether the connection is one relationship.
  func isSingle(_ connection: PatternGraph.Connection) -> Bool {
    guard case .relationship(let pattern) = connection.kind else { return false }
    return pattern.length == nil && pattern.quantifier == nil
  }
}

extension Expression {
  /// The key, where this compares a property of a variable with something for equality.
  fileprivate func keyOfEquality(ofPropertyOf variable: String) -> String? {
    func key(_ expression: Expression) -> String? {
      guard let property = expression.variableProperty, property.variable == variable else {
        return nil
      }
      return property.key
    }
    switch withoutParentheses.kind {
    case .comparison(let operands, let signs):
      return signs == [.equal] ? operands.lazy.compactMap(key).first : nil
    case .binary(.in, let property, _): return key(property)
    default: return nil
    }
  }
}
