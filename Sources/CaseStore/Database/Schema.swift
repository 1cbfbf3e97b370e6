import GRDB
import GraphModel

/// Knows the tables of every version of the file format.
///
/// The version is SQLite's own `user_version`, and a migration is a step of plain SQL. GRDB's
/// `DatabaseMigrator` would keep names of migrations in a table of its own; a number in the file's
/// header is visible to every tool, comparable (older, newer), and readable before any table is.
package struct Schema: Sendable {
  /// Marks our files in the SQLite header: `Bkch` in ASCII.
  package static let applicationID: Int64 = 0x426B_6368

  /// The step at index `n` brings a file from version `n` to version `n + 1`.
  ///
  /// Steps are never edited once released, and drop and create objects instead of altering them,
  /// so that their SQL stays comparable.
  package let steps: [String]
  /// The oldest version that can be read as it is, because later steps only add tables whose
  /// absence readers take for emptiness.
  let oldestReadable: Int

  package init(steps: [String], oldestReadable: Int? = nil) {
    self.steps = steps
    self.oldestReadable = oldestReadable ?? steps.count
  }

  /// The schema of this program.
  package static let current = Schema(
    steps: [version1Tables + version1Views, version2, version3],
    oldestReadable: 2
  )

  /// The version that this schema writes.
  var version: Int { steps.count }

  /// Builds the schema in an empty database.
  func create(in db: Database) throws {
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
      throw StorageError(.caseExists, "the file exists already")
    }
    try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
    try migrate(db, from: 0)
  }

  /// Runs the steps that a file of an older version lacks; to be called in a transaction.
  func migrate(_ db: Database, from version: Int) throws {
    for step in steps.dropFirst(version) { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA user_version = \(self.version)")
  }

  /// Brings a copy in memory up to date, of a file of an older version that must not be changed.
  func migratedCopy(of connection: DatabaseQueue) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: CaseFile.configuration())
    try connection.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try migrate(db, from: try verify(db))
        return .commit
      }
    }
    return copy
  }

  /// Returns the version of a database after checking that it is a case and holds what a case of
  /// that version holds.
  func verify(_ db: Database) throws -> Int {
    guard try Int64.fetchOne(db, sql: "PRAGMA application_id") == Self.applicationID else {
      throw StorageError(.caseForeign, "the file is an SQLite database of another program")
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw StorageError(
        .caseNewer,
        "the case has format \(found), and this program knows up to \(version)"
      )
    }
    guard found >= 1 else {
      throw StorageError(.caseDamaged, "the case has no valid format number (\(found))")
    }
    try compare(try SchemaObject.all(in: db), at: found)
    return found
  }

  /// Throws unless `objects` are those of `version`, and perhaps tables and views of the user's.
  ///
  /// A trigger runs inside our transactions and an index answers our queries, so neither may come
  /// from elsewhere.
  private func compare(_ objects: Set<SchemaObject>, at version: Int) throws {
    if objects == SchemaObject.all(inText: steps.prefix(version)) { return }
    let expected = try expectedObjects(at: version)
    let (ownTables, ownNames) = (Set(expected.map(\.table)), Set(expected.map(\.name)))
    func byName(_ objects: Set<SchemaObject>) -> [SchemaObject] {
      objects.sorted { $0.name < $1.name }
    }
    for object in byName(objects.subtracting(expected)) {
      let name = object.name
      guard !ownNames.contains(name) else {
        throw damaged("'\(name)' is not what it is in a case of format \(version)")
      }
      guard object.isHarmless, !ownTables.contains(object.table) else {
        throw damaged("the file holds '\(name)', which is no part of a case")
      }
    }
    if let missing = byName(expected.subtracting(objects)).first {
      throw damaged("the file lacks '\(missing.name)', a part of every case")
    }
  }

  private func damaged(_ message: String) -> StorageError {
    StorageError(
      .caseDamaged,
      message,
      remedy: "another program has changed the file: undo that there, or restore a copy"
    )
  }

  /// Returns what SQLite itself makes of the steps up to a version.
  package func expectedObjects(at version: Int) throws -> Set<SchemaObject> {
    try DatabaseQueue().writeWithoutTransaction { db in
      for step in steps.prefix(version) { try db.execute(sql: step) }
      return try SchemaObject.all(in: db)
    }
  }
}
