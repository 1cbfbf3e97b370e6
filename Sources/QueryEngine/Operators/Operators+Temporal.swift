import GraphModel

extension Operators {
  /// Adds a duration to a temporal value, or two durations.
  static func temporalSum(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.duration(let one), .duration(let other)):
      guard let sum = one.adding(other) else { throw .overflow("\(one) + \(other)") }
      return .duration(sum)
    case (_, .duration(let duration)): return try move(left, by: duration, "+", left, right)
    case (.duration(let duration), _): return try move(right, by: duration, "+", left, right)
    default: throw mismatch("+", left, right)
    }
  }

  /// Subtracts a duration from a temporal value or from a duration.
  static func temporalDifference(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    guard case .duration(let duration) = right else { throw mismatch("-", left, right) }
    if case .duration(let one) = left {
      guard let difference = one.subtracting(duration) else {
        throw .overflow("\(one) - \(duration)")
      }
      return .duration(difference)
    }
    guard let back = duration.negated else { throw .overflow("-(\(duration))") }
    return try move(left, by: back, "-", left, right)
  }

  private static func move(
    _ value: Value,
    by duration: TemporalDuration,
    _ symbol: String,
    _ left: Value,
    _ right: Value
  ) throws(QueryError) -> Value {
    let moved: Value?
    switch value {
    case .date(let day): moved = day.adding(duration).map(Value.date)
    case .localTime(let time): moved = .localTime(time.adding(duration))
    case .time(let time): moved = .time(time.adding(duration))
    case .localDateTime(let time): moved = time.adding(duration).map(Value.localDateTime)
    case .dateTime(let time): moved = time.adding(duration).map(Value.dateTime)
    default: throw mismatch(symbol, left, right)
    }
    guard let moved else { throw outOfRange(symbol) }
    return moved
  }

  static func scale(
    _ duration: TemporalDuration,
    by factor: Value,
    _ left: Value,
    _ right: Value
  ) throws(QueryError) -> Value {
    let product: TemporalDuration?
    switch factor {
    case .integer(let number): product = duration.multiplied(by: number)
    case .float(let number): product = duration.multiplied(by: number)
    default: throw mismatch("*", left, right)
    }
    guard let product else { throw .overflow("\(left.text) * \(right.text)") }
    return .duration(product)
  }

  static func split(_ duration: TemporalDuration, by divisor: Value, _ left: Value)
    throws(QueryError) -> Value
  {
    let quotient: TemporalDuration?
    switch divisor {
    case .integer(let number): quotient = duration.divided(by: number)
    case .float(let number): quotient = duration.divided(by: number)
    default: throw mismatch("/", left, divisor)
    }
    if let quotient { return .duration(quotient) }
    if divisor.number == 0 {
      throw QueryError(.divisionByZero, .runtime, "\(duration) / 0 has no result")
    }
    throw .overflow("\(left.text) / \(divisor.text)")
  }
}
