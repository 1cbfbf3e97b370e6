public import GraphModel

/// Counts the values that are not null.
public struct CountAggregator: Aggregator {
  private var count: Int64 = 0

  /// Makes a counter at zero.
  public init() {}

  /// Counts a value.
  public mutating func add(_ value: Value, parameter: Value) { if !value.isNull { count += 1 } }

  /// Adds another count.
  public mutating func merge(_ other: CountAggregator) { count += other.count }

  /// The number of values.
  public func result() -> Value { .integer(count) }
}

/// Collects the values that are not null into a list.
public struct CollectAggregator: Aggregator {
  private var values: [Value] = []

  /// Makes an empty list.
  public init() {}

  /// Appends a value.
  public mutating func add(_ value: Value, parameter: Value) {
    if !value.isNull { values.append(value) }
  }

  /// Appends another list.
  public mutating func merge(_ other: CollectAggregator) { values += other.values }

  /// The list.
  public func result() -> Value { .list(values) }
}

/// Finds the first or last value in the global order.
public struct ExtremeAggregator: Aggregator {
  private let wanted: Ordering
  private let name: String
  private var extreme: Value = .null

  /// Makes an aggregator that keeps the value which is `wanted` of all others.
  public init(_ wanted: Ordering, name: String) {
    self.wanted = wanted
    self.name = name
  }

  /// Keeps the value if it is more extreme than those before.
  public mutating func add(_ value: Value, parameter: Value) {
    guard !value.isNull else { return }
    if extreme.isNull || value.ordering(to: extreme) == wanted { extreme = value }
  }

  /// Keeps the more extreme of two values.
  public mutating func merge(_ other: ExtremeAggregator) {
    add(other.extreme, parameter: .null)
  }

  /// The value, or null if there was none.
  public func result() -> Value { extreme }
}

/// Collects numbers and finds the one below which a part of them lies.
public struct PercentileAggregator: Aggregator {
  private let isContinuous: Bool
  private var values: [Value] = []
  private var percentile: Double?

  /// Makes an aggregator that interpolates, or that gives one of the numbers.
  public init(isContinuous: Bool) { self.isContinuous = isContinuous }

  private var name: String { isContinuous ? "percentileCont" : "percentileDisc" }

  /// Adds a number; the percentile of the first row counts.
  public mutating func add(_ value: Value, parameter: Value) throws(QueryError) {
    if !parameter.isNull {
      let number = try parameter.number(for: name)
      guard (0...1).contains(number) else {
        throw QueryError(
          .numberOutOfRange,
          .runtime,
          "\(name)() takes a percentile from 0.0 to 1.0, not \(number)"
        )
      }
      percentile = percentile ?? number
    }
    guard !value.isNull else { return }
    _ = try value.number(for: name)
    values.append(value)
  }

  /// Adds other numbers.
  public mutating func merge(_ other: PercentileAggregator) {
    values += other.values
    percentile = percentile ?? other.percentile
  }

  /// The number, or null if there was none.
  public func result() -> Value {
    guard let percentile, !values.isEmpty else { return .null }
    let sorted = values.sorted { $0.ordering(to: $1) == .before }
    guard isContinuous else {
      let place = percentile * Double(sorted.count)
      let whole = Int(place)
      return sorted[Double(whole) == place && whole > 0 ? whole - 1 : min(whole, sorted.count - 1)]
    }
    let place = percentile * Double(sorted.count - 1)
    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    guard let first = sorted[low].number, let second = sorted[high].number else { return .null }
    return .float(low == high ? first : first + (second - first) * (place - Double(low)))
  }
}
