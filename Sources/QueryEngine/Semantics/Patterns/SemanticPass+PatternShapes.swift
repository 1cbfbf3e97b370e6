import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Adds the variables of a pattern that is searched, and checks how its paths are made.
  func bind(_ pattern: GraphPattern, _ scope: VariableScope) -> VariableScope {
    var binder = PatternBinder(pass: self, scope: scope)
    for path in pattern.paths { binder.bind(path) }
    checkSelectors(pattern)
    for path in pattern.paths {
      checkReferences(path) { name in scope[name] == nil && binder.scope[name] != nil }
    }
    return binder.scope
  }

  /// A selector chooses before the other paths of the pattern are known, which differ in their
  /// relationships; which paths were meant would be anybody's guess.
  private func checkSelectors(_ pattern: GraphPattern) {
    guard pattern.paths.count > 1,
      let path = pattern.paths.first(where: { $0.isSelective && !$0.isLegacyShortestPath })
    else { return }
    report(
      .invalidClauseComposition,
      "a path with a selector must be the only path of its pattern",
      at: path.range,
      remedy: "write the other paths in a MATCH of their own, before or after"
    )
  }

  /// What repeats can only look at itself and at what was bound before the pattern.
  private func checkReferences(_ path: PathPattern, isBoundHere: (String) -> Bool) {
    for element in path.elements {
      switch element {
      case .node: continue
      case .relationship(let relationship) where relationship.quantifier != nil:
        check(
          [relationship.properties, relationship.condition].compactMap(\.self),
          own: [relationship.variable].compactMap { $0?.name },
          isBoundHere: isBoundHere
        )
      case .relationship: continue
      case .quantified(let group) where group.quantifier != nil:
        check(
          group.path.expressions + [group.condition].compactMap(\.self),
          own: group.path.variables.map(\.name),
          isBoundHere: isBoundHere
        )
      case .quantified(let group): checkReferences(group.path, isBoundHere: isBoundHere)
      }
    }
  }

  private func check(_ expressions: [Expression], own: [String], isBoundHere: (String) -> Bool) {
    for expression in expressions {
      let names = MentionedNames.of(expression).filter { isBoundHere($0) && !own.contains($0) }
      guard let name = names.min() else { continue }
      report(
        .undefinedVariable,
        "a part that repeats cannot see variable `\(name)`, which the same pattern binds",
        at: expression.range,
        remedy: "bind it in an earlier MATCH, or compare after the pattern, in WHERE"
      )
    }
  }

  /// Checks what is in the brackets of a group.
  func checkShape(of group: QuantifiedPathPrimary) {
    if let variable = group.path.variable {
      reportShape("a part of a path in brackets cannot have a name", at: variable.range)
    }
    guard group.path.prefix == .all else {
      return reportShape(
        "a part of a path in brackets cannot have a selector",
        at: group.path.range
      )
    }
    guard group.quantifier != nil else { return }
    let chain = PathChain(group.path)
    if chain.links.isEmpty {
      reportShape("a part that repeats needs a relationship", at: group.range)
    }
    let isNested = chain.links.contains { link in
      switch link {
      case .node: false
      case .relationship(let relationship): relationship.isRepeated
      case .quantified: true
      }
    }
    if isNested { reportShape("what repeats cannot stand in a part that repeats", at: group.range) }
  }

  private func reportShape(_ message: String, at range: SourceRange) {
    report(
      .invalidRelationshipPattern,
      message,
      at: range,
      remedy: "repeat a part that is made of nodes and single relationships, as in ((a)-->(b))+"
    )
  }
}
