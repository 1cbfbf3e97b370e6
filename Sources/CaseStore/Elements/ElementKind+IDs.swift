import GRDB
import GraphModel

extension ElementKind {
  /// Returns the highest id that an element of the kind has ever had; 0 before the first.
  func lastID(_ db: Database) throws -> Int64 {
    let sql = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return try Int64.fetchOne(db, cachedSQL: sql, [rawValue]) ?? 0
  }

  /// Returns the id that the next element gets.
  ///
  /// - Throws: `caseDamaged` where none is left.
  func nextID(_ db: Database) throws -> Int64 {
    let last = try lastID(db)
    guard last < (1 << 48) - 1 else {
      throw StorageError(.caseDamaged, "the case has no ids left")
    }
    return last + 1
  }
}
