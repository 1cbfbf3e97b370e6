import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Reports a value whose type cannot be right.
  func require(
    _ type: StaticType,
    _ wanted: StaticType.Kinds,
    of range: SourceRange,
    _ what: String
  ) {
    guard !type.mayBe(wanted) else { return }
    report(
      .invalidArgumentType,
      "\(what) must be \(StaticType(wanted)), not \(StaticType(type.kinds))",
      at: range,
      remedy: "use a value of another type, or convert it"
    )
  }

  /// Returns a type with its article.
  func named(_ type: StaticType) -> String {
    let name = "\(type)"
    return (name.first.map { "AEIOU".contains($0) } ?? false ? "an " : "a ") + name
  }

  /// Reports a name that means nothing here.
  func reportUndefined(_ variable: Identifier, _ scope: VariableScope) {
    let known = scope.visible.keys
    report(
      .undefinedVariable,
      "variable `\(variable.name)` is not defined",
      at: variable.range,
      remedy: known.isEmpty
        ? "bind it first, with MATCH, UNWIND or WITH"
        : "bind it first; in scope are \(listed(known))",
      candidates: NearMiss.candidates(for: variable.name, among: known)
    )
  }

  /// Reports a name that is another kind of thing already.
  func reportConflict(_ variable: Identifier, _ bound: StaticType, wanted: String) {
    report(
      .variableTypeConflict,
      "variable `\(variable.name)` is \(named(bound)) and cannot be a \(wanted) here",
      at: variable.range,
      remedy: "use another name"
    )
  }

  /// Reports a parameter that was not given.
  func reportMissingParameter(_ name: String, at range: SourceRange) {
    report(
      .missingParameter,
      "parameter `$\(name)` is missing",
      at: range,
      remedy: "give a value for it",
      candidates: NearMiss.candidates(for: name, among: parameters ?? [])
    )
  }

  private func listed(_ names: some Collection<String>) -> String {
    let sorted = names.sorted().prefix(8).map { "`\($0)`" }
    return sorted.joined(separator: ", ") + (names.count > 8 ? ", …" : "")
  }
}
