import GRDB
import GraphModel

extension RowDigest {
  /// Adds the digests of the rows of a range, and counts them.
  ///
  /// Goes past GRDB, whose rows cost more than all the rest.
  static func sum(
    _ kind: ElementKind,
    in table: String,
    _ ids: ClosedRange<Int64>,
    skipping skipped: Set<Int64> = [],
    _ db: Database
  ) throws -> (digest: Int64, count: Int64) {
    let statement = try RawStatement(
      db,
      "SELECT \(StoredRow.columns(kind)) FROM \(table) WHERE id BETWEEN ? AND ? ORDER BY id"
    )
    statement.bind(1, ids.lowerBound)
    statement.bind(2, ids.upperBound)
    var (digest, count): (Int64, Int64) = (0, 0)
    while try statement.step() {
      let id = statement.integer(0)
      guard skipped.isEmpty || !skipped.contains(id) else { continue }
      count += 1
      digest &+= statement.withText(4) { of(key: $0) }
      digest &+= statement.withText(5) { value in
        of(id, statement.integer(1), statement.integer(2), statement.integer(3), value)
      }
    }
    return (digest, count)
  }
}
