import CypherSyntax

/// Looks nodes up by a property instead of looking at all of them: a filter by equality, by IN, by
/// STARTS WITH, by a Levenshtein distance or by words on a scan becomes NodeIndexSeek.
///
/// What the property is compared with must be known before the scan and must not raise an error. The
/// predicate of IN stays, since it reports a right side that is no list, and those of a distance and
/// of words, since the search finds more.
struct SeekByProperty: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard case .filter(let scan, let predicates) = plan else { return nil }
    let (child, node, label): (LogicalPlan, Slot, String?)
    switch scan {
    case .nodeByLabelScan(let below, let slot, let name): (child, node, label) = (below, slot, name)
    case .allNodesScan(let below, let slot): (child, node, label) = (below, slot, nil)
    default: return nil
    }
    let nodes = child.filledNodes
    for (index, predicate) in predicates.enumerated() {
      guard var seek = self.seek(predicate, node, nodes) else { continue }
      seek.label = label
      var others = predicates
      if seek.comparison == .equal || seek.comparison == .prefix { others.remove(at: index) }
      let found = LogicalPlan.nodeIndexSeek(child, seek)
      return others.isEmpty ? found : .filter(found, others)
    }
    return nil
  }

  private func seek(_ predicate: ScopedExpression, _ node: Slot, _ nodes: Set<Slot>)
    -> LogicalPlan.NodeIndexSeek?
  {
    switch predicate.expression.withoutParentheses.kind {
    case .comparison(let operands, let signs) where signs == [.equal]:
      return seek(operands[0], operands[1], predicate.scope, node, nodes)
        ?? seek(operands[1], operands[0], predicate.scope, node, nodes)
    case .comparison(let operands, let signs) where signs == [.lessOrEqual]:
      return distanceSeek(operands[0], operands[1], predicate.scope, node, nodes)
    case .binary(.in, let property, let list):
      return seek(property, list, predicate.scope, node, nodes, .oneOf)
    case .binary(.startsWith, let property, let prefix):
      return seek(property, prefix, predicate.scope, node, nodes, .prefix)
    case .function(let name, false, let texts):
      guard name.count == 1, name[0].name.lowercased() == WordFunctions.hasWords, texts.count == 2
      else { return nil }
      return seek(texts[0], texts[1], predicate.scope, node, nodes, .words)
    default: return nil
    }
  }

  /// `levenshtein(n.key, value) <= limit`, the arguments in either order.
  private func distanceSeek(
    _ call: Expression,
    _ limit: Expression,
    _ scope: Scope,
    _ node: Slot,
    _ nodes: Set<Slot>
  ) -> LogicalPlan.NodeIndexSeek? {
    guard case .function(let name, false, let texts) = call.withoutParentheses.kind,
      name.count == 1, name[0].name.lowercased() == TextDistanceFunctions.levenshtein,
      texts.count == 2, isKnown(limit, scope, node, nodes)
    else { return nil }
    let comparison = LogicalPlan.NodeIndexSeek.Comparison.withinDistance(
      ScopedExpression(limit, in: scope)
    )
    return seek(texts[0], texts[1], scope, node, nodes, comparison)
      ?? seek(texts[1], texts[0], scope, node, nodes, comparison)
  }

  private func seek(
    _ property: Expression,
    _ value: Expression,
    _ scope: Scope,
    _ node: Slot,
    _ nodes: Set<Slot>,
    _ comparison: LogicalPlan.NodeIndexSeek.Comparison = .equal
  ) -> LogicalPlan.NodeIndexSeek? {
    guard let (variable, key) = property.variableProperty, scope.slots[variable] == node,
      isKnown(value, scope, node, nodes)
    else { return nil }
    return LogicalPlan.NodeIndexSeek(
      node: node,
      label: nil,
      key: key,
      value: ScopedExpression(value, in: scope),
      comparison: comparison
    )
  }

  /// Whether a value is there before the node is, and cannot raise an error.
  private func isKnown(_ value: Expression, _ scope: Scope, _ node: Slot, _ nodes: Set<Slot>)
    -> Bool
  {
    switch value.withoutParentheses.kind {
    case .literal, .parameter: return true
    case .variable(let name): return scope.slots[name] != node
    case .list(let elements):
      return elements.allSatisfy { isKnown($0, scope, node, nodes) }
    case .property:
      guard let slot = value.variableProperty.flatMap({ scope.slots[$0.variable] }) else {
        return false
      }
      return slot != node && nodes.contains(slot)
    default: return false
    }
  }
}
