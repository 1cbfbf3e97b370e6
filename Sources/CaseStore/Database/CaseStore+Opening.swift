import GRDB
import GraphModel

extension CaseStore {
  /// Largest file, in bytes, that `open` checks page by page: about 0.1 s of work.
  public static let quickCheckLimitBytes: Int64 = 16 * 1024 * 1024

  /// Makes a freshly connected store fit for use, and changes nothing in a file that is not.
  ///
  /// Returns whether that was done; a file of an older version that is to be read only stays as it
  /// is, and is fit for use only where that version can be read.
  func prepare(_ schema: Schema) throws(StorageError) -> Bool {
    let version = try read { db in
      let version = try schema.verify(db)
      try Self.quickCheck(db)
      return version
    }
    guard mode == .readWrite else { return version >= schema.oldestReadable }
    if version < schema.version {
      try transact { db in
        // Another process may have been faster.
        try schema.migrate(db, from: try schema.verify(db))
        return .commit
      }
    }
    // Readers go on while one writes. File systems without shared memory refuse, and keep the
    // rollback journal, which is as safe.
    try access { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    return true
  }

  private static func quickCheck(_ db: Database) throws {
    let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let pageBytes = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    guard pages <= quickCheckLimitBytes / max(1, pageBytes) else { return }
    // Only our tables: others may come with expressions that never end.
    let present = Set(
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    )
    for table in [
      "node", "relationship", "shape", "word", "key_range", "transaction_log", "change_log",
      "bulk_log", "bulk_change", "removed_node", "removed_relationship", "node_place",
    ] where present.contains(table) {
      try check(db, sql: "PRAGMA quick_check(\(table))")
    }
  }

  /// Throws the first complaint of one of SQLite's own checks.
  static func check(_ db: Database, sql: String) throws {
    let complaint = try Row.fetchOne(db, sql: sql)?.text(0)
    guard complaint == "ok" else {
      throw StorageError(.caseDamaged, "the file is damaged (\(complaint ?? "no answer"))")
    }
  }
}
