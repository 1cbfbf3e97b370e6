public import GraphModel

/// Finds the functions of the query language by name, in any case.
public struct FunctionCatalog: Sendable {
  /// Every function that is built in.
  public static let standard = FunctionCatalog(
    functions: GraphFunctions.entries + ListFunctions.entries + StringFunctions.entries
      + TextDistanceFunctions.entries + WordFunctions.entries + TrimFunctions.entries
      + MathematicalFunctions.entries
      + RoundingFunctions.entries
      + LogarithmicFunctions.entries + ConversionFunctions.entries + ScalarFunctions.entries
      + TemporalFunctions.entries + DurationFunctions.entries + SpatialFunctions.entries
      + EvidenceFunctions.entries,
    aggregates: AggregateFunctions.entries
  )

  private let functions: [String: FunctionEntry]
  private let aggregates: [String: AggregateEntry]

  /// Makes a catalog; of two functions with one name the later counts.
  public init(functions: [FunctionEntry], aggregates: [AggregateEntry]) {
    self.functions = Dictionary(functions.map { ($0.name.lowercased(), $0) }) { $1 }
    self.aggregates = Dictionary(aggregates.map { ($0.name.lowercased(), $0) }) { $1 }
  }

  /// Returns a catalog with further functions.
  public func adding(_ more: [FunctionEntry]) -> FunctionCatalog {
    FunctionCatalog(functions: Array(functions.values) + more, aggregates: Array(aggregates.values))
  }

  /// The names as documentation writes them, in order.
  public var names: [String] {
    (functions.values.map(\.name) + aggregates.values.map(\.name))
      .filter { !$0.hasPrefix("\u{0}") }.sorted()
  }

  /// Finds a function that is no aggregate.
  public func function(_ name: String) -> FunctionEntry? { functions[name.lowercased()] }

  /// Finds an aggregate.
  public func aggregate(_ name: String) -> AggregateEntry? { aggregates[name.lowercased()] }

  /// Returns the error for a name that is neither.
  public func unknown(_ name: String, range: Range<Int>? = nil) -> QueryError {
    QueryError(
      .unknownFunction,
      .compileTime,
      "there is no function '\(name)'",
      range: range,
      candidates: NearMiss.candidates(for: name, among: names)
    )
  }
}
