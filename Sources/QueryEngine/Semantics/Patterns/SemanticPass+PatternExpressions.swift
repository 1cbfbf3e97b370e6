import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks the property maps and conditions of a pattern whose variables are in scope.
  ///
  /// `clause` is named where a parameter stands for a property map.
  func checkPatternExpressions(_ path: PathPattern, _ context: ExpressionContext, clause: String) {
    for element in path.elements {
      switch element {
      case .node(let node):
        checkPropertyMap(node.properties, context, clause: clause)
        if let condition = node.condition { checkCondition(condition, context) }
      case .relationship(let relationship):
        checkRelationship(relationship, context, clause: clause)
      case .quantified(let group):
        checkGroup(group, context, clause: clause)
      }
    }
  }

  /// Checks a property map in a pattern, which cannot be a parameter in `clause`.
  func checkPropertyMap(_ map: Expression?, _ context: ExpressionContext, clause: String?) {
    guard let map else { return }
    if case .parameter(let name) = map.kind, let clause {
      report(
        .invalidParameterUse,
        "parameter `$\(name)` cannot stand for the property map of a pattern in \(clause)",
        at: map.range,
        remedy: "name the properties, as in {name: $\(name).name}"
      )
      return
    }
    require(infer(map, context), .map, of: map.range, "the properties of a pattern")
  }

  private func checkRelationship(
    _ relationship: RelationshipPattern,
    _ context: ExpressionContext,
    clause: String
  ) {
    checkPropertyMap(relationship.properties, context, clause: clause)
    guard let condition = relationship.condition else { return }
    var inner = context
    if relationship.isRepeated, let variable = relationship.variable {
      inner.scope = context.scope.adding([variable.name: .relationship])
    }
    checkCondition(condition, inner)
  }

  /// In a repeated group its variables are single, outside they are lists.
  private func checkGroup(
    _ group: QuantifiedPathPrimary,
    _ context: ExpressionContext,
    clause: String
  ) {
    var inner = context
    if group.quantifier != nil {
      inner.scope = context.scope.adding(singleTypes(of: group.path))
    }
    checkPatternExpressions(group.path, inner, clause: clause)
    if let condition = group.condition { checkCondition(condition, inner) }
  }

  private func singleTypes(of path: PathPattern) -> [String: StaticType] {
    var types: [String: StaticType] = [:]
    for element in path.elements {
      switch element {
      case .node(let node):
        if let variable = node.variable { types[variable.name] = .node }
      case .relationship(let relationship):
        guard let variable = relationship.variable else { continue }
        types[variable.name] =
          relationship.isRepeated ? .list(of: .relationship) : .relationship
      case .quantified(let group):
        for (name, type) in singleTypes(of: group.path) {
          types[name] = group.quantifier == nil ? type : .list(of: type)
        }
      }
    }
    if let variable = path.variable { types[variable.name] = .path }
    return types
  }
}
