public import GraphModel

/// Holds the rows of a query and what it did.
public struct QueryResult: Sendable {
  /// The names of the columns, in order; empty for a query without RETURN.
  public var columns: [String]
  /// The rows: as many values in each as there are columns.
  public var rows: [[Value]]
  /// What each row rests on, in the order of rows; empty when nobody asked for it.
  public var evidence: [[Value]]
  /// What each derivation of each row rests on; empty when nobody asked for it.
  public var witnesses: [[[Value]]]
  /// What was changed in the graph.
  public var changes: [GraphChange]
  /// The plan, for EXPLAIN and PROFILE.
  public var plan: String?

  /// Makes a result.
  public init(
    columns: [String],
    rows: [[Value]] = [],
    evidence: [[Value]] = [],
    witnesses: [[[Value]]] = [],
    changes: [GraphChange] = [],
    plan: String? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.evidence = evidence
    self.witnesses = witnesses
    self.changes = changes
    self.plan = plan
  }
}

extension DataChunk {
  /// Appends the values of some slots, row by row.
  func appendRows(of slots: [Slot], to rows: inout [[Value]]) {
    let columns = slots.map { column($0) }
    if rows.isEmpty { rows.reserveCapacity(count) }
    for row in 0..<count { rows.append(Self.row(row, of: columns)) }
  }

  private static func row(_ row: Int, of columns: [Column]) -> [Value] {
    // An array that is written out is made in half the time.
    switch columns.count {
    case 1: return [columns[0].value(at: row)]
    case 2: return [columns[0].value(at: row), columns[1].value(at: row)]
    case 3:
      return [columns[0].value(at: row), columns[1].value(at: row), columns[2].value(at: row)]
    default:
      return unsafe [Value](unsafeUninitializedCapacity: columns.count) { values, filled in
        for column in columns.indices {
          unsafe values.initializeElement(at: column, to: columns[column].value(at: row))
          filled += 1
        }
      }
    }
  }
}
