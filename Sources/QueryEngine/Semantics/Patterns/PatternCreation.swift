import CypherSyntax
import GraphModel

/// Checks a pattern of CREATE or MERGE and collects its variables.
///
/// A bound node may be named again where a relationship begins or ends, without anything more;
/// everything else must be new.
struct PatternCreation {
  let pass: SemanticPass
  /// The variables so far.
  var scope: VariableScope
  /// Whether the clause is MERGE.
  let isMerge: Bool

  private var clause: String { isMerge ? "MERGE" : "CREATE" }

  init(pass: SemanticPass, scope: VariableScope, isMerge: Bool) {
    self.pass = pass
    self.scope = scope
    self.isMerge = isMerge
  }

  /// Checks a path and adds its variables.
  mutating func create(_ path: PathPattern) {
    if path.prefix != .all { reportUnfit(path.range) }
    for element in path.elements {
      switch element {
      case .node(let node): create(node, isAlone: path.elements.count == 1)
      case .relationship(let relationship): create(relationship)
      case .quantified(let group): reportUnfit(group.range)
      }
    }
    if let variable = path.variable { declareNew(variable, .path) }
  }

  private mutating func create(_ node: NodePattern, isAlone: Bool) {
    checkLabels(node.labels, at: node.range)
    if let condition = node.condition { reportUnfit(condition.range) }
    checkProperties(node.properties)
    guard let variable = node.variable else { return }
    guard let type = scope[variable.name] else {
      scope.declare(variable.name, .node)
      return
    }
    if isAlone || node.labels != nil || node.properties != nil {
      pass.reportAlreadyBound(
        variable,
        hint: isAlone
          ? "leave it out, or use another name"
          : "name the bound node without labels and properties, and use SET to change it"
      )
    } else if !type.mayBe(.node) {
      pass.reportConflict(variable, type, wanted: "node")
    }
  }

  private mutating func create(_ relationship: RelationshipPattern) {
    // A bound relationship is the better thing to tell than the type that it does not need.
    let isBound = relationship.variable.map { scope[$0.name] != nil } ?? false
    if !isBound { checkForm(relationship) }
    if let condition = relationship.condition { reportUnfit(condition.range) }
    checkProperties(relationship.properties)
    if let variable = relationship.variable { declareNew(variable, .relationship) }
  }

  private mutating func declareNew(_ variable: Identifier, _ type: StaticType) {
    pass.declare(variable, type, in: &scope)
  }

  private func checkProperties(_ properties: Expression?) {
    let context = ExpressionContext(scope)
    guard case .map(let entries)? = properties?.kind else {
      pass.checkPropertyMap(properties, context, clause: isMerge ? clause : nil)
      return
    }
    for entry in entries { pass.checkPropertyValue(entry.value, pass.infer(entry.value, context)) }
  }

  /// Checks what makes a relationship unfit for being made.
  private func checkForm(_ relationship: RelationshipPattern) {
    if relationship.length != nil || relationship.quantifier != nil {
      pass.report(
        .creatingVarLength,
        "\(clause) cannot make relationships of variable length",
        at: relationship.range,
        remedy: "write each relationship out"
      )
    } else if relationship.singleType == nil {
      pass.report(
        .noSingleRelationshipType,
        "\(clause) needs exactly one type for a relationship",
        at: relationship.range,
        remedy: "write it as -[:TYPE]->"
      )
    } else if !isMerge, relationship.direction == .either {
      pass.report(
        .requiresDirectedRelationship,
        "\(clause) needs a direction for a relationship",
        at: relationship.range,
        remedy: "write --> or <--"
      )
    }
  }

  private func checkLabels(_ labels: LabelExpression?, at range: SourceRange) {
    guard let labels, !labels.isPlain else { return }
    pass.report(
      .unexpectedSyntax,
      "\(clause) can only give a node labels, not choose among them",
      at: range,
      remedy: "join labels with `:` or `&`"
    )
  }

  private func reportUnfit(_ range: SourceRange) {
    pass.report(
      .unexpectedSyntax,
      "\(clause) cannot make this",
      at: range,
      remedy: "use plain nodes and relationships"
    )
  }
}

extension RelationshipPattern {
  /// The only type it may have; `nil` where there is none or a choice.
  fileprivate var singleType: Identifier? {
    guard case .label(let type)? = types else { return nil }
    return type
  }
}

extension LabelExpression {
  /// Whether it is nothing but labels that all are meant.
  fileprivate var isPlain: Bool {
    switch self {
    case .label: true
    case .conjunction(let parts, _): parts.allSatisfy(\.isPlain)
    case .disjunction, .negation, .wildcard: false
    }
  }
}
