import GRDB
import GRDBSQLite
import Synchronization

/// Keeps the position of the log, and tells whether anybody has committed since it was read, by a
/// look at memory alone.
///
/// In WAL mode every process that has the file open maps the header of the index of the write-ahead
/// log, and every commit changes it. SQLite itself decides by this header whether what it has read
/// before is still so (<https://sqlite.org/walformat.html>, section 2.1). Asking it instead would
/// begin a transaction, which takes several system calls, before each query.
final class CommitWatch: Sendable {
  private enum Place {
    case unknown
    /// The file has no write-ahead log.
    case nowhere
    case mapped(MappedHeader)

    /// The header; `nil` where there is none, or it is being written.
    var header: MappedHeader.Copy? {
      guard case .mapped(let header) = self else { return nil }
      return header.read()
    }
  }

  private struct State {
    var place = Place.unknown
    var known: (header: MappedHeader.Copy, position: Int64)?
  }

  private let state = Mutex(State())

  /// The position of the log, if it was read and nothing was committed since.
  var position: Int64? {
    state.withLock { state in
      guard let known = state.known, state.place.header == known.header else { return nil }
      return known.position
    }
  }

  /// Returns the position of the log that `read` reads, and keeps it.
  ///
  /// - Parameter database: The connection, which nobody else uses meanwhile.
  func position(in database: Database, _ read: () throws -> Int64) throws -> Int64 {
    let before = state.withLock { state in
      if case .unknown = state.place {
        state.place = MappedHeader(database).map(Place.mapped) ?? .nowhere
      }
      return state.place.header
    }
    let position = try read()
    state.withLock { state in
      // With another header nobody knows whether the commit was before or after the reading.
      guard let before, state.place.header == before else { return }
      state.known = (before, position)
    }
    return position
  }

  /// Stops looking at the header, before the file is written without a write-ahead log.
  func pause() {
    state.withLock { state in (state.place, state.known) = (.nowhere, nil) }
  }

  /// Looks for the header again.
  func resume() { state.withLock { $0.place = .unknown } }
}

/// Reads the header of the index of a write-ahead log where SQLite has mapped it; it stays there as
/// long as the connection is open in WAL mode.
@safe private struct MappedHeader: @unchecked Sendable {
  // Unchecked because of the pointer: what it points to is only read, and compared with a second copy.

  /// One copy of the header.
  typealias Copy = SIMD8<UInt64>

  private let start: UnsafeRawPointer

  private static let bytes = 48
  /// The unit in which SQLite maps the index.
  private static let regionBytes: Int32 = 32_768

  /// - Returns: `nil` where the file has no write-ahead log.
  init?(_ database: Database) {
    guard (try? String.fetchOne(database, sql: "PRAGMA journal_mode")) == "wal" else { return nil }
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = unsafe sqlite3_file_control(
      database.sqliteConnection,
      "main",
      SQLITE_FCNTL_FILE_POINTER,
      &file
    )
    guard code == SQLITE_OK, let file = unsafe file, let methods = unsafe file.pointee.pMethods,
      unsafe methods.pointee.iVersion >= 2, let map = unsafe methods.pointee.xShmMap
    else { return nil }
    var region: UnsafeMutableRawPointer?
    guard unsafe map(file, 0, Self.regionBytes, 0, &region) == SQLITE_OK,
      let region = unsafe region
    else { return nil }
    unsafe start = UnsafeRawPointer(region)
  }

  /// Returns the header; `nil` where it is being written, or was not yet.
  func read() -> Copy? {
    // There are two copies, the second of which is written first.
    let first = copy(at: 0)
    atomicMemoryFence(ordering: .acquiring)
    return first == copy(at: Self.bytes) && first[0] != 0 ? first : nil
  }

  private func copy(at offset: Int) -> Copy {
    var copy = Copy()
    for word in 0..<Self.bytes / 8 {
      copy[word] = unsafe start.load(fromByteOffset: offset + word * 8, as: UInt64.self)
    }
    return copy
  }
}
