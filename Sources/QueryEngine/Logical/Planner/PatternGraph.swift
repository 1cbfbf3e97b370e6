import CypherSyntax
import GraphModel

/// Holds the pattern of one MATCH as nodes and connections between them, with all conditions as
/// predicates.
struct PatternGraph {
  /// One node of the pattern.
  struct Node: Hashable {
    let slot: Slot
    let name: String
    /// Whether the node is bound before the MATCH.
    let isBound: Bool
    /// The label to scan by, if the pattern asks for a single one.
    var label: String?
  }

  /// One part between two nodes.
  struct Connection {
    enum Kind {
      case relationship(RelationshipPattern)
      case group(QuantifiedPathPrimary)
      case shortest(RelationshipPattern, PathPatternPrefix)
    }

    let kind: Kind
    /// The slots of the nodes on the left and on the right.
    let left: Slot
    let right: Slot
    /// The slot of the relationship, or of the list of relationships.
    let slot: Slot
    let name: String
    let isBound: Bool
    /// Lists of the variables of a group.
    var lists: [(name: String, slot: Slot)] = []
    /// The lists of nodes and relationships of a group, by turns, for paths.
    var pathLists: [Slot] = []
  }

  /// A path that has a name.
  struct Path {
    let slot: Slot
    let elements: [LogicalPlan.PathPart]
    let needs: Set<Slot>
  }

  var nodes: [Slot: Node] = [:]
  /// The slots of nodes in the order of the pattern.
  var order: [Slot] = []
  var connections: [Connection] = []
  var predicates: [Expression] = []
  var paths: [Path] = []
  /// All variables: those from before and those of the pattern, hidden ones included.
  var scope: Scope
  /// The variables that the pattern brings.
  var newNames: Set<String> = []
}

/// Reads the tree of a pattern into a `PatternGraph`.
struct PatternReader {
  private let planner: QueryPlanner
  private let outer: Scope
  private(set) var graph: PatternGraph

  init(_ planner: QueryPlanner, scope: Scope) {
    self.planner = planner
    outer = scope
    graph = PatternGraph(scope: scope)
  }

  mutating func add(_ pattern: GraphPattern, condition: Expression?) {
    for path in pattern.paths { add(path) }
    if let condition { graph.predicates += condition.conjuncts }
  }

  private mutating func add(_ path: PathPattern) {
    var parts: [LogicalPlan.PathPart] = []
    var needs: Set<Slot> = []
    var previous: Slot?
    var pending: PathElement?
    for element in path.elements.flatMap(Self.flattened) {
      guard case .node(let pattern) = element else {
        if pending != nil { connectThroughHiddenNode(&previous, &pending, path, &parts, &needs) }
        pending = element
        continue
      }
      let slot = add(pattern)
      if let left = previous, let between = pending {
        connect(left, between, slot, path.prefix, &parts, &needs)
        pending = nil
      } else if let between = pending {
        let left = addHiddenNode()
        parts.append(.node(left))
        connect(left, between, slot, path.prefix, &parts, &needs)
        pending = nil
      } else if let left = previous {
        // Two nodes side by side are one place.
        addSamePlace(left, slot)
        previous = slot
        continue
      }
      parts.append(.node(slot))
      needs.insert(slot)
      previous = slot
    }
    if pending != nil { connectThroughHiddenNode(&previous, &pending, path, &parts, &needs) }
    guard let variable = path.variable else { return }
    let slot = planner.newSlot()
    bind(variable.name, slot)
    graph.paths.append(PatternGraph.Path(slot: slot, elements: parts, needs: needs))
  }

  /// Brackets that only group are taken apart.
  private static func flattened(_ element: PathElement) -> [PathElement] {
    guard case .quantified(let group) = element, group.quantifier == nil else { return [element] }
    return group.path.elements.flatMap(flattened)
  }

  private mutating func connectThroughHiddenNode(
    _ previous: inout Slot?,
    _ pending: inout PathElement?,
    _ path: PathPattern,
    _ parts: inout [LogicalPlan.PathPart],
    _ needs: inout Set<Slot>
  ) {
    guard let between = pending else { return }
    if previous == nil {
      let first = addHiddenNode()
      parts.append(.node(first))
      needs.insert(first)
      previous = first
    }
    let next = addHiddenNode()
    if let left = previous { connect(left, between, next, path.prefix, &parts, &needs) }
    parts.append(.node(next))
    needs.insert(next)
    previous = next
    pending = nil
  }

  // MARK: - Nodes

  private mutating func addHiddenNode() -> Slot {
    add(NodePattern(range: SourceRange(0, 0)))
  }

  private mutating func addSamePlace(_ left: Slot, _ right: Slot) {
    guard let first = graph.nodes[left]?.name, let second = graph.nodes[right]?.name else { return }
    graph.predicates.append(
      Expression.comparing(.variable(first), .equal, .variable(second))
    )
  }

  private mutating func add(_ pattern: NodePattern) -> Slot {
    let name = pattern.variable?.name
    let slot: Slot
    if let name, let known = graph.scope.slots[name] {
      slot = known
    } else {
      slot = planner.newSlot()
    }
    let shown = name ?? Self.hiddenName(slot)
    bind(shown, slot, isHidden: name == nil)
    if graph.nodes[slot] == nil {
      let isBound = name.map { outer.slots[$0] != nil } ?? false
      graph.nodes[slot] = PatternGraph.Node(slot: slot, name: shown, isBound: isBound)
      graph.order.append(slot)
    }
    if let labels = pattern.labels { add(labels, to: slot, name: shown) }
    addProperties(pattern.properties, of: shown)
    if let condition = pattern.condition { graph.predicates += condition.conjuncts }
    return slot
  }

  private mutating func add(_ labels: LabelExpression, to slot: Slot, name: String) {
    let variable = Expression(.variable(name), at: SourceRange(0, 0))
    for part in labels.conjunctionParts {
      if case .label(let label) = part, graph.nodes[slot]?.label == nil {
        graph.nodes[slot]?.label = label.name
      }
      graph.predicates.append(Expression(.hasLabels(variable, part), at: SourceRange(0, 0)))
    }
  }

  // MARK: - Connections

  private mutating func connect(
    _ left: Slot,
    _ element: PathElement,
    _ right: Slot,
    _ prefix: PathPatternPrefix,
    _ parts: inout [LogicalPlan.PathPart],
    _ needs: inout Set<Slot>
  ) {
    switch element {
    case .relationship(let pattern):
      let isList = pattern.length != nil || pattern.quantifier != nil
      let slot = addConnection(pattern, left, right, prefix, isList: isList)
      parts.append(isList ? .relationships(slot) : .relationship(slot))
      needs.insert(slot)
    case .quantified(let group):
      let connection = addGroup(group, left, right)
      parts.append(.group(connection.pathLists))
      needs.formUnion(connection.pathLists)
    case .node: break
    }
  }

  private mutating func addConnection(
    _ pattern: RelationshipPattern,
    _ left: Slot,
    _ right: Slot,
    _ prefix: PathPatternPrefix,
    isList: Bool
  ) -> Slot {
    let name = pattern.variable?.name
    let slot = name.flatMap { graph.scope.slots[$0] } ?? planner.newSlot()
    let isBound = name.map { graph.scope.slots[$0] != nil } ?? false
    let shown = name ?? Self.hiddenName(slot)
    bind(shown, slot, isHidden: name == nil)
    graph.connections.append(
      PatternGraph.Connection(
        kind: prefix == .all ? .relationship(pattern) : .shortest(pattern, prefix),
        left: left,
        right: right,
        slot: slot,
        name: shown,
        isBound: isBound
      )
    )
    if !isList {
      addProperties(pattern.properties, of: shown)
      if let condition = pattern.condition { graph.predicates += condition.conjuncts }
      if let types = pattern.types, types.names == nil {
        let variable = Expression(.variable(shown), at: SourceRange(0, 0))
        graph.predicates.append(Expression(.hasLabels(variable, types), at: SourceRange(0, 0)))
      }
    }
    return slot
  }

  private mutating func addGroup(
    _ group: QuantifiedPathPrimary,
    _ left: Slot,
    _ right: Slot
  ) -> PatternGraph.Connection {
    var connection = PatternGraph.Connection(
      kind: .group(group),
      left: left,
      right: right,
      slot: planner.newSlot(),
      name: "",
      isBound: false
    )
    for element in group.path.elements {
      let slot = planner.newSlot()
      switch element {
      case .node(let node):
        if let name = node.variable?.name { connection.lists.append((name, slot)) }
      case .relationship(let relationship):
        if let name = relationship.variable?.name { connection.lists.append((name, slot)) }
      case .quantified: continue
      }
      connection.pathLists.append(slot)
    }
    for (name, slot) in connection.lists { bind(name, slot) }
    graph.connections.append(connection)
    return connection
  }

  // MARK: - Names and properties

  private mutating func bind(_ name: String, _ slot: Slot, isHidden: Bool = false) {
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

extension Expression {
  /// Returns a comparison of two expressions.
  static func comparing(_ left: Kind, _ sign: ComparisonOperator, _ right: Kind) -> Expression {
    let nowhere = SourceRange(0, 0)
    return Expression(
      .comparison([Expression(left, at: nowhere), Expression(right, at: nowhere)], [sign]),
      at: nowhere
    )
  }

  /// Returns a call of a function.
  static func calling(_ name: String, _ arguments: [Expression]) -> Expression {
    Expression(
      .function(name: [Identifier(name)], isDistinct: false, arguments: arguments),
      at: SourceRange(0, 0)
    )
  }
}

extension LabelExpression {
  /// The parts of a conjunction, all of which must hold.
  var conjunctionParts: [LabelExpression] {
    if case .conjunction(let parts, _) = self { return parts.flatMap(\.conjunctionParts) }
    return [self]
  }

  /// The names, if the expression is a single name or a choice of names.
  var names: [String]? {
    switch self {
    case .label(let name): return [name.name]
    case .disjunction(let parts):
      let names = parts.compactMap(\.names)
      return names.count == parts.count ? names.flatMap { $0 } : nil
    default: return nil
    }
  }
}
