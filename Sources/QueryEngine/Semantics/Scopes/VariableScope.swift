/// Holds what the variables mean at one place of a query.
struct VariableScope {
  /// The variables of the statement itself, which `*` stands for.
  private(set) var variables: [String: StaticType] = [:]
  /// The variables of the surrounding query that a subquery sees everywhere.
  private(set) var outer: [String: StaticType] = [:]

  /// Makes an empty scope.
  init() {}

  /// Makes the scope in which a subquery starts that sees `outer`.
  init(outer: [String: StaticType]) { self.outer = outer }

  /// The type of a variable; `nil` where there is none of that name.
  subscript(name: String) -> StaticType? { variables[name] ?? outer[name] }

  /// All variables that may be used.
  var visible: [String: StaticType] { outer.merging(variables) { _, inner in inner } }

  /// Adds a variable, or gives it a new meaning.
  mutating func declare(_ name: String, _ type: StaticType) { variables[name] = type }

  /// Returns the scope after a projection, of which only `columns` are left.
  func projected(to columns: [String: StaticType]) -> VariableScope {
    var scope = VariableScope(outer: outer)
    scope.variables = columns
    return scope
  }

  /// Returns the scope with some variables more, which hide others of the same name.
  func adding(_ names: [String: StaticType]) -> VariableScope {
    var scope = self
    scope.variables.merge(names) { _, new in new }
    return scope
  }
}
