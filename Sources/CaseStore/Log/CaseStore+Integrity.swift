import GRDB
import GraphModel

extension CaseStore {
  /// Checks the whole file: every page, every index, every end of a relationship, and that the log,
  /// replayed from its beginning, gives the present graph.
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
          record: row.optionalInteger(1).map(String.init)
        )
      }
      try Self.checkEnds(db)
      let replay = try LogReplay(db)
      try replay.checkSteps()
      try replay.checkUnlogged(.node)
      try replay.checkUnlogged(.relationship)
      try replay.checkRanges()
    }
  }

  private static func checkEnds(_ db: Database) throws {
    let sql = """
      SELECT id FROM relationship AS r
      WHERE NOT EXISTS (SELECT 1 FROM node WHERE id = r.source)
        OR NOT EXISTS (SELECT 1 FROM node WHERE id = r.target) LIMIT 1
      """
    guard let row = try Row.fetchOne(db, sql: sql) else { return }
    throw StorageError(
      .caseDamaged,
      "a row of 'relationship' leads to a node that is not there",
      record: row.optionalInteger(0).map(String.init)
    )
  }
}
