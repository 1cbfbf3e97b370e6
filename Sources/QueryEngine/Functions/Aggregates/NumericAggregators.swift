public import GraphModel

/// Adds up numbers, or durations.
public struct SumAggregator: Aggregator {
  private var integers: Int128 = 0
  private var floats = 0.0
  private var hasFloats = false
  private var durations: TemporalDuration?
  private var durationCount: Int64 = 0
  private var count: Int64 = 0

  /// Makes a sum of nothing.
  public init() {}

  /// Adds a number or a duration.
  public mutating func add(_ value: Value, parameter: Value) throws(QueryError) {
    switch value {
    case .null: return
    case .integer(let number): integers += Int128(number)
    case .float(let number):
      floats += number
      hasFloats = true
    case .duration(let duration): try add(duration)
    default: throw .argument(value, of: "sum", wanted: "numbers or durations")
    }
    count += 1
    try checkKinds()
  }

  private func checkKinds() throws(QueryError) {
    guard durations == nil || durationCount == count else {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "numbers and durations cannot be added up together"
      )
    }
  }

  private mutating func add(_ duration: TemporalDuration) throws(QueryError) {
    guard let sum = (durations ?? .zero).adding(duration) else { throw .overflow("sum()") }
    durations = sum
    durationCount += 1
  }

  /// Adds another sum.
  public mutating func merge(_ other: SumAggregator) throws(QueryError) {
    integers += other.integers
    floats += other.floats
    hasFloats = hasFloats || other.hasFloats
    count += other.count
    if let duration = other.durations {
      try add(duration)
      durationCount += other.durationCount - 1
    }
    try checkKinds()
  }

  /// The sum; 0 of nothing.
  public func result() throws(QueryError) -> Value {
    if let durations { return .duration(durations) }
    if hasFloats { return .float(floats + Double(integers)) }
    guard let number = Int64(exactly: integers) else { throw .overflow("sum()") }
    return .integer(number)
  }

  /// The mean; null of nothing.
  func mean() throws(QueryError) -> Value {
    guard count > 0 else { return .null }
    if let durations {
      guard let mean = durations.divided(by: count) else { throw .overflow("avg()") }
      return .duration(mean)
    }
    return .float((floats + Double(integers)) / Double(count))
  }
}

/// Finds the mean of numbers, or of durations.
public struct AverageAggregator: Aggregator {
  private var sum = SumAggregator()

  /// Makes a mean of nothing.
  public init() {}

  /// Adds a number or a duration.
  public mutating func add(_ value: Value, parameter: Value) throws(QueryError) {
    try sum.add(value, parameter: parameter)
  }

  /// Adds other numbers.
  public mutating func merge(_ other: AverageAggregator) throws(QueryError) {
    try sum.merge(other.sum)
  }

  /// The mean, or null if there was nothing.
  public func result() throws(QueryError) -> Value { try sum.mean() }
}

/// Finds the standard deviation of numbers in one pass.
///
/// After Welford (1962), and Chan, Golub and LeVeque (1979) for merging.
public struct DeviationAggregator: Aggregator {
  private let isSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  /// Makes an aggregator for a sample, or for all of a population.
  public init(isSample: Bool) { self.isSample = isSample }

  /// Adds a number.
  public mutating func add(_ value: Value, parameter: Value) throws(QueryError) {
    guard !value.isNull else { return }
    let number = try value.number(for: isSample ? "stDev" : "stDevP")
    count += 1
    let distance = number - mean
    mean += distance / count
    squares += distance * (number - mean)
  }

  /// Adds other numbers.
  public mutating func merge(_ other: DeviationAggregator) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let distance = other.mean - mean
    squares += other.squares + distance * distance * count * other.count / total
    mean += distance * other.count / total
    count = total
  }

  /// The deviation; 0.0 of fewer than two numbers.
  public func result() -> Value {
    guard count > 1 else { return .float(0) }
    return .float((squares / (isSample ? count - 1 : count)).squareRoot())
  }
}
