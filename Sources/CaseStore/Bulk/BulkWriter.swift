import GRDB
import GraphModel

/// Writes whole tables of nodes and relationships, as part of one log entry.
///
/// Belongs to one thread. Call `begin`, `append` for each block, `end`, and so on for each table;
/// nodes come before the relationships that need them.
package final class BulkWriter {
  /// The words that blocks refer to.
  package let words: WordTable
  private let database: Database
  private let transaction: TransactionBox
  private var table: OpenTable?
  /// Whether a row was refused: what follows is checked, and no longer written.
  private var isRefused = false
  private var ordinal = 0
  private let feed: IndexFeed?
  private let indexedPath: String

  /// - Parameter indexedPath: The file of the case if its index shall be built.
  init(_ db: Database, _ author: LogAuthor, at: String, indexedPath: String?) throws {
    database = db
    let words = try WordTable(db)
    self.words = words
    self.indexedPath = indexedPath ?? ""
    feed = try indexedPath.flatMap { try IndexFeed(casePath: $0, db, words) }
    transaction = TransactionBox(try GraphTransaction(db, by: author, at: at))
  }

  // MARK: - Tables

  /// Starts a table.
  ///
  /// - Throws: `duplicateID` when the case has relationships of the name already.
  package func begin(_ table: BulkTable) throws(StorageError) {
    try attempt { writer throws in
      let open = try OpenTable(
        table,
        writer.database,
        writer.transaction.value.coder,
        writer.feed
      )
      if table.shape.kind == .relationship, let key = try open.occupied.firstKey() {
        throw StorageError(
          .duplicateID,
          "relationship '\(key)' exists already",
          record: key,
          remedy: "the table was imported before: undo that entry first, or give it another name"
        )
      }
      if table.shape.kind == .relationship {
        try writer.feed?.addStoredRelationships(writer.database)
      }
      writer.table = open
    }
  }

  /// Writes rows in order and returns those that cannot be.
  package func append(_ block: BulkBlock) throws(StorageError) -> [BulkFault] {
    var faults: [BulkFault] = []
    try attempt { writer throws in
      guard let table = writer.table else { return }
      faults =
        try table.table.shape.kind == .node
        ? table.appendNodes(block, &writer.isRefused)
        : table.appendRelationships(block, &writer.isRefused, writer.transaction)
    }
    return faults
  }

  /// Says that a row was wrong before it came here: nothing will be written.
  package func refuse() { isRefused = true }

  /// Ends a table and returns where its nodes are.
  package func end() throws(StorageError) -> NodeIDs {
    var ids = NodeIDs()
    try attempt { writer throws in
      guard let table = writer.table else { return }
      writer.table = nil
      ids = table.ids
      guard !writer.isRefused, table.rowCount > 0 else { return }
      try writer.words.flush(writer.database)
      try writer.transaction.value.beginEntry()
      try table.writeRanges()
      try table.log(position: writer.transaction.value.entry.position, ordinal: writer.ordinal)
      writer.ordinal += 1
      writer.transaction.value.entry.count(bulk: Int(table.rowCount), isAdded: true)
      writer.transaction.value.coder.forgetRanges()
    }
    return ids
  }

  /// Returns the log entry to commit with; `nil` when nothing may be or was written.
  func finish() throws(StorageError) -> LogEntry? {
    isRefused ? nil : transaction.value.entry.changeCount == 0 ? nil : transaction.value.entry
  }

  /// Begins to write the index of the case as it will be after an entry; `nil` where there is none
  /// to be written.
  func finishIndex(_ entry: LogEntry) throws -> IndexFeed? {
    guard let feed else { return nil }
    try feed.addStoredRelationships(database)
    let exists = IndexFile(casePath: indexedPath).exists
    feed.finish(
      try IndexStamps(database: database).stamp(entry.position),
      minimumElements: exists ? 0 : IndexPolicy().minimumElements
    )
    return feed
  }

  private func attempt(_ body: (BulkWriter) throws -> Void) throws(StorageError) {
    do { try body(self) } catch { throw StorageError(error) }
  }
}

/// Holds a transaction for the parts of a writer.
final class TransactionBox {
  var value: GraphTransaction

  init(_ value: consuming GraphTransaction) { self.value = value }
}
