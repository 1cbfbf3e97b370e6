import Foundation
import GRDB
import GraphModel
import Synchronization

/// Keeps one labelled property graph, and the log of every change to it, in one SQLite file.
///
/// Every change is one transaction and one log entry. Any number of processes may read while one
/// writes; a second writer waits for the busy timeout, then gets `caseLocked`. Within a process
/// one store may be used from any thread; its methods block, and take turns. The file is closed
/// when the last reference goes.
public final class CaseStore: Sendable {
  /// Says what a store may be used for.
  public enum Mode: Sendable {
    /// Works on a read-only file in a read-only folder too; changes throw `caseReadOnly`.
    case readOnly
    /// Reads and changes.
    case readWrite
  }

  /// The file as the caller named it; `nil` in memory.
  public let path: String?
  /// What the store may be used for.
  public let mode: Mode
  /// Returns the time to log, RFC 3339, UTC, with milliseconds.
  let now: @Sendable () -> String
  private let connection: DatabaseQueue
  /// The image of the index that was read last.
  let index = Mutex<GraphImage?>(nil)
  /// Keeps the position of the log.
  let commits = CommitWatch()
  /// Keeps what the last change knew.
  let knownElements = KnownElementsCache()
  /// Whether commits wait beside the file.
  let defersCheckpoints = Atomic(false)

  private init(
    _ connection: DatabaseQueue,
    path: String?,
    mode: Mode,
    now: @escaping @Sendable () -> String
  ) {
    self.connection = connection
    self.path = path
    self.mode = mode
    self.now = now
  }

  deinit { if defersCheckpoints.load(ordering: .relaxed) { try? checkpoint() } }

  /// Makes a new, empty case and opens it.
  ///
  /// An empty file at `path` counts as absent, because that is what a killed `create` leaves.
  ///
  /// - Throws: `caseExists`, `fileUnwritable`, and what `open` throws.
  public static func create(
    at path: String,
    busyTimeoutSeconds: Double = 5,
    now: @escaping @Sendable () -> String = CaseStore.systemTime
  ) throws(StorageError) -> CaseStore {
    let file = CaseFile(path: path)
    do {
      try file.checkAbsent()
      let connection = try file.connect(.readWrite, busyTimeoutSeconds: busyTimeoutSeconds)
      try connection.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Schema.current.create(in: db)
          return .commit
        }
      }
      try connection.close()
    } catch { throw StorageError(error, file: path) }
    return try open(
      at: path,
      mode: .readWrite,
      busyTimeoutSeconds: busyTimeoutSeconds,
      now: now
    )
  }

  /// Throws what `create` would throw for lack of a name, a folder or a permission.
  public static func checkCreatable(at path: String) throws(StorageError) {
    do { try CaseFile(path: path).checkAbsent() } catch { throw StorageError(error, file: path) }
  }

  /// Opens an existing case, brings its tables up to date and checks them.
  ///
  /// Files below `quickCheckLimitBytes` are checked page by page; of larger ones only the schema
  /// is. A page that is damaged all the same throws `caseDamaged` when it is read.
  ///
  /// - Throws: `caseMissing`, `caseForeign` (no case at all), `caseNewer`, `caseDamaged`,
  ///   `caseLocked`, `caseReadOnly`, `fileUnreadable` (no permission), `storage`.
  public static func open(
    at path: String,
    mode: Mode,
    busyTimeoutSeconds: Double = 5,
    now: @escaping @Sendable () -> String = CaseStore.systemTime
  ) throws(StorageError) -> CaseStore {
    try open(
      at: path,
      mode: mode,
      busyTimeoutSeconds: busyTimeoutSeconds,
      now: now,
      schema: .current
    )
  }

  package static func open(
    at path: String,
    mode: Mode,
    busyTimeoutSeconds: Double = 5,
    now: @escaping @Sendable () -> String = CaseStore.systemTime,
    schema: Schema
  ) throws(StorageError) -> CaseStore {
    let file = CaseFile(path: path)
    do {
      try file.checkPresent(for: mode)
      let connection = try file.connect(mode, busyTimeoutSeconds: busyTimeoutSeconds)
      let store = CaseStore(connection, path: path, mode: mode, now: now)
      guard try store.prepare(schema) else {
        let copy = try schema.migratedCopy(of: connection)
        return CaseStore(copy, path: path, mode: mode, now: now)
      }
      return store
    } catch { throw StorageError(error, file: path) }
  }

  /// Makes an empty case that is gone with the last reference to the store.
  public static func inMemory(
    now: @escaping @Sendable () -> String = CaseStore.systemTime
  ) throws(StorageError) -> CaseStore {
    do {
      let connection = try DatabaseQueue(configuration: CaseFile.configuration())
      try connection.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Schema.current.create(in: db)
          return .commit
        }
      }
      return CaseStore(connection, path: nil, mode: .readWrite, now: now)
    } catch { throw StorageError(error) }
  }

  /// Returns the time of the system clock, such as `2018-01-30T12:00:00.000Z`.
  @Sendable public static func systemTime() -> String {
    timeStyle.format(Date())
  }

  private static let timeStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// Runs `body` on one snapshot.
  func read<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
    do { return try connection.read(body) } catch { throw StorageError(error, file: path) }
  }

  /// Runs `body` outside of any transaction.
  func access<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
    do {
      return try connection.writeWithoutTransaction(body)
    } catch { throw StorageError(error, file: path) }
  }

  /// Runs `body` with the write lock; it says whether to keep what it did.
  func transact(
    _ body: (Database) throws -> Database.TransactionCompletion
  ) throws(StorageError) {
    guard mode == .readWrite else {
      throw StorageError(
        StorageError(
          .caseReadOnly,
          "the case was opened for reading only",
          remedy: "open it for writing"
        ),
        file: path
      )
    }
    try access { db in
      // GRDB would prepare its statements anew each time.
      try RawStatement(kept: "BEGIN IMMEDIATE", db, []).run()
      var completion = Database.TransactionCompletion.rollback
      do {
        completion = try body(db)
        if completion == .commit { try RawStatement(kept: "COMMIT", db, []).run() }
      } catch {
        if db.isInsideTransaction { try? RawStatement(kept: "ROLLBACK", db, []).run() }
        throw error
      }
      if completion == .rollback { try RawStatement(kept: "ROLLBACK", db, []).run() }
    }
  }
}
