import Foundation
import GraphModel

/// Functions of numbers that keep their kind, and random numbers.
enum MathematicalFunctions {
  static let entries: [FunctionEntry] = [
    FunctionEntry(
      "abs",
      [.init("number", .number)],
      result: { $0[0].nullable },
      evaluate: absolute
    ),
    FunctionEntry("sign", [.init("number", .number)], gives: .integer, evaluate: sign),
    FunctionEntry("isNaN", [.init("number", .number)], gives: .boolean, evaluate: isNaN),
    FunctionEntry("rand", gives: .float, isDeterministic: false) {
      (_, context) throws(QueryError) in .float(context.random.unitInterval())
    },
    FunctionEntry("randomUUID", gives: .string, isDeterministic: false) {
      (_, context) throws(QueryError) in .string(randomUUID(context.random))
    },
  ]

  private static func absolute(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    guard case .integer(let number) = arguments[0] else {
      return .float(try arguments[0].number(for: "abs").magnitude)
    }
    guard number != .min else { throw .overflow("abs(\(number))") }
    return .integer(number < 0 ? -number : number)
  }

  private static func sign(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let number = try arguments[0].number(for: "sign")
    return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
  }

  private static func isNaN(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    .boolean(try arguments[0].number(for: "isNaN").isNaN)
  }

  private static func randomUUID(_ random: RandomSource) -> String {
    let high = random.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    return text
  }
}

/// Functions that give a float for every number.
enum LogarithmicFunctions {
  static let entries: [FunctionEntry] =
    functions.map { name, function in
      FunctionEntry(name, [.init("number", .number)], gives: .float) {
        (arguments, _) throws(QueryError) in
        .float(function(try arguments[0].number(for: name)))
      }
    } + [
      FunctionEntry("atan2", [.init("y", .number), .init("x", .number)], gives: .float) {
        (arguments, _) throws(QueryError) in
        .float(atan2(try arguments[0].number(for: "atan2"), try arguments[1].number(for: "atan2")))
      },
      FunctionEntry("pi", gives: .float) { (_, _) throws(QueryError) in .float(.pi) },
      FunctionEntry("e", gives: .float) { (_, _) throws(QueryError) in .float(M_E) },
    ]

  private static let functions: [(String, @Sendable (Double) -> Double)] = [
    ("sqrt", { $0.squareRoot() }), ("exp", { exp($0) }), ("log", { log($0) }),
    ("log10", { log10($0) }), ("sin", { sin($0) }), ("cos", { cos($0) }), ("tan", { tan($0) }),
    ("cot", { 1 / tan($0) }), ("asin", { asin($0) }), ("acos", { acos($0) }),
    ("atan", { atan($0) }), ("sinh", { sinh($0) }), ("cosh", { cosh($0) }), ("tanh", { tanh($0) }),
    ("coth", { 1 / tanh($0) }), ("degrees", { $0 * 180 / .pi }), ("radians", { $0 * .pi / 180 }),
    ("haversin", { (1 - cos($0)) / 2 }),
  ]
}
