import GRDB
import GraphModel

extension CaseStore {
  /// Changes the graph in one transaction, logs it, and returns the log entry; `nil` when `body`
  /// changed nothing, and then nothing is logged.
  ///
  /// `body` must not use the store itself. When it throws, nothing is changed.
  ///
  /// - Parameter isDryRun: Whether to change nothing in the end; the entry is the one that there
  ///   would be.
  /// - Throws: `caseReadOnly`, `caseLocked` after the busy timeout, `danglingID` when a removed node
  ///   still has relationships, what `body` throws, and what any of its calls has thrown.
  @discardableResult
  public func write(
    _ author: LogAuthor,
    isDryRun: Bool = false,
    _ body: (inout GraphTransaction) throws(StorageError) -> Void
  ) throws(StorageError) -> LogEntry? {
    try write(author, isDryRun: isDryRun, rangeName: nil, body)
  }

  /// Changes the graph as `write`, by very many new elements: the log entry holds a range of ids
  /// for those of each kind, and only what was there before is logged one by one.
  ///
  /// Undo, redo and the check of the case serve such an entry as any other. As `writeBulk`, this
  /// uses a rollback journal where no other program has the case open.
  ///
  /// - Parameter name: What the log calls the new elements together.
  @discardableResult
  public func writeMany(
    _ author: LogAuthor,
    named name: String,
    isDryRun: Bool = false,
    _ body: (inout GraphTransaction) throws(StorageError) -> Void
  ) throws(StorageError) -> LogEntry? {
    var entry: LogEntry?
    // The order of keys is not that of rows, so that pages are needed again and again.
    try withRollbackJournal(cacheKilobytes: 262_144) { () throws(StorageError) in
      entry = try write(author, isDryRun: isDryRun, rangeName: name, body)
    }
    return entry
  }

  private func write(
    _ author: LogAuthor,
    isDryRun: Bool,
    rangeName: String?,
    _ body: (inout GraphTransaction) throws(StorageError) -> Void
  ) throws(StorageError) -> LogEntry? {
    var entry: LogEntry?
    var known = KnownElements()
    try transact { db in
      var transaction = try GraphTransaction(
        db,
        by: author,
        at: now(),
        rangeName: rangeName,
        cache: knownElements
      )
      try body(&transaction)
      entry = try transaction.finish()
      known = transaction.coder.known
      return entry == nil || isDryRun ? .rollback : .commit
    }
    if let entry, !isDryRun { knownElements.keep(known, at: entry.position) }
    return entry
  }

  /// Returns entries of the log, newest first.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - before: Only entries of smaller positions, so that a caller can page.
  public func log(
    limit: Int? = nil,
    before: Int64? = nil
  ) throws(StorageError) -> [LogEntry] {
    let sql = """
      SELECT \(LogEntry.columns) FROM transaction_log AS t WHERE position < ?
      ORDER BY position DESC LIMIT ?
      """
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: [before ?? .max, limit.map { max(0, $0) } ?? -1])
        .map(LogEntry.init)
    }
  }

  /// Returns what one transaction did, in order; empty when there is no such transaction.
  public func changes(of position: Int64) throws(StorageError) -> [LoggedChange] {
    try read { db in
      try ChangeRow.all(of: position, in: db).map { row in
        LoggedChange(
          kind: row.kind,
          key: row.key,
          before: try row.element(row.before),
          after: try row.element(row.after)
        )
      }
    }
  }

  /// Returns the tables that one transaction added or removed as a whole, in order.
  public func tables(of position: Int64) throws(StorageError) -> [LoggedTable] {
    try read { db in
      try BulkRange.all(of: position, in: db).map { range in
        LoggedTable(
          kind: range.kind,
          name: range.name,
          isAdded: range.isAdded,
          elementCount: range.rowCount
        )
      }
    }
  }
}
