import GraphModel

/// Functions that round numbers; all give floats.
enum RoundingFunctions {
  private static let modes = [
    "UP", "DOWN", "CEILING", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN",
  ]

  static let entries: [FunctionEntry] = [
    FunctionEntry("ceil", [.init("number", .number)], gives: .float) {
      (arguments, _) throws(QueryError) in
      .float(try arguments[0].number(for: "ceil").rounded(.up))
    },
    FunctionEntry("ceiling", [.init("number", .number)], gives: .float) {
      (arguments, _) throws(QueryError) in
      .float(try arguments[0].number(for: "ceiling").rounded(.up))
    },
    FunctionEntry("floor", [.init("number", .number)], gives: .float) {
      (arguments, _) throws(QueryError) in
      .float(try arguments[0].number(for: "floor").rounded(.down))
    },
    FunctionEntry(
      "round",
      [.init("number", .number), .init("precision", .number), .init("mode", .string)],
      optional: 2,
      gives: .float,
      evaluate: round
    ),
  ]

  private static func round(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let number = try arguments[0].number(for: "round")
    guard arguments.count > 1 else {
      // Without a precision halves go up, also below zero.
      let whole = number.rounded(.down)
      return .float(number - whole >= 0.5 ? whole + 1 : whole)
    }
    let precision = try arguments[1].integer(for: "round")
    guard precision >= 0 else {
      throw .argument(arguments[1], of: "round", wanted: "a precision that is not negative")
    }
    let mode = arguments.count == 3 ? try arguments[2].string(for: "round") : "HALF_UP"
    guard modes.contains(mode) else {
      throw .argument(arguments[2], of: "round", wanted: modes.joined(separator: ", "))
    }
    return .float(round(number, places: Int(clamping: precision), mode: mode))
  }

  /// Rounds the decimal digits that the number is written with, not its bits.
  private static func round(_ number: Double, places: Int, mode: String) -> Double {
    guard let decimal = DecimalNumber(number), places < 18 else { return number }
    let scale = (0..<places).reduce(Int128(1)) { product, _ in product * 10 }
    guard decimal.denominator > scale else { return number }
    let unit = decimal.denominator / scale
    let (whole, rest) = decimal.numerator.quotientAndRemainder(dividingBy: unit)
    guard rest != 0 else { return number }
    let isNegative = decimal.numerator < 0
    let isAway = goesAway(twice: rest.magnitude * 2, unit.magnitude, whole, isNegative, mode)
    let rounded = isAway ? whole + (isNegative ? -1 : 1) : whole
    return Double("\(rounded)e-\(places)") ?? number
  }

  /// Tells whether a rest goes away from zero.
  private static func goesAway(
    twice rest: UInt128,
    _ unit: UInt128,
    _ whole: Int128,
    _ isNegative: Bool,
    _ mode: String
  ) -> Bool {
    switch mode {
    case "UP": true
    case "DOWN": false
    case "CEILING": !isNegative
    case "FLOOR": isNegative
    case "HALF_UP": rest >= unit
    case "HALF_DOWN": rest > unit
    default: rest > unit || rest == unit && whole % 2 != 0
    }
  }
}
