import CypherSyntax

extension PatternGraph {
  /// Holds two patterns that share one node and together are a whole one, and the predicates that
  /// neither can decide.
  struct Split {
    let node: Slot
    /// The part with all that is bound before.
    let near: PatternGraph
    let far: PatternGraph
    let predicates: [Expression]
  }

  /// Whether the pattern is made of relationships of which none is bound, repeated or in a path that
  /// has a name.
  var isOfSingleRelationships: Bool {
    paths.isEmpty
      && connections.allSatisfy { connection in
        guard case .relationship(let pattern) = connection.kind else { return false }
        return !connection.isBound && pattern.bounds == nil
      }
  }

  /// The slots of nodes and relationships.
  var own: Set<Slot> { Set(nodes.keys).union(connections.map(\.slot)) }

  /// The slots that an expression reads.
  func slots(in expression: Expression) -> Set<Slot> {
    ScopedExpression(expression, in: scope).neededSlots
  }

  /// All ways of cutting the pattern in two at a node, where the far part is more than one
  /// relationship, and looking for it by itself cannot fail.
  var splits: [Split] {
    order.flatMap { node -> [Split] in
      let parts = parts(at: node)
      return parts.count == 2 ? parts.compactMap { split(at: node, far: $0) } : []
    }
  }

  private func split(at node: Slot, far: Set<Slot>) -> Split? {
    let farConnections = connections.filter { far.contains($0.slot) }
    guard farConnections.count > 1, far.allSatisfy({ nodes[$0]?.isBound != true }) else {
      return nil
    }
    let (inside, others) = (far.union([node]), own.subtracting(far))
    var (nearPart, farPart) = (part(others), part(inside))
    farPart.nodes[node]?.isBound = false
    var across: [Expression] = []
    for predicate in predicates {
      let needs = slots(in: predicate)
      if needs.isDisjoint(with: far) {
        nearPart.predicates.append(predicate)
      } else if needs.isSubset(of: inside) {
        guard predicate.cannotFail else { return nil }
        farPart.predicates.append(predicate)
      } else {
        across.append(predicate)
      }
    }
    let apart = nearPart.connections.flatMap { left in
      farConnections.compactMap { left.differs(from: $0) }
    }
    return Split(node: node, near: nearPart, far: farPart, predicates: across + apart)
  }

  /// The slots of nodes and relationships that hang together when a node is taken away from which
  /// they are reached.
  private func parts(at node: Slot) -> [Set<Slot>] {
    var parts: [Set<Slot>] = []
    for connection in connections {
      var joined = connection.slots.subtracting([node])
      parts.removeAll { part in
        guard !part.isDisjoint(with: joined) else { return false }
        joined.formUnion(part)
        return true
      }
      parts.append(joined)
    }
    return parts.filter { part in
      connections.contains { part.contains($0.slot) && $0.slots.contains(node) }
    }
  }

  /// The pattern of some slots, without predicates.
  private func part(_ slots: Set<Slot>) -> PatternGraph {
    var part = self
    part.nodes = nodes.filter { slots.contains($0.key) }
    part.order = order.filter(slots.contains)
    part.connections = connections.filter { slots.contains($0.slot) }
    part.predicates = []
    return part
  }
}

extension PatternGraph.Connection {
  fileprivate var slots: Set<Slot> { [left, slot, right] }

  /// The condition that this relationship is not another one; `nil` where it cannot be.
  fileprivate func differs(from other: Self) -> Expression? {
    guard case .relationship(let own) = kind, case .relationship(let others) = other.kind else {
      return nil
    }
    guard (own.types?.names ?? []).mayShareType(with: others.types?.names ?? []) else { return nil }
    return .comparing(.variable(name), .notEqual, .variable(other.name))
  }
}

extension Expression {
  /// Whether the expression is a condition that raises no error for any node and any relationship.
  fileprivate var cannotFail: Bool {
    switch kind {
    case .parenthesized(let inner), .unary(.not, let inner): inner.cannotFail
    case .binary(.and, let left, let right), .binary(.or, let left, let right),
      .binary(.xor, let left, let right):
      left.cannotFail && right.cannotFail
    case .comparison(let operands, _): operands.allSatisfy(\.isReading)
    case .isNull(let operand, _): operand.isReading
    case .hasLabels(let owner, _): owner.isReading
    default: false
    }
  }

  private var isReading: Bool {
    switch withoutParentheses.kind {
    case .literal, .parameter, .variable: true
    default: variableProperty != nil
    }
  }
}
