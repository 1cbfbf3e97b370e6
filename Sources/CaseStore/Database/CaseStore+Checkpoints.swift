import GRDB
import Synchronization

extension CaseStore {
  /// Lets commits wait in the write-ahead log beside the file until there are a thousand pages of
  /// them or the store is closed; for one that makes many small changes.
  ///
  /// Each commit is as durable as before, for one sync of the disk instead of three; but whoever
  /// copies the file alone meanwhile, without its `-wal`, gets an older state of the case.
  ///
  /// - Throws: `storage`.
  public func deferCheckpoints() throws(StorageError) {
    try access { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000") }
    defersCheckpoints.store(true, ordering: .relaxed)
  }

  /// Completes the file, as far as others who read it at the moment allow.
  ///
  /// - Throws: `storage`.
  public func checkpoint() throws(StorageError) {
    try access { db in try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
  }
}
