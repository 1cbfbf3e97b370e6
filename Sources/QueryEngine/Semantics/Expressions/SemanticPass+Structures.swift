import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks lists, maps and access to their parts, and returns the type.
  func inferStructure(_ expression: Expression, _ context: ExpressionContext) -> StaticType {
    switch expression.kind {
    case .list(let elements):
      let none = StaticType.null
      return .list(of: elements.reduce(none) { $0.joined(with: infer($1, context)) })
    case .map(let entries):
      for entry in entries { _ = infer(entry.value, context) }
      return .map
    case .property(let base, let key):
      checkPropertyAccess(infer(base, context), key, of: base)
      return .any
    case .subscripted(let base, let index):
      return inferElement(of: base, at: index, context)
    case .slice(let list, let from, let to):
      return inferSlice(of: list, bounds: [from, to], context)
    case .mapProjection(let variable, let items):
      return inferMapProjection(variable, items, context)
    default:
      return .any
    }
  }

  private func checkPropertyAccess(_ type: StaticType, _ key: Identifier, of base: Expression) {
    guard !type.mayBe([.map, .entity, .temporal, .point]) else { return }
    report(
      .invalidArgumentType,
      "\(named(type)) has no property `\(key.name)`",
      at: base.range,
      // A path is known to be one from its pattern alone, so the kit calls it a matter of syntax.
      kind: type.mayBe(.path) ? .syntaxError : .typeError,
      remedy: "use a node, a relationship or a map"
    )
  }

  private func inferElement(
    of base: Expression,
    at index: Expression,
    _ context: ExpressionContext
  ) -> StaticType {
    let type = infer(base, context)
    let position = infer(index, context)
    if !type.mayBe([.list, .map, .entity]) {
      reportAccess("\(named(type)) has no elements", at: base.range, remedy: "use a list or a map")
    } else if type.isList, !position.mayBe(.integer) {
      reportAccess(
        "the place of an element in a list must be an integer, not \(named(position))",
        at: index.range,
        remedy: "count from 0, or from -1 at the end"
      )
    }
    return type.isList ? type.element : .any
  }

  private func reportAccess(_ message: String, at range: SourceRange, remedy: String) {
    report(.invalidArgumentType, message, at: range, kind: .typeError, remedy: remedy)
  }

  private func inferSlice(
    of list: Expression,
    bounds: [Expression?],
    _ context: ExpressionContext
  ) -> StaticType {
    let type = infer(list, context)
    for bound in bounds { if let bound { _ = infer(bound, context) } }
    if !type.mayBe(.list) {
      reportAccess("\(named(type)) has no elements", at: list.range, remedy: "use a list")
    }
    return type.isList ? type : StaticType(.list)
  }

  private func inferMapProjection(
    _ variable: Identifier,
    _ items: [MapProjectionItem],
    _ context: ExpressionContext
  ) -> StaticType {
    let type = checkVariable(variable, context.scope)
    require(type, [.map, .entity], of: variable.range, "what a map projection is made of")
    for item in items {
      switch item {
      case .property, .allProperties: break
      case .entry(let entry): _ = infer(entry.value, context)
      case .variable(let name): _ = checkVariable(name, context.scope)
      }
    }
    return .map
  }
}
