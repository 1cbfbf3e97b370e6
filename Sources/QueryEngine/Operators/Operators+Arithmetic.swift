import Foundation
public import GraphModel

extension Operators {
  /// `left + right`: of numbers, strings, lists, durations, and a duration to a day or time.
  ///
  /// A value that is no list is put at the end or the beginning of one; a string takes in numbers
  /// and booleans.
  public static func add(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let one), .integer(let other)):
      let (sum, overflow) = one.addingReportingOverflow(other)
      guard !overflow else { throw .overflow("\(one) + \(other)") }
      return .integer(sum)
    case (.list(let one), .list(let other)): return .list(one + other)
    case (.list(let one), _): return .list(one + [right])
    case (_, .list(let other)): return .list([left] + other)
    default: break
    }
    if let one = left.number, let other = right.number { return .float(one + other) }
    if let text = concatenated(left, right) { return text }
    return try temporalSum(left, right)
  }

  private static func concatenated(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.string(let one), .string(let other)): .string(one + other)
    case (.string(let one), .integer), (.string(let one), .float), (.string(let one), .boolean):
      .string(one + right.text)
    case (.integer, .string(let other)), (.float, .string(let other)),
      (.boolean, .string(let other)):
      .string(left.text + other)
    default: nil
    }
  }

  /// `left - right`: of numbers and durations, and a duration from a day or time.
  public static func subtract(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let one), .integer(let other)):
      let (difference, overflow) = one.subtractingReportingOverflow(other)
      guard !overflow else { throw .overflow("\(one) - \(other)") }
      return .integer(difference)
    default: break
    }
    if let one = left.number, let other = right.number { return .float(one - other) }
    return try temporalDifference(left, right)
  }

  /// `left * right`: of numbers, and a duration by a number.
  public static func multiply(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let one), .integer(let other)):
      let (product, overflow) = one.multipliedReportingOverflow(by: other)
      guard !overflow else { throw .overflow("\(one) * \(other)") }
      return .integer(product)
    case (.duration(let duration), _): return try scale(duration, by: right, left, right)
    case (_, .duration(let duration)): return try scale(duration, by: left, left, right)
    default: break
    }
    guard let one = left.number, let other = right.number else {
      throw mismatch("*", left, right)
    }
    return .float(one * other)
  }

  /// `left / right`: of numbers, and a duration by a number; integers drop the rest.
  public static func divide(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let one), .integer(let other)):
      guard other != 0 else { throw divisionByZero(one, "/") }
      let (quotient, overflow) = one.dividedReportingOverflow(by: other)
      guard !overflow else { throw .overflow("\(one) / \(other)") }
      return .integer(quotient)
    case (.duration(let duration), _): return try split(duration, by: right, left)
    default: break
    }
    guard let one = left.number, let other = right.number else {
      throw mismatch("/", left, right)
    }
    return .float(one / other)
  }

  /// `left % right`: what division leaves, with the sign of `left`.
  public static func remainder(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let one), .integer(let other)):
      guard other != 0 else { throw divisionByZero(one, "%") }
      return .integer(other == -1 ? 0 : one % other)
    default: break
    }
    guard let one = left.number, let other = right.number else {
      throw mismatch("%", left, right)
    }
    return .float(one.truncatingRemainder(dividingBy: other))
  }

  /// `left ^ right`, a float.
  public static func power(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    if left.isNull || right.isNull { return .null }
    guard let one = left.number, let other = right.number else {
      throw mismatch("^", left, right)
    }
    return .float(pow(one, other))
  }

  /// `-value`: of a number or a duration.
  public static func negate(_ value: Value) throws(QueryError) -> Value {
    switch value {
    case .null: return .null
    case .integer(let number):
      guard number != .min else { throw .overflow("-(\(number))") }
      return .integer(-number)
    case .float(let number): return .float(-number)
    case .duration(let duration):
      guard let negated = duration.negated else { throw .overflow("-(\(duration))") }
      return .duration(negated)
    default: throw unary("-", value)
    }
  }

  /// `+value`: the same number or duration.
  public static func plus(_ value: Value) throws(QueryError) -> Value {
    switch value {
    case .null, .integer, .float, .duration: return value
    default: throw unary("+", value)
    }
  }

  private static func unary(_ symbol: String, _ value: Value) -> QueryError {
    QueryError(
      .invalidArgumentValue,
      .runtime,
      "'\(symbol)' cannot take \(value.typeName) \(value.text.prefix(60))"
    )
  }

  private static func divisionByZero(_ number: Int64, _ symbol: String) -> QueryError {
    QueryError(
      .divisionByZero,
      .runtime,
      "\(number) \(symbol) 0 has no result",
      remedy: "divide by 0.0 to get infinity or not-a-number"
    )
  }
}
