import GraphModel

/// Holds, for each row of a chunk, the relationships of the same MATCH, which must be different
/// ones.
struct ExcludedRelationships {
  private var offsets: ContiguousArray<Int32> = []
  private var items: ContiguousArray<UInt32> = []
  /// The one of each row, where each has one.
  private var single: ContiguousArray<UInt32> = []

  /// Whether no row has any.
  var isEmpty: Bool { items.isEmpty && single.isEmpty }

  /// Makes the sets of a chunk from slots that hold relationships or lists of them.
  init(_ slots: [Slot], of chunk: DataChunk) throws(QueryError) {
    guard !slots.isEmpty else { return }
    let columns = slots.map(chunk.column)
    if columns.count == 1, case .relationships(let indices) = columns[0] {
      single = indices
      return
    }
    offsets.append(0)
    for row in 0..<chunk.count {
      for column in columns { append(column, row) }
      offsets.append(Int32(items.count))
    }
  }

  /// The only relationship that a row must not use; `nil` where there may be several.
  @inline(__always)
  func only(row: Int) -> UInt32? { single.isEmpty ? nil : single[row] }

  /// Whether a row must not use a relationship.
  func contains(_ relationship: UInt32, row: Int) -> Bool {
    if !single.isEmpty { return single[row] == relationship }
    guard !items.isEmpty else { return false }
    for index in Int(offsets[row])..<Int(offsets[row + 1]) where items[index] == relationship {
      return true
    }
    return false
  }

  private mutating func append(_ column: Column, _ row: Int) {
    if case .relationships(let indices) = column {
      items.append(indices[row])
    } else {
      append(column.value(at: row))
    }
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .relationship(let id): items.append(UInt32(truncatingIfNeeded: id.rawValue))
    case .list(let values): for value in values { append(value) }
    default: break
    }
  }
}
