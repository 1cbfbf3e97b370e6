import GRDB
import GraphModel

extension CaseStore {
  /// Adds whole tables in one transaction and one log entry, which holds ranges of ids instead of
  /// elements; returns it, or `nil` when a row was refused or there was none.
  ///
  /// The index of the case is built on the way, and written while the transaction commits.
  ///
  /// Where no other program has the case open, the transaction runs with a rollback journal instead
  /// of the write-ahead log: a file that grows is then written once, not twice.
  ///
  /// - Throws: What `write` throws, and what `body` throws; then nothing is changed.
  package func writeBulk(
    _ author: LogAuthor,
    isDryRun: Bool = false,
    _ body: (BulkWriter) throws(StorageError) -> Void
  ) throws(StorageError) -> LogEntry? {
    var entry: LogEntry?
    var feed: IndexFeed?
    defer { feed?.wait() }
    try withRollbackJournal { () throws(StorageError) in
      try transact { db in
        let writer = try BulkWriter(
          db,
          author,
          at: now(),
          indexedPath: isDryRun ? nil : path
        )
        try body(writer)
        entry = try writer.finish()
        if let entry { feed = try writer.finishIndex(entry) }
        return entry == nil || isDryRun ? .rollback : .commit
      }
    }
    return entry
  }

  /// Lets `body` write with a rollback journal and a larger cache.
  func withRollbackJournal(
    cacheKilobytes: Int = 65_536,
    _ body: () throws(StorageError) -> Void
  ) throws(StorageError) {
    guard mode == .readWrite, path != nil else { return try body() }
    commits.pause()
    try access { db in
      // Refused while others read or write; the write-ahead log then serves as well.
      _ = try? String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      // The removal of the journal is the commit, so its folder must be synced, too.
      try db.execute(
        sql: "PRAGMA synchronous = EXTRA; PRAGMA cache_size = -\(cacheKilobytes)"
      )
    }
    defer {
      try? access { db in
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -2000")
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      commits.resume()
    }
    try body()
  }
}
