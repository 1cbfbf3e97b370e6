import GRDB
import GraphModel

/// A table that is being written.
final class OpenTable {
  let table: BulkTable
  let occupied: OccupiedKeys
  private(set) var ids = NodeIDs()
  private(set) var rowCount: Int64 = 0
  private let database: Database
  private let insert: RawStatement
  private let shape: Int64
  private let firstID: Int64
  private var digest: Int64 = 0

  private var kind: ElementKind { table.shape.kind }

  init(_ table: BulkTable, _ db: Database, _ coder: ElementCoder) throws {
    self.table = table
    database = db
    shape = try coder.id(of: table.shape)
    occupied = try OccupiedKeys(table.shape.kind, table.prefix, db)
    let last = try Int64.fetchOne(
      db,
      cachedSQL: "SELECT seq FROM sqlite_sequence WHERE name = ?",
      [table.shape.kind.rawValue]
    )
    firstID = (last ?? 0) + 1
    guard firstID < 1 << 48 else { throw StorageError(.caseDamaged, "the case has no ids left") }
    insert = try RawStatement(
      db,
      table.shape.kind == .node
        ? "INSERT INTO node (shape, id, key, value) VALUES (?, ?, ?, ?)"
        : "INSERT INTO relationship (shape, id, source, target, value) VALUES (?, ?, ?, ?, ?)"
    )
    insert.bind(1, shape)
  }

  // MARK: - Rows

  func appendNodes(_ block: BulkBlock, _ isRefused: inout Bool) throws -> [BulkFault] {
    var faults: [BulkFault] = []
    let (values, ends, numbers) = (block.values.span, block.ends.span, block.numbers.span)
    var start = 0
    for row in 0..<block.count {
      let id = firstID + rowCount
      let number = numbers[row]
      let text = number < 0 ? block.texts[row] ?? "" : nil
      var outcome = text.map { ids.add($0, id: id) } ?? ids.add(number, id: id)
      if !occupied.isEmpty, text.map(occupied.contains) ?? occupied.contains(number) {
        outcome = .duplicate
      }
      rowCount += 1
      let value = values.extracting(start..<ends[row])
      start = ends[row]
      if outcome == .duplicate {
        isRefused = true
        let key = table.prefix + (text ?? String(number))
        faults.append(BulkFault(row: row, reason: .duplicate, key: key))
      }
      guard !isRefused else { continue }
      digest &+= RowDigest.of(id, shape, 0, 0, value)
      insert.bind(2, id)
      guard outcome == .keyed else {
        try insert.run(text: 4, value)
        continue
      }
      try insert.binding(3, table.prefix + (text ?? String(number))) {
        try insert.run(text: 4, value)
      }
    }
    return faults
  }

  func appendRelationships(
    _ block: BulkBlock,
    _ isRefused: inout Bool,
    _ transaction: TransactionBox
  ) throws -> [BulkFault] {
    var (sources, targets) = (block.sources, block.targets)
    var faults: [BulkFault] = []
    for end in block.unknownEnds {
      if let id = try transaction.value.storedRow(.node, end.key)?.id {
        if end.isSource { sources[end.row] = id } else { targets[end.row] = id }
      } else {
        let reason = BulkFault.Reason.dangling(isSource: end.isSource)
        faults.append(BulkFault(row: end.row, reason: reason, key: end.key))
      }
    }
    isRefused = isRefused || !faults.isEmpty
    try write(block, sources.span, targets.span, isRefused)
    return faults
  }

  private func write(
    _ block: BulkBlock,
    _ sources: Span<Int64>,
    _ targets: Span<Int64>,
    _ isRefused: Bool
  ) throws {
    let (values, ends) = (block.values.span, block.ends.span)
    guard !isRefused else {
      rowCount += Int64(block.count)
      return
    }
    var start = 0
    for row in 0..<block.count {
      let id = firstID + rowCount
      rowCount += 1
      let value = values.extracting(start..<ends[row])
      start = ends[row]
      digest &+= RowDigest.of(id, shape, sources[row], targets[row], value)
      insert.bind(2, id)
      insert.bind(3, sources[row])
      insert.bind(4, targets[row])
      try insert.run(text: 5, value)
    }
  }

  // MARK: - The end

  /// Writes how the keys follow from the ids.
  func writeRanges() throws {
    let sql = """
      INSERT INTO key_range (kind, first_id, last_id, prefix, first_number) VALUES (?, ?, ?, ?, ?)
      """
    let statement = try database.cachedStatement(sql: sql)
    guard kind == .node else {
      return try statement.execute(
        arguments: [kind.rawValue, firstID, firstID + rowCount - 1, table.prefix, 1]
      )
    }
    for run in ids.runs {
      let last = run.firstID + (run.numbers.upperBound - run.numbers.lowerBound)
      try statement.execute(
        arguments: [kind.rawValue, run.firstID, last, table.prefix, run.numbers.lowerBound]
      )
    }
  }

  func log(position: Int64, ordinal: Int) throws {
    try database.execute(
      sql: "INSERT INTO bulk_log VALUES (?, ?, ?, ?, 'added', ?, ?, ?, ?)",
      arguments: [
        position, ordinal, kind.rawValue, table.prefix, firstID, firstID + rowCount - 1,
        rowCount, digest,
      ]
    )
  }
}
