import CypherSyntax
import GraphModel

/// Holds a path of which a selector keeps some, as a row of groups between its two ends.
///
/// What the path asks of more than its ends is kept here, for it decides before the selector does.
struct SelectivePath {
  /// One group: a relationship is a group of one.
  struct Step {
    /// What is repeated, as often as its quantifier says.
    var group: QuantifiedPathPrimary
    /// The ends and the lists of the group.
    var connection: PatternGraph.Connection
    /// How the step is part of a path.
    var part: LogicalPlan.PathPart
    /// The name of a relationship that does not repeat.
    var singleName: String?

    /// The step gone over from its end to its start.
    var reversed: Step {
      var step = self
      step.group = group.reversed
      step.connection = PatternGraph.Connection(
        kind: .group(step.group),
        left: connection.right,
        right: connection.left,
        slot: connection.slot,
        name: connection.name,
        isBound: false,
        lists: connection.lists,
        pathLists: connection.pathLists.reversed()
      )
      return step
    }
  }

  /// Which of the paths are wanted.
  let prefix: PathPatternPrefix
  /// The groups, at least one.
  var steps: [Step]
  /// The relationship, where the path is nothing but one that repeats.
  var onlyRelationship: RelationshipPattern?
  /// What must be true of a path beyond its ends.
  var predicates: [Expression] = []
  /// The name of the path, where predicates need it.
  var path: LogicalPlan.NamedPath?

  /// Whether the search from both ends at once finds the paths.
  var allowsSearchFromBothEnds: Bool { onlyRelationship != nil && predicates.isEmpty }

  /// The slots that the search fills, the ends aside.
  var inner: Set<Slot> {
    Set(steps.flatMap(\.part.slots) + steps.dropFirst().map(\.connection.left))
  }

  /// The slots of relationships and lists of them.
  var relationshipSlots: [Slot] {
    steps.flatMap { step -> [Slot] in
      guard case .group(let slots) = step.part else { return step.part.slots }
      return slots.indices.filter { !$0.isMultiple(of: 2) }.map { slots[$0] }
    }
  }

  /// The path gone over from its end to its start.
  var reversed: SelectivePath {
    var path = self
    path.steps = steps.reversed().map(\.reversed)
    return path
  }
}

extension PathPattern {
  /// Whether not all matches are wanted.
  var isSelective: Bool { prefix != .all && elements.contains { !$0.isNode } }

  /// Whether it is written as a function, whose search obeys the WHERE of the clause, too.
  var isLegacyShortestPath: Bool { prefix == .shortestPath || prefix == .allShortestPaths }
}

extension PathElement {
  fileprivate var isNode: Bool {
    if case .node = self { true } else { false }
  }
}

extension PatternReader {
  /// Adds a path with a selector; takes those of the `conditions` that decide before it does.
  mutating func addSelective(_ path: PathPattern, _ conditions: inout [Expression]) {
    let known = graph.predicates.count
    let chain = PathChain(path)
    var places = [add(chain.places[0])]
    let end = add(chain.places[chain.places.count - 1])
    for place in chain.places.dropFirst().dropLast() { places.append(addInner(place)) }
    places.append(end)
    var steps: [SelectivePath.Step] = []
    for (index, link) in chain.links.enumerated() {
      switch link {
      case .relationship(let pattern):
        steps.append(addStep(pattern, places[index], places[index + 1]))
      case .quantified(let group):
        let connection = connection(of: group, places[index], places[index + 1])
        for (name, slot) in connection.lists { bind(name, slot) }
        steps.append(
          SelectivePath.Step(
            group: group,
            connection: connection,
            part: .group(connection.pathLists)
          )
        )
      case .node: continue
      }
    }
    graph.predicates += chain.conditions
    var selective = SelectivePath(prefix: path.prefix, steps: steps)
    if chain.links.count == 1, case .relationship(let pattern) = chain.links[0], pattern.isRepeated
    {
      selective.onlyRelationship = pattern
    }
    addName(of: path, places, &selective)
    takePredicates(from: known, path, &selective, &conditions)
    connect(selective, places[0], end)
  }

  private mutating func addName(
    of path: PathPattern,
    _ places: [Slot],
    _ selective: inout SelectivePath
  ) {
    guard let variable = path.variable else { return }
    var parts = [LogicalPlan.PathPart.node(places[0])]
    for (step, place) in zip(selective.steps, places.dropFirst()) {
      parts += [step.part, .node(place)]
    }
    addPath(variable, parts, Set(parts.flatMap(\.slots)))
    guard let slot = graph.scope.slots[variable.name] else { return }
    selective.path = LogicalPlan.NamedPath(slot: slot, elements: parts)
  }

  /// Moves what needs more of the path than its ends into it.
  private mutating func takePredicates(
    from known: Int,
    _ path: PathPattern,
    _ selective: inout SelectivePath,
    _ conditions: inout [Expression]
  ) {
    var own = selective.inner
    if let path = selective.path { own.insert(path.slot) }
    let scope = graph.scope
    func isOwn(_ predicate: Expression) -> Bool {
      !predicate.neededSlots(in: scope).isDisjoint(with: own)
    }
    selective.predicates = graph.predicates[known...].filter(isOwn)
    graph.predicates[known...].removeAll(where: isOwn)
    guard path.isLegacyShortestPath else { return }
    selective.predicates += conditions.filter(isOwn)
    conditions.removeAll(where: isOwn)
  }

  private mutating func connect(_ selective: SelectivePath, _ left: Slot, _ right: Slot) {
    let relationship = selective.onlyRelationship.flatMap { _ in selective.steps[0].part.slots.first
    }
    var connection = PatternGraph.Connection(
      kind: .selective(selective),
      left: left,
      right: right,
      slot: relationship ?? planner.newSlot(),
      name: "",
      isBound: false
    )
    connection.pathLists = selective.inner.sorted { $0.index < $1.index }
    graph.connections.append(connection)
  }

  // MARK: - Parts

  /// Adds nodes between two steps.
  private mutating func addInner(_ place: [NodePattern]) -> Slot {
    let slot = planner.newSlot()
    for pattern in place {
      bindInner(pattern.variable, slot)
      addPredicates(of: pattern, as: Self.hiddenName(slot))
    }
    return slot
  }

  /// Binds a name within the path; one that is bound already must mean the same.
  ///
  /// - Returns: The name by which the pattern itself knows the element.
  @discardableResult
  private mutating func bindInner(
    _ variable: Identifier?,
    _ slot: Slot,
    isRepeated: Bool = false
  ) -> String {
    let hidden = Self.hiddenName(slot)
    bind(hidden, slot, isHidden: true)
    guard let name = variable?.name else { return hidden }
    guard graph.scope.slots[name] != nil else {
      bind(name, slot)
      return name
    }
    graph.predicates.append(Expression.comparing(.variable(hidden), .equal, .variable(name)))
    return isRepeated ? name : hidden
  }

  /// Adds one relationship, or a row of them, as a group.
  private mutating func addStep(
    _ pattern: RelationshipPattern,
    _ left: Slot,
    _ right: Slot
  ) -> SelectivePath.Step {
    let slot = planner.newSlot()
    let own = bindInner(pattern.variable, slot, isRepeated: pattern.isRepeated)
    var inner = pattern
    inner.length = nil
    inner.quantifier = nil
    inner.variable = Identifier(own)
    if !pattern.isRepeated {
      addPredicates(of: pattern, as: own)
      inner.properties = nil
      inner.condition = nil
    }
    let (lower, upper) = pattern.bounds ?? (1, 1)
    let node = PathElement.node(NodePattern(range: pattern.range))
    let group = QuantifiedPathPrimary(
      path: PathPattern(elements: [node, .relationship(inner), node], range: pattern.range),
      condition: nil,
      quantifier: Quantifier(lower: lower, upper: upper),
      range: pattern.range
    )
    var connection = connection(of: group, left, right)
    connection.lists = [(own, slot)]
    connection.pathLists[1] = slot
    return SelectivePath.Step(
      group: group,
      connection: connection,
      part: pattern.isRepeated ? .relationships(slot) : .relationship(slot),
      singleName: pattern.isRepeated ? nil : own
    )
  }
}

extension Expression {
  /// The slots of the variables that it mentions.
  func neededSlots(in scope: Scope) -> Set<Slot> {
    Set(MentionedNames.of(self).compactMap { scope.slots[$0] })
  }
}
