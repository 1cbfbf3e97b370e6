import GRDB
import GRDBSQLite
import GraphModel

/// Reads the end of the log.
struct LogEnd {
  let database: Database

  func position() throws -> Int64 {
    // Every query asks for it, so that no row is made: a log without entries gives null, read as 0.
    let statement = unsafe try database.cachedStatement(
      sql: "SELECT max(position) FROM transaction_log"
    ).sqliteStatement
    defer { unsafe sqlite3_reset(statement) }
    let code = unsafe sqlite3_step(statement)
    guard code == SQLITE_ROW else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    return unsafe sqlite3_column_int64(statement, 0)
  }

  func changes(after position: Int64) throws -> LaterChanges? {
    let last = try self.position()
    let finder = IndexSource(database: database, policy: IndexPolicy())
    guard position <= last, try !finder.hasTables(after: position) else { return nil }
    return LaterChanges(changes: try finder.changes(after: position), logPosition: last)
  }
}
