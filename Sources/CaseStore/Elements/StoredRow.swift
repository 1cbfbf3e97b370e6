import GRDB
import GraphModel

/// A row of `node` or `relationship` as it is stored.
struct StoredRow {
  let kind: ElementKind
  let id: Int64
  let shape: Int64
  /// The ids of the nodes at the ends of a relationship; 0 for a node.
  let source: Int64
  let target: Int64
  let key: String?
  let value: String

  /// Columns of `init(_:_:)`, from the table of a kind.
  static func columns(_ kind: ElementKind) -> String {
    kind == .node ? "id, shape, 0, 0, key, value" : "id, shape, source, target, key, value"
  }

  init(checking kind: ElementKind, _ row: RawStatement) throws(StorageError) {
    self.kind = kind
    id = try row.requiredInteger(0)
    shape = try row.requiredInteger(1)
    source = try row.requiredInteger(2)
    target = try row.requiredInteger(3)
    key = row.text(4)
    value = try row.requiredText(5)
  }
}

extension StoredRow {
  /// Makes the row of a node, or of a relationship with the ids of its ends.
  init(
    _ kind: ElementKind,
    _ id: Int64,
    _ shape: Int64,
    ends: (source: Int64, target: Int64) = (0, 0),
    key: String?,
    value: String
  ) {
    self.kind = kind
    self.id = id
    self.shape = shape
    (source, target) = ends
    self.key = key
    self.value = value
  }

  init(_ kind: ElementKind, _ row: RawStatement) {
    self.kind = kind
    id = row.integer(0)
    shape = row.integer(1)
    source = row.integer(2)
    target = row.integer(3)
    key = row.isNull(4) ? nil : row.withText(4) { String(copying: $0) }
    value = row.withText(5) { String(copying: $0) }
  }
}

extension String {
  /// Makes a text of UTF-8; bytes that are none are replaced.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension GraphTransaction {
  /// Finds an element by its key.
  func storedRow(_ kind: ElementKind, _ key: String) throws -> StoredRow? {
    let select = "SELECT \(StoredRow.columns(kind)) FROM \(kind.rawValue) "
    let byKey = try RawStatement(kept: select + "WHERE key = ?", database, [key])
    if try byKey.step() { return try StoredRow(checking: kind, byKey) }
    for id in try coder.ranges().ids(kind, key) {
      let byID = try RawStatement(kept: select + "WHERE id = ? AND key IS NULL", database, [id])
      if try byID.step() { return try StoredRow(checking: kind, byID) }
    }
    return nil
  }

  /// Finds the row number of an element by its key.
  func storedID(_ kind: ElementKind, _ key: String) throws -> Int64? {
    for id in try coder.ranges().ids(kind, key) {
      let sql = "SELECT id FROM \(kind.rawValue) WHERE id = ? AND key IS NULL"
      if let id = try Int64.fetchOne(database, cachedSQL: sql, [id]) { return id }
    }
    let sql = "SELECT id FROM \(kind.rawValue) WHERE key = ?"
    return try Int64.fetchOne(database, cachedSQL: sql, [key])
  }

  /// Returns what to store as the key of an element: nothing where its range gives it the same.
  func ownKey(_ kind: ElementKind, _ id: Int64?, _ key: String) throws -> String? {
    guard let id, try coder.ranges().key(kind, id) == key else { return key }
    return nil
  }
}

extension StorageError {
  /// Says that the row of an element makes no sense.
  static func unreadable(_ kind: ElementKind, _ key: String) -> StorageError {
    StorageError(.caseDamaged, "\(kind.rawValue) '\(key)' cannot be read", record: key)
  }

  /// Says that a node which a relationship needs is gone.
  static func missingEnd(of key: String) -> StorageError {
    StorageError(
      .caseDamaged,
      "relationship '\(key)' leads to a node that is not there",
      record: key
    )
  }
}
