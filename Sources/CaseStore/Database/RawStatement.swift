import Foundation
import GRDB
import GRDBSQLite
import GraphModel

/// Runs one prepared statement without GRDB's cost per run and row.
///
/// Belongs to the thread that the connection belongs to while it lives.
@safe
final class RawStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  /// Whose statement it is, if it is that of the connection.
  private let kept: Statement?
  /// Why a value could not be bound, so that the statement must not run.
  private var failure = SQLITE_OK

  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ sql: String) throws {
    guard let connection = unsafe db.sqliteConnection else {
      throw StorageError(.storage, "the case has been closed")
    }
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(connection, sql, -1, 0, &prepared, nil)
    guard code == SQLITE_OK, let prepared = unsafe prepared else {
      throw unsafe Self.error(connection, code)
    }
    unsafe self.connection = connection
    unsafe self.statement = prepared
    kept = nil
  }

  /// Takes a statement that the connection keeps, for one run with some values.
  ///
  /// - Throws: `DatabaseError`.
  init(kept sql: String, _ db: Database, _ values: [any StatementValue]) throws {
    guard let connection = unsafe db.sqliteConnection else {
      throw StorageError(.storage, "the case has been closed")
    }
    let kept = try db.cachedStatement(sql: sql)
    self.kept = kept
    unsafe self.connection = connection
    unsafe statement = kept.sqliteStatement
    // Whoever ran it last may have left it behind its last row, where nothing can be bound.
    unsafe sqlite3_reset(statement)
    for (index, value) in values.enumerated() { value.bind(to: self, at: Int32(index + 1)) }
  }

  deinit {
    if kept == nil {
      unsafe sqlite3_finalize(statement)
    } else {
      unsafe sqlite3_reset(statement)
      unsafe sqlite3_clear_bindings(statement)
    }
  }

  private static func error(_ connection: OpaquePointer, _ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: unsafe String(cString: sqlite3_errmsg(connection))
    )
  }

  func bind(_ index: Int32, _ number: Int64) {
    note(unsafe sqlite3_bind_int64(statement, index, number))
  }

  @inline(__always)
  private func note(_ code: Int32) {
    if code != SQLITE_OK { failure = code }
  }

  /// Binds text that SQLite does not copy: it must stay until the statement has run.
  @inline(__always)
  @unsafe
  func bind(_ index: Int32, borrowing bytes: UnsafeBufferPointer<CChar>, _ range: Range<Int>) {
    let start = unsafe bytes.baseAddress.map { unsafe $0 + range.lowerBound }
    note(unsafe sqlite3_bind_text(statement, index, start, Int32(clamping: range.count), nil))
  }

  /// Binds a copy of a text, which SQLite frees.
  func bind(_ index: Int32, copying text: String) {
    var text = text
    text.withUTF8 { bytes in
      // One byte more than there are, since SQLite would take a text without an address for NULL.
      guard let copy = unsafe malloc(bytes.count + 1) else { return note(SQLITE_NOMEM) }
      unsafe UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyMemory(
        from: UnsafeRawBufferPointer(bytes)
      )
      let start = unsafe copy.assumingMemoryBound(to: CChar.self)
      note(
        unsafe sqlite3_bind_text(statement, index, start, Int32(clamping: bytes.count), free)
      )
    }
  }

  /// Steps once, then resets.
  func run() throws {
    let code = stepped()
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      throw unsafe Self.error(connection, code)
    }
  }

  /// How many rows the statement that ran last on the connection has changed.
  var changeCount: Int { Int(unsafe sqlite3_changes(connection)) }

  /// The id of the row that was inserted last on the connection.
  var lastRowID: Int64 { unsafe sqlite3_last_insert_rowid(connection) }

  /// Makes ready to run again.
  func reset() { unsafe sqlite3_reset(statement) }

  @inline(__always)
  private func stepped() -> Int32 {
    failure == SQLITE_OK ? unsafe sqlite3_step(statement) : failure
  }

  /// Goes to the next row and returns whether there is one.
  func step() throws -> Bool {
    switch stepped() {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe Self.error(connection, code)
    }
  }

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

  /// Whether a column is NULL.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// Lends the bytes of a text column, empty for NULL.
  @inline(__always)
  func withText<Result, Failure: Error>(
    _ column: Int32,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe sqlite3_column_text(statement, column)
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return try body(unsafe Span(_unsafeElements: bytes))
  }
}

extension RawStatement: CheckedColumns {
  /// The integer of a column; `nil` where there is none.
  func optionalInteger(_ column: Int32) -> Int64? {
    unsafe sqlite3_column_type(statement, column) == SQLITE_INTEGER ? integer(column) : nil
  }

  /// The text of a column; `nil` where there is none.
  func text(_ column: Int32) -> String? {
    guard unsafe sqlite3_column_type(statement, column) == SQLITE_TEXT else { return nil }
    return withText(column) { String(copying: $0) }
  }
}

/// A value that a statement can run with.
protocol StatementValue {
  /// Gives it to a parameter of a statement, which has none.
  func bind(to statement: RawStatement, at index: Int32)
}

extension Int64: StatementValue {
  func bind(to statement: RawStatement, at index: Int32) { statement.bind(index, self) }
}

extension Int: StatementValue {
  func bind(to statement: RawStatement, at index: Int32) { statement.bind(index, Int64(self)) }
}

extension String: StatementValue {
  func bind(to statement: RawStatement, at index: Int32) { statement.bind(index, copying: self) }
}

extension Optional: StatementValue where Wrapped: StatementValue {
  func bind(to statement: RawStatement, at index: Int32) { self?.bind(to: statement, at: index) }
}
