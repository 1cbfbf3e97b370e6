import GraphModel

/// Holds what one row rests on, in as much detail as was asked for.
protocol RowEvidence {
  /// Makes what rests on nothing.
  init()
  /// Adds what another row, merged into this one, rests on.
  mutating func merge(_ value: Value) throws(QueryError)
  /// Returns what a row rests on once it rests on more elements, too.
  static func adding(_ elements: Value, to value: Value) throws(QueryError) -> Value
  /// As a value, for the column of evidence.
  var value: Value { get }
}
