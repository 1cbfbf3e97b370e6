import GRDB
import GraphModel

extension CaseStore {
  /// Checks the whole file: every page, every index, every reference, and that the log, replayed
  /// from its beginning, gives the present graph.
  ///
  /// Reads everything several times; memory does not grow with the case.
  ///
  /// - Throws: `caseDamaged` with the first fault found.
  public func checkIntegrity() throws(StorageError) {
    try read { db in
      try Self.check(db, sql: "PRAGMA integrity_check(1)")
      if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
        throw StorageError(
          .caseDamaged,
          "a row of '\(row.text(0) ?? "?")' refers to nothing",
          record: row.integer(1).map(String.init)
        )
      }
      try Self.checkSteps(db)
      try Self.checkResult(db, .node)
      try Self.checkResult(db, .relationship)
    }
  }

  /// Throws unless each change of an element begins where the one before it ended.
  private static func checkSteps(_ db: Database) throws {
    let sql = """
      SELECT element_key, position FROM (
        SELECT position, element_key, before, lag(after) OVER (
          PARTITION BY kind, element_key ORDER BY position, ordinal) AS previous
        FROM change_log)
      WHERE before IS NOT previous LIMIT 1
      """
    if let row = try Row.fetchOne(db, sql: sql) {
      let key = row.text(0) ?? "?"
      throw StorageError(
        .caseDamaged,
        "the log lacks a change of '\(key)' before entry \(row.integer(1) ?? 0)",
        record: key
      )
    }
  }

  /// Throws unless the elements are what the log left behind; both are read in order of keys.
  private static func checkResult(_ db: Database, _ kind: ElementKind) throws {
    let logged = try Row.fetchCursor(
      db,
      sql: """
        SELECT element_key, after FROM (
          SELECT element_key, after, row_number() OVER (
            PARTITION BY element_key ORDER BY position DESC, ordinal DESC) AS age
          FROM change_log WHERE kind = ?)
        WHERE age = 1 AND after IS NOT NULL ORDER BY element_key
        """,
      arguments: [kind.rawValue]
    )
    let keys = try Row.fetchCursor(db, sql: "SELECT key FROM \(kind.rawValue) ORDER BY key")
    let transaction = GraphTransaction(db, by: LogAuthor(who: "", why: "", verb: ""), at: "")
    while true {
      let (key, entry) = (try keys.next()?.requiredText(0), try logged.next())
      guard key != nil || entry != nil else { return }
      let text = try key.flatMap { try transaction.logText(kind, $0) }
      guard key == entry?.text(0), text == entry?.text(1) else {
        let name = [key, entry?.text(0)].compactMap { $0 }.min() ?? "?"
        throw StorageError(
          .caseDamaged,
          "\(kind) '\(name)' is not what the log says",
          record: name,
          remedy: "another program has changed the file; restore a copy, or export the case "
            + "as JSON and import it anew"
        )
      }
    }
  }
}
