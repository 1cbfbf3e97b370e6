import GraphModel

/// Functions of values of any type.
enum ScalarFunctions {
  static let entries: [FunctionEntry] = [
    FunctionEntry(
      "coalesce",
      [.init("value", .any)],
      isVariadic: true,
      result: { types in types.dropFirst().reduce(types.first ?? .null) { $0.union($1) } },
      isStrict: false
    ) { (arguments, _) throws(QueryError) in arguments.first { !$0.isNull } ?? .null },
    FunctionEntry(
      "nullIf",
      [.init("value", .any), .init("other", .any)],
      result: { $0[0].nullable },
      isStrict: false
    ) { (arguments, _) throws(QueryError) in
      arguments[0].equals(arguments[1]) == true ? .null : arguments[0]
    },
    FunctionEntry("valueType", [.init("value", .any)], gives: .string, isStrict: false) {
      (arguments, _) throws(QueryError) in .string(type(of: arguments[0]))
    },
    FunctionEntry("exists", [.init("value", .any)], gives: .boolean, isStrict: false) {
      (arguments, _) throws(QueryError) in .boolean(!arguments[0].isNull)
    },
    FunctionEntry("timestamp", gives: .integer) {
      (_, context) throws(QueryError) in
      try Value.dateTime(context.clock.statement).component("epochMillis") ?? .null
    },
  ]

  /// Writes the type as `valueType` does: `LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL`.
  private static func type(of value: Value) -> String {
    switch value {
    case .null: return "NULL"
    case .list(let values):
      let types = Set(values.map(type)).sorted()
      return "LIST<\(types.isEmpty ? "NOTHING" : types.joined(separator: " | "))> NOT NULL"
    default: return value.typeName + " NOT NULL"
    }
  }
}
