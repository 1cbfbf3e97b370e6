import GraphModel

/// Holds what a query must answer.
enum ExpectedAnswer: Hashable {
  /// Rows, by their sum.
  case rows(RowChecksum)
  /// The first column of rows by descending score; one of them may be another, since scores differ
  /// in the last digits.
  case top([Int64])

  /// Returns how rows differ; `nil` where they are right.
  func difference(_ rows: [[Value]], _ checksum: @autoclosure () -> RowChecksum) -> String? {
    switch self {
    case .rows(let expected):
      let found = checksum()
      guard found != expected else { return nil }
      return "\(found.count) rows with sum \(found.sum), "
        + "expected \(expected.count) with \(expected.sum)"
    case .top(let expected):
      let found = Set(rows.compactMap { $0.first?.integerValue })
      let common = found.intersection(expected).count
      guard rows.count != expected.count || common + 1 < expected.count else { return nil }
      return "\(rows.count) rows, \(common) as expected of \(expected.count)"
    }
  }

  /// Reads an entry of a file of answers; `nil` where it is none of these.
  init?(_ entry: JSONValue) {
    if case .integer(let count)? = entry["n"], case .string(let sum)? = entry["sum"] {
      self = .rows(RowChecksum(count: Int(count), sum: sum))
      return
    }
    guard case .array(let rows)? = entry["v"] else { return nil }
    self = .top(
      rows.compactMap { row in
        guard case .array(let cells) = row, case .integer(let id)? = cells.first else { return nil }
        return id
      }
    )
  }
}
