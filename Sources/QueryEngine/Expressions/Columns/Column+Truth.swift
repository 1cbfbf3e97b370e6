import GraphModel

extension Column {
  /// Returns the truth values of all rows.
  ///
  /// Throws where a value is neither a truth value nor null.
  func truths() throws(QueryError) -> ContiguousArray<Ternary> {
    switch self {
    case .booleans(let truths): return truths
    case .constant(let value, let count):
      guard count > 0 else { return [] }
      return ContiguousArray(repeating: try Self.truth(of: value), count: count)
    default:
      var truths = ContiguousArray<Ternary>()
      truths.reserveCapacity(count)
      for row in 0..<count { truths.append(try Self.truth(of: value(at: row))) }
      return truths
    }
  }

  /// Returns the rows where a condition is true.
  ///
  /// Throws where a value is neither a truth value nor null.
  func trueRows() throws(QueryError) -> ContiguousArray<Int32> {
    if case .constant(let value, let count) = self, count > 0 {
      return try Self.truth(of: value) == .yes ? ContiguousArray(0..<Int32(count)) : []
    }
    return unsafe try truths().withUnsafeBufferPointer { truths in
      ContiguousArray.places(below: truths.count) { unsafe truths[$0] == .yes }
    }
  }

  private static func truth(of value: Value) throws(QueryError) -> Ternary {
    switch value {
    case .boolean(let truth): truth ? .yes : .no
    case .null: .unknown
    default:
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "a truth value is needed here, and this is \(value.kindWithArticle)",
        kind: .typeError,
        remedy: "compare the value with something"
      )
    }
  }
}
