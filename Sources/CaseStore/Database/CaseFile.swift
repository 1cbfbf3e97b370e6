import Foundation
import GRDB
import GraphModel

/// Answers what can be known about a case file without SQLite, and connects to it.
struct CaseFile {
  /// The path as the caller gave it.
  let path: String

  /// The path in a form that SQLite cannot take for `:memory:` or a `file:` URI.
  private var plainPath: String { path.hasPrefix("/") ? path : "./" + path }

  /// The first bytes of every SQLite file.
  private static let magic = Data("SQLite format 3\0".utf8)

  private var kind: FileAttributeType? {
    // A path cannot hold NUL; C code would silently take the part before it.
    guard !path.isEmpty, !path.utf8.contains(0),
      FileManager.default.fileExists(atPath: plainPath)
    else { return nil }
    let target = URL(fileURLWithPath: plainPath).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType
  }

  private var byteCount: Int { Self.byteCount(of: plainPath) }

  private static func byteCount(of path: String) -> Int {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  private var folder: String { URL(fileURLWithPath: plainPath).deletingLastPathComponent().path }

  /// Throws unless a new case can be made here.
  func checkAbsent() throws(StorageError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw StorageError(.fileUnwritable, "this is no name for a file")
    }
    if let kind, kind != .typeRegular || byteCount > 0 {
      throw StorageError(.caseExists, "the file exists already")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw StorageError(
        .fileUnwritable,
        "the folder does not exist or may not be written",
        remedy: "make the folder, or choose another one"
      )
    }
  }

  /// Throws unless there is an SQLite file that may be used in `mode`.
  func checkPresent(for mode: CaseStore.Mode) throws(StorageError) {
    guard let kind else { throw StorageError(.caseMissing, "there is no such case") }
    guard kind == .typeRegular else {
      let what = kind == .typeDirectory ? "a folder" : "no regular file"
      throw StorageError(.caseForeign, "this is \(what), not a case")
    }
    try checkMagic()
    guard mode == .readOnly || FileManager.default.isWritableFile(atPath: plainPath) else {
      throw StorageError(.caseReadOnly, "the file may not be written")
    }
  }

  private func checkMagic() throws(StorageError) {
    let start: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: plainPath))
      defer { try? handle.close() }
      start = try handle.read(upToCount: Self.magic.count) ?? Data()
    } catch {
      throw StorageError(
        .fileUnreadable,
        "the file may not be read",
        remedy: "ask its owner for permission"
      )
    }
    guard !start.isEmpty else { throw StorageError(.caseForeign, "the file is empty") }
    guard start == Self.magic else {
      throw StorageError(.caseForeign, "the file is not a case: it is no SQLite database")
    }
  }

  /// Opens the file with SQLite.
  func connect(
    _ mode: CaseStore.Mode,
    busyTimeoutSeconds: Double
  ) throws -> DatabaseQueue {
    var configuration = Self.configuration(busyTimeoutSeconds: busyTimeoutSeconds)
    // Even a reader connects for writing where it can: SQLite then finishes what a dead writer
    // left behind, and removes its `-wal` and `-shm` files at the end. The store itself refuses
    // changes.
    let isWritable = [plainPath, folder].allSatisfy(FileManager.default.isWritableFile(atPath:))
    configuration.readonly = mode == .readOnly && !isWritable
    do {
      return try DatabaseQueue(path: plainPath, configuration: configuration)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return try connectWithoutLog(mode, configuration)
    }
  }

  /// Opens a file in a folder where SQLite cannot make the `-wal` and `-shm` files it needs.
  ///
  /// Without such files nobody has the case open for writing and the main file holds all of it,
  /// so it may be read as immutable, which needs no further file.
  private func connectWithoutLog(
    _ mode: CaseStore.Mode,
    _ configuration: Configuration
  ) throws -> DatabaseQueue {
    guard mode == .readOnly else {
      throw StorageError(.caseReadOnly, "the folder of the case may not be written")
    }
    for suffix in ["-wal", "-journal"] where Self.byteCount(of: plainPath + suffix) > 0 {
      throw StorageError(
        .caseReadOnly,
        "another program left unfinished changes beside the case, and they cannot be finished",
        remedy: "copy the file and its '\(suffix)' file to a place where you may write"
      )
    }
    let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~/"))
    guard let encoded = plainPath.addingPercentEncoding(withAllowedCharacters: unreserved) else {
      throw StorageError(.storage, "the path cannot be written as a URI")
    }
    return try DatabaseQueue(path: "file:\(encoded)?immutable=1", configuration: configuration)
  }

  /// Returns the settings of every connection.
  static func configuration(busyTimeoutSeconds: Double = 0) -> Configuration {
    var configuration = Configuration()
    configuration.label = "CaseStore"
    // Clamped because the conversion to milliseconds would trap.
    configuration.busyMode = .timeout(min(max(0, busyTimeoutSeconds), 3600))
    configuration.prepareDatabase { db in try db.execute(sql: Self.pragmas) }
    return configuration
  }

  /// Set on every connection; GRDB has set `foreign_keys` by then.
  ///
  /// - `synchronous = FULL`: a commit in WAL mode survives a power cut only if the log is synced;
  ///   `fullfsync` makes that sync reach the disk on macOS too.
  /// - `wal_autocheckpoint = 1`: after every commit the main file is complete, so that a user who
  ///   copies or mails just that file loses nothing; `CaseStore.deferCheckpoints` changes that.
  /// - `trusted_schema = OFF`, `cell_size_check = ON`: the file may come from anybody.
  /// - `mmap_size = 0`: a mapped file that another program cuts short would kill this one.
  /// - `temp_store = MEMORY`: nothing of a confidential case is spilt into a temporary folder.
  private static let pragmas = """
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA wal_autocheckpoint = 1;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    """
}
