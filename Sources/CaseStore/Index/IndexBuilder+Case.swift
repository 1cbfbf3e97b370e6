import GRDB
import GraphModel

extension IndexBuilder {
  /// Builds the index of a case from one snapshot of it.
  static func build(casePath: String, _ db: Database) throws {
    let stamps = IndexStamps(database: db)
    let stamp = try stamps.stamp(try stamps.lastPosition())
    var builder = try IndexBuilder(casePath: casePath)
    let coder = ElementCoder(db)
    let rows = try builder.addNodes(db, coder)
    try builder.addRelationships(db, coder, rows)
    try builder.finish(stamp)
  }

  private mutating func addNodes(_ db: Database, _ coder: ElementCoder) throws -> NodeRows {
    var nodeRows = NodeRows()
    let rows = try StoredRows(.node, db)
    while let row = try rows.next() {
      guard let labels = try coder.labels(row.shape),
        let properties = try coder.properties(row.shape, row.value)
      else {
        throw StorageError.unreadable(.node, try coder.key(.node, row.id, own: row.key))
      }
      try addNode(key: try coder.indexKey(.node, row), labels: labels, properties: properties)
      nodeRows.append(row.id)
    }
    return nodeRows
  }

  private mutating func addRelationships(
    _ db: Database,
    _ coder: ElementCoder,
    _ nodes: NodeRows
  ) throws {
    let rows = try StoredRows(.relationship, db)
    while let row = try rows.next() {
      guard let source = nodes.index(of: row.source), let target = nodes.index(of: row.target)
      else {
        throw StorageError.missingEnd(of: try coder.key(.relationship, row.id, own: row.key))
      }
      guard let properties = try coder.properties(row.shape, row.value) else {
        throw StorageError.unreadable(
          .relationship,
          try coder.key(.relationship, row.id, own: row.key)
        )
      }
      try addRelationship(
        key: try coder.indexKey(.relationship, row),
        type: try coder.shape(row.shape).name,
        source: source,
        target: target,
        properties: properties
      )
    }
  }
}

extension ElementCoder {
  /// Returns the key of an element as the index takes it.
  fileprivate func indexKey(_ kind: ElementKind, _ row: StoredRow) throws -> IndexKey {
    if let own = row.key { return .own(own) }
    guard let range = try ranges().range(kind, row.id) else {
      throw StorageError(.caseDamaged, "\(kind) \(row.id) has no key", record: String(row.id))
    }
    return .counted(
      prefix: range.prefix,
      number: row.id - range.ids.lowerBound + range.firstNumber
    )
  }
}

/// Finds the indices of nodes by their row numbers, which ascend; takes no memory as long as there
/// are no gaps between them.
private struct NodeRows {
  private var first: Int64 = 0
  private var count: Int64 = 0
  private var rows: ContiguousArray<Int64> = []

  mutating func append(_ row: Int64) {
    if count == 0 { first = row }
    if rows.isEmpty, row &- first != count {
      rows = ContiguousArray((0..<count).lazy.map { [first] in first + $0 })
    }
    if !rows.isEmpty { rows.append(row) }
    count += 1
  }

  func index(of row: Int64) -> UInt32? {
    guard !rows.isEmpty else {
      let (index, isFar) = row.subtractingReportingOverflow(first)
      return !isFar && index >= 0 && index < count ? UInt32(index) : nil
    }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? UInt32(low) : nil
  }
}
