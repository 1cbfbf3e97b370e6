import GraphModel

extension Column {
  /// How many lists and maps may stand within each other.
  static let maximumNesting = 500

  /// Returns the column, unless values in it are nested so deeply that walking them is not safe.
  func checkingNesting() throws(QueryError) -> Column {
    switch self {
    case .constant(let value, count: 1...): try value.checkNesting()
    case .values(let values): for value in values { try value.checkNesting() }
    default: break
    }
    return self
  }
}

extension Value {
  /// Throws `nestingTooDeep` where walking the value is not safe.
  func checkNesting() throws(QueryError) {
    guard isNested(deeperThan: Column.maximumNesting) else { return }
    throw QueryError(
      .nestingTooDeep,
      .runtime,
      "lists and maps stand within each other more than \(Column.maximumNesting) deep",
      remedy: "make a flat list"
    )
  }

  /// Tells whether more than `limit` lists and maps stand within each other.
  private func isNested(deeperThan limit: Int) -> Bool {
    switch self {
    case .list(let values):
      limit == 0 || values.contains { $0.isNested(deeperThan: limit - 1) }
    case .map(let values):
      limit == 0 || values.values.contains { $0.isNested(deeperThan: limit - 1) }
    default: false
    }
  }
}
