extension CypherPrinter {
  /// Prints paths between commas.
  mutating func write(_ pattern: GraphPattern) {
    list(pattern.paths) { $0.write($1) }
  }

  /// Prints a path with its name and prefix.
  mutating func write(_ path: PathPattern) {
    if let variable = path.variable {
      add(variable: variable)
      add(" = ")
    }
    switch path.prefix {
    case .all: break
    case .shortestPath: add("shortestPath(")
    case .allShortestPaths: add("allShortestPaths(")
    case .shortest(let count): add("SHORTEST \(count) ")
    case .allShortest: add("ALL SHORTEST ")
    case .shortestGroups(let count): add("SHORTEST \(count) GROUPS ")
    case .any(let count): add("ANY \(count) ")
    }
    for element in path.elements { write(element) }
    if path.prefix == .shortestPath || path.prefix == .allShortestPaths { add(")") }
  }

  private mutating func write(_ element: PathElement) {
    switch element {
    case .node(let node): write(node)
    case .relationship(let relationship): write(relationship)
    case .quantified(let group):
      add("(")
      write(group.path)
      write(condition: group.condition)
      add(")")
      write(group.quantifier)
    }
  }

  private mutating func write(_ node: NodePattern) {
    add("(")
    let start = text.utf8.count
    if let variable = node.variable { add(variable: variable) }
    write(labels: node.labels)
    write(node.properties, node.condition, from: start)
    add(")")
  }

  private mutating func write(_ relationship: RelationshipPattern) {
    let (pointsLeft, pointsRight) =
      relationship.hasBothArrows
      ? (true, true) : (relationship.direction == .incoming, relationship.direction == .outgoing)
    add(pointsLeft ? "<-[" : "-[")
    let start = text.utf8.count
    if let variable = relationship.variable { add(variable: variable) }
    write(labels: relationship.types)
    write(relationship.length)
    write(relationship.properties, relationship.condition, from: start)
    if text.utf8.count == start {
      text.removeLast()
    } else {
      add("]")
    }
    add(pointsRight ? "->" : "-")
    write(relationship.quantifier)
  }

  /// Prints properties and a condition, with blanks between what stands in the same brackets.
  private mutating func write(_ properties: Expression?, _ condition: Expression?, from start: Int)
  {
    if let properties {
      if text.utf8.count > start { add(" ") }
      write(properties)
    }
    guard let condition else { return }
    add(text.utf8.count > start ? " WHERE " : "WHERE ")
    write(condition)
  }

  private mutating func write(_ length: RelationshipPattern.Length?) {
    guard let length else { return }
    switch (length.lower, length.upper) {
    case (nil, nil): add("*")
    case (let lower?, let upper?) where lower == upper: add("*\(lower)")
    case (let lower, let upper):
      add("*" + (lower.map { "\($0)" } ?? "") + ".." + (upper.map { "\($0)" } ?? ""))
    }
  }

  private mutating func write(_ quantifier: Quantifier?) {
    guard let quantifier else { return }
    switch (quantifier.lower, quantifier.upper) {
    case (0, nil): add("*")
    case (1, nil): add("+")
    case (let lower, nil): add("{\(lower),}")
    case (let lower, let upper?): add(lower == upper ? "{\(lower)}" : "{\(lower),\(upper)}")
    }
  }

  private mutating func write(labels: LabelExpression?) {
    guard let labels else { return }
    add(":")
    write(labels)
  }

  /// Prints labels without the colon before them.
  mutating func write(_ labels: LabelExpression) {
    switch labels {
    case .label(let name): add(name: name)
    case .wildcard: add("%")
    case .negation(let inner):
      add("!")
      write(inner, binding: 2)
    case .conjunction(let parts, let isColonForm):
      list(parts, between: isColonForm ? ":" : "&") { $0.write($1, binding: 1) }
    case .disjunction(let parts): list(parts, between: "|") { $0.write($1, binding: 0) }
    }
  }

  /// Prints labels within others, in brackets where they bind no stronger than what is around.
  private mutating func write(_ labels: LabelExpression, binding outer: Int) {
    let inner: Int
    switch labels {
    case .disjunction: inner = 0
    case .conjunction(_, let isColonForm): inner = isColonForm ? 0 : 1
    default: inner = 3
    }
    if inner <= outer { add("(") }
    write(labels)
    if inner <= outer { add(")") }
  }
}
