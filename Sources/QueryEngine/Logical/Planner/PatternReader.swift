import CypherSyntax
import GraphModel

/// Reads the tree of a pattern into a `PatternGraph`.
struct PatternReader {
  let planner: QueryPlanner
  let outer: Scope
  var graph: PatternGraph

  /// The slots of a path: those of its places, and those of what is between them.
  struct PathSlots {
    var nodes: [Slot] = []
    var links: [Slot] = []

    /// Both by turns, in the order of the path.
    var all: [Slot] {
      nodes.enumerated().flatMap { index, node in
        index < links.count ? [node, links[index]] : [node]
      }
    }
  }

  init(_ planner: QueryPlanner, scope: Scope) {
    self.planner = planner
    outer = scope
    graph = PatternGraph(scope: scope)
  }

  mutating func add(_ pattern: GraphPattern, condition: Expression?) {
    var conditions = condition?.conjuncts ?? []
    for path in pattern.paths {
      if path.isSelective {
        addSelective(path, &conditions)
      } else {
        add(path)
      }
    }
    graph.predicates += conditions
  }

  /// Adds a path of which all matches are wanted.
  @discardableResult
  mutating func add(_ path: PathPattern) -> PathSlots {
    let chain = PathChain(path)
    var slots = PathSlots(nodes: [add(chain.places[0])])
    var parts = [LogicalPlan.PathPart.node(slots.nodes[0])]
    var needs = Set(slots.nodes)
    for (link, place) in zip(chain.links, chain.places.dropFirst()) {
      let (left, right) = (slots.nodes[slots.nodes.count - 1], add(place))
      let part: LogicalPlan.PathPart
      switch link {
      case .relationship(let pattern):
        let slot = addConnection(pattern, left, right)
        part = pattern.isRepeated ? .relationships(slot) : .relationship(slot)
        slots.links.append(slot)
      case .quantified(let group):
        let connection = addGroup(group, left, right)
        part = .group(connection.pathLists)
        slots.links.append(connection.slot)
      case .node: continue
      }
      slots.nodes.append(right)
      parts += [part, .node(right)]
      needs.formUnion(part.slots + [right])
    }
    graph.predicates += chain.conditions
    addPath(path.variable, parts, needs)
    return slots
  }

  /// Adds the name of a path.
  mutating func addPath(
    _ variable: Identifier?,
    _ parts: [LogicalPlan.PathPart],
    _ needs: Set<Slot>
  ) {
    guard let variable else { return }
    let slot = planner.newSlot()
    bind(variable.name, slot)
    graph.paths.append(PatternGraph.Path(slot: slot, elements: parts, needs: needs))
  }

  // MARK: - Nodes

  /// Adds the nodes of one place; returns the slot of the first.
  mutating func add(_ place: [NodePattern]) -> Slot {
    let first = add(place.first ?? NodePattern(range: SourceRange(0, 0)))
    for pattern in place.dropFirst() {
      if let name = pattern.variable?.name, graph.scope.slots[name] == nil { bind(name, first) }
      let next = add(pattern, in: pattern.variable == nil ? first : nil)
      guard next != first, let left = graph.nodes[first]?.name, let right = graph.nodes[next]?.name
      else { continue }
      graph.predicates.append(Expression.comparing(.variable(left), .equal, .variable(right)))
    }
    return first
  }

  private mutating func add(_ pattern: NodePattern, in place: Slot? = nil) -> Slot {
    let name = pattern.variable?.name
    let slot = place ?? name.flatMap { graph.scope.slots[$0] } ?? planner.newSlot()
    let shown = name ?? Self.hiddenName(slot)
    bind(shown, slot, isHidden: name == nil)
    if graph.nodes[slot] == nil {
      let isBound = name.map { outer.slots[$0] != nil } ?? false
      graph.nodes[slot] = PatternGraph.Node(slot: slot, name: shown, isBound: isBound)
      graph.order.append(slot)
    }
    addPredicates(of: pattern, as: graph.nodes[slot]?.name ?? shown)
    for case .label(let label) in pattern.labels?.conjunctionParts ?? []
    where graph.nodes[slot]?.label == nil { graph.nodes[slot]?.label = label.name }
    return slot
  }

  /// Adds what a pattern asks of the node with a name.
  mutating func addPredicates(of pattern: NodePattern, as name: String) {
    graph.predicates += (pattern.labels?.conjunctionParts ?? []).map { part in
      Expression(.hasLabels(.named(name), part), at: SourceRange(0, 0))
    }
    addProperties(pattern.properties, of: name)
    graph.predicates += pattern.condition?.conjuncts ?? []
  }

  // MARK: - Connections

  private mutating func addConnection(
    _ pattern: RelationshipPattern,
    _ left: Slot,
    _ right: Slot
  ) -> Slot {
    let name = pattern.variable?.name
    let slot = name.flatMap { graph.scope.slots[$0] } ?? planner.newSlot()
    let isBound = name.map { graph.scope.slots[$0] != nil } ?? false
    let shown = name ?? Self.hiddenName(slot)
    bind(shown, slot, isHidden: name == nil)
    graph.connections.append(
      PatternGraph.Connection(
        kind: .relationship(pattern),
        left: left,
        right: right,
        slot: slot,
        name: shown,
        isBound: isBound
      )
    )
    if !pattern.isRepeated {
      addPredicates(of: pattern, as: shown)
      if let types = pattern.types, types.names == nil {
        graph.predicates.append(Expression(.hasLabels(.named(shown), types), at: SourceRange(0, 0)))
      }
    }
    return slot
  }

  /// Adds what a pattern asks of the relationship with a name, its type aside.
  mutating func addPredicates(of pattern: RelationshipPattern, as name: String) {
    addProperties(pattern.properties, of: name)
    graph.predicates += pattern.condition?.conjuncts ?? []
  }

  private mutating func addGroup(
    _ group: QuantifiedPathPrimary,
    _ left: Slot,
    _ right: Slot
  ) -> PatternGraph.Connection {
    let connection = connection(of: group, left, right)
    for (name, slot) in connection.lists { bind(name, slot) }
    graph.connections.append(connection)
    return connection
  }

  /// Returns a group with new slots for its lists, whose names are not bound yet.
  func connection(of group: QuantifiedPathPrimary, _ left: Slot, _ right: Slot)
    -> PatternGraph.Connection
  {
    var connection = PatternGraph.Connection(
      kind: .group(group),
      left: left,
      right: right,
      slot: planner.newSlot(),
      name: "",
      isBound: false
    )
    let chain = PathChain(group.path)
    func add(_ names: [Identifier?]) {
      let slot = planner.newSlot()
      connection.pathLists.append(slot)
      for case let name? in names where !connection.lists.contains(where: { $0.name == name.name })
      {
        connection.lists.append((name.name, slot))
      }
    }
    for (index, place) in chain.places.enumerated() {
      add(place.map(\.variable))
      guard index < chain.links.count, case .relationship(let link) = chain.links[index] else {
        continue
      }
      add([link.variable])
    }
    return connection
  }

  // MARK: - Names and properties

  mutating func bind(_ name: String, _ slot: Slot, isHidden: Bool = false) {
    if graph.scope.slots[name] == nil, !isHidden { graph.newNames.insert(name) }
    graph.scope.slots[name] = slot
    planner.note(name, of: slot)
  }

  private mutating func addProperties(_ properties: Expression?, of name: String) {
    guard let properties else { return }
    graph.predicates += Self.equalities(properties, of: name)
  }

  /// `{a: 1, b: 2}` as `x.a = 1` and `x.b = 2`; of a parameter every entry is compared.
  static func equalities(_ properties: Expression, of name: String) -> [Expression] {
    let owner = Expression(.variable(name), at: properties.range)
    if case .map(let entries) = properties.withoutParentheses.kind {
      return entries.map { entry in
        Expression.comparing(.property(owner, key: entry.key), .equal, entry.value.kind)
      }
    }
    let key = Identifier("\u{0}key")
    let keys = Expression.calling("keys", [properties])
    let variable = Expression(.variable(key.name), at: properties.range)
    let test = Expression.comparing(
      .subscripted(owner, index: variable),
      .equal,
      .subscripted(properties, index: variable)
    )
    return [
      Expression(
        .quantifier(.all, variable: key, list: keys, condition: test),
        at: properties.range
      )
    ]
  }

  static func hiddenName(_ slot: Slot) -> String { "\u{0}\(slot.index)" }
}

extension LogicalPlan.PathPart {
  /// The slots that it needs.
  var slots: [Slot] {
    switch self {
    case .node(let slot), .relationship(let slot), .relationships(let slot): [slot]
    case .group(let slots): slots
    }
  }
}
