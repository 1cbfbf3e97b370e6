import GraphModel

/// Functions that turn values of one type into another.
enum ConversionFunctions {
  /// Converts a value; nothing if it is of a type that cannot be converted, null if it can but its
  /// text names no such value.
  typealias Conversion = @Sendable (Value) -> Value?

  private static let printable = StaticType([
    .boolean, .integer, .float, .string, .date, .localTime, .time, .localDateTime, .dateTime,
    .duration, .point,
  ])
  private static let plain = StaticType([.boolean, .integer, .float, .string])

  static let entries: [FunctionEntry] =
    conversions("Integer", plain, .integer, wanted: "a number, a boolean or a string", toInteger)
    + conversions(
      "Float",
      StaticType([.integer, .float, .string]),
      .float,
      wanted: "a number or a string",
      toFloat
    )
    + conversions(
      "Boolean",
      StaticType([.boolean, .integer, .string]),
      .boolean,
      wanted: "a boolean, an integer or a string",
      toBoolean
    )
    + conversions(
      "String",
      printable,
      .string,
      wanted: "a number, a boolean, a string, a temporal value or a point",
      toString
    )

  private static func conversions(
    _ type: String,
    _ argument: StaticType,
    _ result: StaticType,
    wanted: String,
    _ convert: @escaping Conversion
  ) -> [FunctionEntry] {
    [
      FunctionEntry("to\(type)", [.init("value", argument)], gives: result) {
        (arguments, _) throws(QueryError) in
        guard let value = convert(arguments[0]) else {
          throw .argument(arguments[0], of: "to\(type)", wanted: wanted)
        }
        return value
      },
      FunctionEntry("to\(type)OrNull", [.init("value", .any)], gives: result) {
        (arguments, _) throws(QueryError) in convert(arguments[0]) ?? .null
      },
      FunctionEntry("to\(type)List", [.init("list", .list)], gives: .list(of: result.nullable)) {
        (arguments, _) throws(QueryError) in
        .list(try arguments[0].list(for: "to\(type)List").map { convert($0) ?? .null })
      },
    ]
  }

  @Sendable private static func toInteger(_ value: Value) -> Value? {
    switch value {
    case .integer, .null: return value
    case .boolean(let truth): return .integer(truth ? 1 : 0)
    case .float(let number): return truncated(number)
    case .string(let text):
      let digits = trimmed(text)
      if let number = Int64(digits) { return .integer(number) }
      return decimal(digits).map(truncated) ?? .null
    default: return nil
    }
  }

  private static func truncated(_ number: Double) -> Value {
    Int64(exactly: number.rounded(.towardZero)).map(Value.integer) ?? .null
  }

  @Sendable private static func toFloat(_ value: Value) -> Value? {
    switch value {
    case .float, .null: value
    case .integer(let number): .float(Double(number))
    case .string(let text): decimal(trimmed(text)).map(Value.float) ?? .null
    default: nil
    }
  }

  @Sendable private static func toBoolean(_ value: Value) -> Value? {
    switch value {
    case .boolean, .null: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      switch trimmed(text).lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    default: return nil
    }
  }

  @Sendable private static func toString(_ value: Value) -> Value? {
    switch value {
    case .null: .null
    case .list, .map, .node, .relationship, .path: nil
    default: .string(value.text)
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    var rest = scalars
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// Reads a decimal number, where `Double(_:)` would also take hexadecimal digits and `nan(7)`.
  private static func decimal(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity", "+Infinity": .infinity
    case "-Infinity": -.infinity
    default: text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) } ? Double(text) : nil
    }
  }
}
