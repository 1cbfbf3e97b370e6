import CypherSyntax
import GraphModel

/// Collects the variables of patterns that are searched, and checks that each name stays what it is.
struct PatternBinder {
  let pass: SemanticPass
  /// The variables so far.
  var scope: VariableScope
  /// Whether new names are variables, rather than mistakes.
  var introducesVariables = true
  /// Relationship names of the same pattern, each of which is one relationship.
  private var relationships: Set<String> = []

  init(pass: SemanticPass, scope: VariableScope, introducesVariables: Bool = true) {
    self.pass = pass
    self.scope = scope
    self.introducesVariables = introducesVariables
  }

  /// Adds the variables of a path; the name of the path comes last.
  mutating func bind(_ path: PathPattern) {
    checkShortestPath(path)
    for element in path.elements {
      switch element {
      case .node(let node): bind(node)
      case .relationship(let relationship): bind(relationship)
      case .quantified(let group): bind(group)
      }
    }
    if let variable = path.variable { pass.declare(variable, .path, in: &scope) }
  }

  private mutating func bind(_ node: NodePattern) {
    guard let variable = node.variable else { return }
    bind(variable, .node, wanted: "node") { $0.mayBe(.node) }
  }

  private mutating func bind(_ relationship: RelationshipPattern) {
    guard let variable = relationship.variable else { return }
    let isKnown = scope[variable.name] != nil
    let isFit: Bool
    if relationship.isRepeated {
      isFit = bind(variable, .list(of: .relationship), wanted: "list of relationships") {
        $0.mayBe(.list) && (!$0.isList || $0.element.mayBe(.relationship))
      }
    } else {
      isFit = bind(variable, .relationship, wanted: "relationship") { $0.mayBe(.relationship) }
    }
    if !relationships.insert(variable.name).inserted, isFit, isKnown { reportRepeated(variable) }
  }

  private mutating func bind(_ group: QuantifiedPathPrimary) {
    pass.checkShape(of: group)
    guard group.quantifier != nil else { return bind(group.path) }
    var inner = PatternBinder(pass: pass, scope: scope)
    inner.bind(group.path)
    for variable in group.path.variables {
      let type = inner.scope[variable.name] ?? .any
      pass.declare(variable, .list(of: type), in: &scope)
    }
  }

  /// Adds a name, or checks what it is already; returns whether all is well.
  @discardableResult
  private mutating func bind(
    _ variable: Identifier,
    _ type: StaticType,
    wanted: String,
    isFit: (StaticType) -> Bool
  ) -> Bool {
    if let bound = scope[variable.name] {
      if isFit(bound) { return true }
      pass.reportConflict(variable, bound, wanted: wanted)
    } else if introducesVariables {
      scope.declare(variable.name, type)
      return true
    } else {
      pass.reportUndefined(variable, scope)
    }
    return false
  }

  private func reportRepeated(_ variable: Identifier) {
    pass.report(
      .relationshipUniquenessViolation,
      "relationship `\(variable.name)` stands twice in one pattern, in which all differ",
      at: variable.range,
      remedy: "use another name, or a second MATCH"
    )
  }

  private func checkShortestPath(_ path: PathPattern) {
    guard path.prefix == .shortestPath || path.prefix == .allShortestPaths else { return }
    if path.elements.count == 3, case .relationship = path.elements[1] { return }
    pass.report(
      .invalidRelationshipPattern,
      "a shortest path needs two nodes and one relationship between them",
      at: path.range,
      remedy: "write it as (a)-[*]-(b)"
    )
  }
}

extension RelationshipPattern {
  /// Whether it stands for a list of relationships.
  var isRepeated: Bool { length != nil || quantifier != nil }
}

extension PathPattern {
  /// The names in it, each once, in the order of their first places.
  var variables: [Identifier] {
    var found: [Identifier] = []
    func add(_ variable: Identifier?) {
      guard let variable, !found.contains(where: { $0.name == variable.name }) else { return }
      found.append(variable)
    }
    for element in elements {
      switch element {
      case .node(let node): add(node.variable)
      case .relationship(let relationship): add(relationship.variable)
      case .quantified(let group): group.path.variables.forEach(add)
      }
    }
    add(variable)
    return found
  }
}
