import CypherSyntax
import GraphModel

extension QueryPlanner {
  /// Adds a clause that changes the graph.
  func planWrite(_ clause: Clause, _ part: inout PlanPart) throws(QueryError) {
    switch clause {
    case .create(let create): plan(create, &part)
    case .merge(let merge): try plan(merge, &part)
    case .set(let set): part.plan = .set(part.plan, set.items.compactMap { operation($0, part) })
    case .remove(let remove):
      part.plan = .remove(part.plan, remove.items.compactMap { operation($0, part) })
    case .delete(let delete):
      part.plan = .delete(
        part.plan,
        delete.expressions.map(part.scoped),
        isDetaching: delete.isDetaching
      )
    case .forEach(let forEach): try plan(forEach, &part)
    default: break
    }
  }

  // MARK: - Create

  private func plan(_ create: CreateStatement, _ part: inout PlanPart) {
    var elements: [LogicalPlan.CreatedElement] = []
    var paths: [LogicalPlan.NamedPath] = []
    for path in create.pattern.paths {
      if let named = plan(path, &part, &elements) { paths.append(named) }
    }
    part.plan = .create(part.plan, elements)
    for path in paths {
      part.plan = .projectPath(part.plan, path: path.slot, elements: path.elements)
    }
  }

  /// Collects what of a path must be made; returns the path if it has a name.
  private func plan(
    _ path: PathPattern,
    _ part: inout PlanPart,
    _ elements: inout [LogicalPlan.CreatedElement]
  ) -> LogicalPlan.NamedPath? {
    var parts: [LogicalPlan.PathPart] = []
    var nodes: [Slot] = []
    var links: [RelationshipPattern] = []
    for element in path.elements {
      switch element {
      case .node(let node): nodes.append(plan(node, &part, &elements))
      case .relationship(let relationship): links.append(relationship)
      case .quantified: break
      }
    }
    for (position, node) in nodes.enumerated() {
      parts.append(.node(node))
      guard position < links.count, position + 1 < nodes.count else { continue }
      let slot = plan(links[position], from: node, to: nodes[position + 1], &part, &elements)
      parts.append(.relationship(slot))
    }
    guard let variable = path.variable else { return nil }
    let slot = newSlot()
    part.scope.slots[variable.name] = slot
    return LogicalPlan.NamedPath(slot: slot, elements: parts)
  }

  private func plan(
    _ node: NodePattern,
    _ part: inout PlanPart,
    _ elements: inout [LogicalPlan.CreatedElement]
  ) -> Slot {
    if let name = node.variable?.name, let slot = part[name] { return slot }
    let slot = newSlot()
    let labels = node.labels?.conjunctionParts.flatMap { $0.names ?? [] } ?? []
    elements.append(
      .node(slot, labels: labels, properties: node.properties.map(part.scoped))
    )
    if let name = node.variable?.name { part.scope.slots[name] = slot }
    return slot
  }

  private func plan(
    _ relationship: RelationshipPattern,
    from left: Slot,
    to right: Slot,
    _ part: inout PlanPart,
    _ elements: inout [LogicalPlan.CreatedElement]
  ) -> Slot {
    let slot = newSlot()
    let isIncoming = relationship.direction == .incoming
    elements.append(
      .relationship(
        slot,
        type: relationship.types?.names?.first ?? "",
        from: isIncoming ? right : left,
        to: isIncoming ? left : right,
        properties: relationship.properties.map(part.scoped)
      )
    )
    if let name = relationship.variable?.name { part.scope.slots[name] = slot }
    return slot
  }

  // MARK: - Merge

  private func plan(_ merge: MergeStatement, _ part: inout PlanPart) throws(QueryError) {
    // Every element gets a name, so that finding and making fill the same slots.
    let path = named(merge.path, part.scope)
    var find = PlanPart(plan: .argument, scope: part.scope)
    try planMatch(GraphPattern(paths: [path], range: merge.range), condition: nil, &find)
    var making = part
    var elements: [LogicalPlan.CreatedElement] = []
    var bare = path
    bare.variable = nil
    _ = plan(bare, &making, &elements)
    let slots = making.scope.slots.mapValues { $0 }
    elements = elements.map { $0.moved(Self.moves(from: slots, to: find.scope.slots)) }
    var named: LogicalPlan.NamedPath?
    if let variable = merge.path.variable, let slot = find.scope.slots[variable.name] {
      named = LogicalPlan.NamedPath(slot: slot, elements: parts(of: path, find.scope))
    }
    part.scope = find.scope
    let after = part
    part.plan = .merge(
      part.plan,
      LogicalPlan.Merge(
        find: find.plan,
        create: elements,
        onMatch: merge.actions.filter { !$0.isOnCreate }.flatMap(\.items)
          .compactMap { operation($0, after) },
        onCreate: merge.actions.filter(\.isOnCreate).flatMap(\.items)
          .compactMap { operation($0, after) },
        path: named
      )
    )
    part.scope.slots = part.scope.slots.filter { !$0.key.hasPrefix("\u{0}merge") }
  }

  private func named(_ path: PathPattern, _ scope: Scope) -> PathPattern {
    var path = path
    path.elements = path.elements.enumerated().map { position, element in
      let hidden = Identifier("\u{0}merge\(slotCount)-\(position)")
      switch element {
      case .node(var node):
        node.variable = node.variable ?? hidden
        return .node(node)
      case .relationship(var relationship):
        relationship.variable = relationship.variable ?? hidden
        return .relationship(relationship)
      case .quantified: return element
      }
    }
    return path
  }

  private func parts(of path: PathPattern, _ scope: Scope) -> [LogicalPlan.PathPart] {
    path.elements.compactMap { element in
      switch element {
      case .node(let node): scope.slots[node.variable?.name ?? ""].map { .node($0) }
      case .relationship(let relationship):
        scope.slots[relationship.variable?.name ?? ""].map { .relationship($0) }
      case .quantified: nil
      }
    }
  }

  private static func moves(from: [String: Slot], to: [String: Slot]) -> [Slot: Slot] {
    var moves: [Slot: Slot] = [:]
    for (name, slot) in from { moves[slot] = to[name] }
    return moves
  }

  // MARK: - Set, remove, for each

  private func operation(_ item: SetItem, _ part: PlanPart) -> LogicalPlan.SetOperation? {
    switch item {
    case .property(let target, let value):
      return property(target, part).map { .property(of: $0, key: $1, value: part.scoped(value)) }
    case .replace(let variable, let value):
      return part[variable.name].map { .replaceProperties(of: $0, value: part.scoped(value)) }
    case .merge(let variable, let value):
      return part[variable.name].map { .mergeProperties(of: $0, value: part.scoped(value)) }
    case .labels(let variable, let labels):
      return part[variable.name].map { .labels(of: $0, labels.map(\.name)) }
    }
  }

  private func operation(_ item: RemoveItem, _ part: PlanPart) -> LogicalPlan.RemoveOperation? {
    switch item {
    case .property(let target):
      return property(target, part).map { .property(of: $0, key: $1) }
    case .labels(let variable, let labels):
      return part[variable.name].map { .labels(of: $0, labels.map(\.name)) }
    }
  }

  private func property(
    _ target: Expression,
    _ part: PlanPart
  ) -> (owner: ScopedExpression, name: LogicalPlan.PropertyName)? {
    switch target.withoutParentheses.kind {
    case .property(let owner, let key): (part.scoped(owner), .fixed(key.name))
    case .subscripted(let owner, let key): (part.scoped(owner), .computed(part.scoped(key)))
    default: nil
    }
  }

  private func plan(_ forEach: ForEachStatement, _ part: inout PlanPart) throws(QueryError) {
    let slot = newSlot()
    var body = PlanPart(plan: .argument, scope: part.scope)
    body.scope.slots[forEach.variable.name] = slot
    for clause in forEach.clauses { try plan(clause, &body) }
    part.plan = .forEach(
      part.plan,
      list: part.scoped(forEach.list),
      variable: slot,
      body: .emptyResult(body.plan)
    )
  }
}

extension LogicalPlan.CreatedElement {
  /// Returns the element with other slots.
  fileprivate func moved(_ moves: [Slot: Slot]) -> Self {
    func move(_ slot: Slot) -> Slot { moves[slot] ?? slot }
    return switch self {
    case .node(let slot, let labels, let properties):
      .node(move(slot), labels: labels, properties: properties)
    case .relationship(let slot, let type, let from, let to, let properties):
      .relationship(
        move(slot),
        type: type,
        from: move(from),
        to: move(to),
        properties: properties
      )
    }
  }
}
