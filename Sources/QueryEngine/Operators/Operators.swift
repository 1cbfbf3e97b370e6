public import GraphModel

/// The operators of expressions on single values, with null and errors as the conformance kit has
/// them.
///
/// Comparisons and equality stand with `Value`, as they need no errors.
public enum Operators {
  /// Says that an operator cannot take two values.
  static func mismatch(_ symbol: String, _ left: Value, _ right: Value) -> QueryError {
    QueryError(
      .invalidArgumentValue,
      .runtime,
      "'\(symbol)' cannot take \(left.typeName) \(left.text.prefix(60)) and "
        + "\(right.typeName) \(right.text.prefix(60))"
    )
  }

  /// Says that a sum of temporal values lies outside of what they can hold.
  static func outOfRange(_ symbol: String) -> QueryError {
    QueryError(
      .invalidArgumentValue,
      .runtime,
      "the result of '\(symbol)' lies outside of the supported years",
      kind: .arithmeticError
    )
  }

  /// Turns what may be unknown into a value.
  public static func value(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .null }
}
