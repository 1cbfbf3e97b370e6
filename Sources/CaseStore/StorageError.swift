import GRDB
public import GraphModel

/// Reports why a case could not be opened, read or changed; whenever it is thrown, nothing was
/// changed.
public struct StorageError: Error, Hashable, Sendable {
  /// What is wrong, in which file, and how to put it right.
  public let diagnostic: Diagnostic

  /// Wraps a diagnostic.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  init(_ code: ErrorCode, _ message: String, record: String? = nil, remedy: String? = nil) {
    diagnostic = Diagnostic(code, message, record: record, remedy: remedy)
  }

  /// Translates any error met on the way to or from SQLite, and adds the name of the file.
  init(_ error: any Error, file: String? = nil) {
    var diagnostic =
      switch error {
      case let error as StorageError: error.diagnostic
      case let error as DatabaseError: Self.diagnostic(for: error)
      default: Diagnostic(.storage, "\(error)")
      }
    diagnostic.file = diagnostic.file ?? file
    self.diagnostic = diagnostic
  }

  private static func diagnostic(for error: DatabaseError) -> Diagnostic {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Diagnostic(.caseLocked, "another program is changing the case")
    case .SQLITE_READONLY:
      return Diagnostic(.caseReadOnly, "the case cannot be written (\(detail))")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return Diagnostic(.caseDamaged, "the file is damaged (\(detail))")
    case .SQLITE_FULL:
      return Diagnostic(.storage, "the disk is full", remedy: "free some space, then try again")
    case .SQLITE_TOOBIG:
      return Diagnostic(.storage, "a value is too large to be stored", remedy: "split it")
    default:
      return Diagnostic(
        .storage,
        "the database failed: \(detail)",
        remedy: "check the disk, and the permissions of the file and its folder"
      )
    }
  }
}
