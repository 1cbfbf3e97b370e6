import GraphModel

extension Column {
  /// How many lists and maps may stand within each other.
  static let maximumNesting = 500

  /// Returns the column, unless values in it are nested so deeply that walking them is not safe.
  func checkingNesting() throws(QueryError) -> Column {
    let values = isConstant ? 0..<min(1, count) : 0..<count
    for row in values where value(at: row).isNested(deeperThan: Self.maximumNesting) {
      throw QueryError(
        .nestingTooDeep,
        .runtime,
        "lists and maps stand within each other more than \(Self.maximumNesting) deep",
        remedy: "make a flat list"
      )
    }
    return self
  }
}

extension Value {
  /// Tells whether more than `limit` lists and maps stand within each other.
  fileprivate func isNested(deeperThan limit: Int) -> Bool {
    switch self {
    case .list(let values):
      limit == 0 || values.contains { $0.isNested(deeperThan: limit - 1) }
    case .map(let values):
      limit == 0 || values.values.contains { $0.isNested(deeperThan: limit - 1) }
    default: false
    }
  }
}
