public import GraphModel

/// Collects the values of a group into one; one for every group.
///
/// The caller keeps values apart for DISTINCT, by equivalence, before it adds them.
public protocol Aggregator: Sendable {
  /// Adds the value of one row; `parameter` is the second argument, or null.
  mutating func add(_ value: Value, parameter: Value) throws(QueryError)
  /// Adds what another aggregator of the same group has collected after this one.
  mutating func merge(_ other: Self) throws(QueryError)
  /// The value of the group.
  func result() throws(QueryError) -> Value
}

extension Aggregator {
  /// Adds the value of one row.
  public mutating func add(_ value: Value) throws(QueryError) {
    try add(value, parameter: .null)
  }

  /// Adds what another aggregator has collected; one of another kind is left out.
  public mutating func merge(any other: any Aggregator) throws(QueryError) {
    if let other = other as? Self { try merge(other) }
  }
}

/// Describes an aggregate function.
public struct AggregateEntry: SignatureChecking, Sendable {
  /// The name as documentation writes it.
  public let name: String
  /// The arguments.
  public let parameters: [FunctionEntry.Parameter]
  /// What the function gives for arguments of certain types.
  public let result: @Sendable ([StaticType]) -> StaticType
  /// Makes the aggregator of a new group.
  public let make: @Sendable () -> any Aggregator

  /// Describes an aggregate.
  public init(
    _ name: String,
    _ parameters: [FunctionEntry.Parameter],
    result: @escaping @Sendable ([StaticType]) -> StaticType,
    make: @escaping @Sendable () -> any Aggregator
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.make = make
  }

  /// How many arguments are allowed.
  public var argumentCounts: ClosedRange<Int> { parameters.count...parameters.count }
}

/// The aggregates that are built in; for `count(*)` add any value but null to a `CountAggregator`.
enum AggregateFunctions {
  private static let summable = StaticType([.integer, .float, .duration])

  static let entries: [AggregateEntry] = [
    AggregateEntry("count", [.init("value", .any)], result: { _ in .integer }) {
      CountAggregator()
    },
    AggregateEntry("collect", [.init("value", .any)], result: { .list(of: $0[0]) }) {
      CollectAggregator()
    },
    AggregateEntry("min", [.init("value", .any)], result: { $0[0].nullable }) {
      ExtremeAggregator(.before, name: "min")
    },
    AggregateEntry("max", [.init("value", .any)], result: { $0[0].nullable }) {
      ExtremeAggregator(.after, name: "max")
    },
    AggregateEntry("sum", [.init("number", summable)], result: { $0[0] }) { SumAggregator() },
    AggregateEntry(
      "avg",
      [.init("number", summable)],
      result: { types in
        types[0].kinds.contains(.duration)
          ? StaticType([.float, .duration, .null]) : .float.nullable
      }
    ) { AverageAggregator() },
    AggregateEntry("stDev", [.init("number", .number)], result: { _ in .float }) {
      DeviationAggregator(isSample: true)
    },
    AggregateEntry("stDevP", [.init("number", .number)], result: { _ in .float }) {
      DeviationAggregator(isSample: false)
    },
    AggregateEntry(
      "percentileCont",
      [.init("number", .number), .init("percentile", .number)],
      result: { _ in .float.nullable }
    ) { PercentileAggregator(isContinuous: true) },
    AggregateEntry(
      "percentileDisc",
      [.init("number", .number), .init("percentile", .number)],
      result: { $0[0].nullable }
    ) { PercentileAggregator(isContinuous: false) },
  ]
}
