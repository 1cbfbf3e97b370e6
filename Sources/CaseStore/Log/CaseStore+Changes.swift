import GRDB
public import GraphModel

/// Holds what brings a graph up to date that was read at an earlier position of the log.
public struct LaterChanges: Sendable {
  /// The elements that differ, each as it is now.
  public let changes: KeyedChanges
  /// The position of the last log entry that they contain.
  public let logPosition: Int64
}

extension CaseStore {
  /// Returns the position of the last log entry; 0 before the first.
  ///
  /// Complexity: a look-up of one row; none where nobody has committed since the last one.
  public func logPosition() throws(StorageError) -> Int64 {
    if let position = commits.position { return position }
    return try access { db in
      try commits.position(in: db) { try LogEnd(database: db).position() }
    }
  }

  /// Returns what has changed after a position of the log, from one snapshot; `nil` where that
  /// cannot be told element by element: whole tables came or went, or the log does not go so far.
  ///
  /// - Throws: `caseDamaged` when the log cannot be read.
  public func changes(after position: Int64) throws(StorageError) -> LaterChanges? {
    try read { db in try LogEnd(database: db).changes(after: position) }
  }
}

extension GraphTransaction {
  /// Returns the position of the last log entry before this transaction.
  public mutating func logPosition() throws(StorageError) -> Int64 {
    try attempt { transaction throws in try transaction.previousPosition() }
  }

  /// Returns what has changed after a position of the log, as `CaseStore.changes(after:)`.
  public mutating func changes(after position: Int64) throws(StorageError) -> LaterChanges? {
    try attempt { transaction throws in
      try LogEnd(database: transaction.database).changes(after: position)
    }
  }
}
