/// Knows functions whose result depends on the types of their arguments.
enum FunctionResults {
  /// Returns the type of a result, which is `otherwise` where nothing better is known.
  ///
  /// `name` is in lower case.
  static func type(
    of name: String,
    _ arguments: [InferredType],
    otherwise: InferredType
  ) -> InferredType {
    guard let first = arguments.first else { return otherwise }
    switch name {
    case "collect": return .list(of: first)
    case "head", "last": return first.isList ? first.element : otherwise
    case "tail": return first.isList ? first : otherwise
    case "reverse": return first
    case "min", "max": return first
    case "coalesce": return arguments.dropFirst().reduce(first) { $0.union($1) }
    default: return otherwise
    }
  }

  /// Returns whether a function gives something else each time; `name` is in lower case.
  static func isRandom(_ name: String) -> Bool { name == "rand" || name == "randomuuid" }
}
