import GraphModel

/// Compares rows by some columns, each ascending or descending.
struct RowOrder {
  private let keys: [Key]

  fileprivate enum Key {
    case integers(ContiguousArray<Int64>, isDescending: Bool)
    case floats(ContiguousArray<Double>, isDescending: Bool)
    case texts(TextCodes, isDescending: Bool)
    case values(ContiguousArray<Value>, isDescending: Bool)
  }

  /// Makes an order of the rows of `columns`.
  init(_ columns: [Column], isDescending: [Bool]) {
    keys = zip(columns, isDescending).map { column, isDescending in
      switch column {
      case .integers(let numbers, let isNull) where !isNull.contains(true):
        .integers(numbers, isDescending: isDescending)
      case .floats(let numbers, let isNull)
      where !isNull.contains(true) && !numbers.contains(where: \.isNaN):
        .floats(numbers, isDescending: isDescending)
      case .texts(let texts) where !texts.codes.contains(TextCodes.null):
        .texts(texts, isDescending: isDescending)
      default: .values(column.boxed, isDescending: isDescending)
      }
    }
  }

  /// Compares two rows.
  func ordering(_ left: Int, _ right: Int) -> Ordering {
    for key in keys {
      let ordering = key.ordering(left, right)
      guard ordering == .same else { return ordering }
    }
    return .same
  }

  /// Returns all rows in order; rows that are the same stay in the order that they have.
  func sorted(count: Int) -> ContiguousArray<Int32> {
    var rows = ContiguousArray(0..<Int32(count))
    // The number of the row decides between equals: the library does not promise to keep them.
    if keys.count == 1, case .integers(let numbers, let isDescending)? = keys.first {
      rows.sort { left, right in
        let (one, other) = (numbers[Int(left)], numbers[Int(right)])
        return one == other ? left < right : (one < other) != isDescending
      }
    } else {
      rows.sort { left, right in
        switch ordering(Int(left), Int(right)) {
        case .before: true
        case .after: false
        case .same: left < right
        }
      }
    }
    return rows
  }
}

extension RowOrder {
  /// Returns the first `limit` rows in order, of rows that come in the order of the first key; perhaps
  /// some more.
  ///
  /// Rows behind those that are the same as the last one wanted are not looked at.
  func first(_ limit: Int, ofRowsInOrder count: Int) -> ContiguousArray<Int32> {
    guard let key = keys.first, limit < count else { return sorted(count: count) }
    var end = limit
    while limit > 0, end < count, key.ordering(limit - 1, end) == .same { end += 1 }
    return sorted(count: end)
  }
}

extension RowOrder.Key {
  fileprivate func ordering(_ left: Int, _ right: Int) -> Ordering {
    switch self {
    case .integers(let numbers, let isDescending):
      Self.order(numbers[left], numbers[right], isDescending)
    case .floats(let numbers, let isDescending):
      Self.order(numbers[left], numbers[right], isDescending)
    case .texts(let texts, let isDescending):
      isDescending ? texts.ordering(right, left) : texts.ordering(left, right)
    case .values(let values, let isDescending):
      isDescending
        ? values[left].ordering(to: values[right]).reversed
        : values[left].ordering(to: values[right])
    }
  }

  private static func order<Number: Comparable>(
    _ left: Number,
    _ right: Number,
    _ isDescending: Bool
  ) -> Ordering {
    left == right ? .same : (left < right) != isDescending ? .before : .after
  }
}

/// Holds what rows are sorted by.
struct SortKey {
  /// The value.
  let value: any ExpressionEvaluator
  /// Whether the greatest comes first.
  let isDescending: Bool
}

extension [SortKey] {
  /// Returns the rows of a chunk in order.
  func sorted(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError)
    -> ContiguousArray<Int32>
  {
    try order(chunk, context).sorted(count: chunk.count)
  }

  /// Returns the first rows of a chunk in order; see `RowOrder.first(_:ofRowsInOrder:)`.
  func first(_ limit: Int, ofRowsInOrder chunk: DataChunk, _ context: ExecutionContext)
    throws(QueryError) -> ContiguousArray<Int32>
  {
    try order(chunk, context).first(limit, ofRowsInOrder: chunk.count)
  }

  private func order(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> RowOrder
  {
    var columns: [Column] = []
    for key in self { columns.append(try key.value.evaluate(chunk, context)) }
    return RowOrder(columns, isDescending: map(\.isDescending))
  }
}
