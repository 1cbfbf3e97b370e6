import GRDB
import GraphModel

/// A table that is being written.
final class OpenTable {
  let table: BulkTable
  let occupied: OccupiedKeys
  private(set) var ids = NodeIDs()
  private(set) var rowCount: Int64 = 0
  private let database: Database
  private let insert: BatchInsert
  private let shape: Int64
  private let firstID: Int64
  private var digest: Int64 = 0
  private let feed: IndexFeed?

  private var kind: ElementKind { table.shape.kind }

  init(_ table: BulkTable, _ db: Database, _ coder: ElementCoder, _ feed: IndexFeed?) throws {
    self.table = table
    self.feed = feed
    database = db
    shape = try coder.id(of: table.shape)
    occupied = try OccupiedKeys(table.shape.kind, table.prefix, db)
    firstID = try table.shape.kind.nextID(db)
    insert = try BatchInsert(db, isNode: table.shape.kind == .node, shape: shape)
  }

  // MARK: - Rows

  func appendNodes(_ block: BulkBlock, _ isRefused: inout Bool) throws -> [BulkFault] {
    var faults: [BulkFault] = []
    let numbers = block.numbers.span
    // Rows from here on wait to be inserted together.
    var first = 0
    var keys: [IndexBuilder.KeyRun] = []
    for row in 0..<block.count {
      let id = firstID + rowCount + Int64(row)
      let number = numbers[row]
      let text = number < 0 ? block.texts[row] ?? "" : nil
      var outcome = text.map { ids.add($0, id: id) } ?? ids.add(number, id: id)
      if !occupied.isEmpty, text.map(occupied.contains) ?? occupied.contains(number) {
        outcome = .duplicate
      }
      guard outcome != .counted else {
        Self.append(number, to: &keys)
        continue
      }
      let key = table.prefix + (text ?? String(number))
      if outcome == .duplicate {
        isRefused = true
        faults.append(BulkFault(row: row, reason: .duplicate, key: key))
      } else if !isRefused {
        try write(block, first..<row, block.sources.span, block.targets.span)
        try insertKeyed(block, row, key)
        keys.append(.own(key))
        first = row + 1
      }
    }
    if !isRefused {
      try write(block, first..<block.count, block.sources.span, block.targets.span)
      feed?.addNodes(block, table, keys, firstID: firstID + rowCount)
    }
    rowCount += Int64(block.count)
    return faults
  }

  private static func append(_ number: Int64, to keys: inout [IndexBuilder.KeyRun]) {
    if case .counted(let first, let count)? = keys.last, first + Int64(count) == number {
      keys[keys.count - 1] = .counted(first: first, count: count + 1)
    } else {
      keys.append(.counted(first: number, count: 1))
    }
  }

  private func insertKeyed(_ block: BulkBlock, _ row: Int, _ key: String) throws {
    let range = (row == 0 ? 0 : block.ends[row - 1])..<block.ends[row]
    let id = firstID + rowCount + Int64(row)
    digest &+= RowDigest.of(id, shape, 0, 0, block.values.span.extracting(range))
    digest &+= RowDigest.of(key: key)
    let sql = "INSERT INTO node (id, shape, key, value) VALUES (?, ?, ?, ?)"
    let value = String(decoding: block.values[range], as: UTF8.self)
    try database.cachedStatement(sql: sql).execute(arguments: [id, shape, key, value])
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
    if !isRefused {
      try write(block, 0..<block.count, sources.span, targets.span)
      feed?.addRelationships(block, table, sources, targets, firstNumber: rowCount + 1)
    }
    rowCount += Int64(block.count)
    return faults
  }

  /// Inserts rows without keys of their own.
  private func write(
    _ block: BulkBlock,
    _ rows: Range<Int>,
    _ sources: Span<Int64>,
    _ targets: Span<Int64>
  ) throws {
    let (values, ends) = (block.values.span, block.ends.span)
    let first = firstID + rowCount
    var start = rows.lowerBound == 0 ? 0 : ends[rows.lowerBound - 1]
    for row in rows {
      let value = values.extracting(start..<ends[row])
      start = ends[row]
      let (source, target) = kind == .node ? (0, 0) : (sources[row], targets[row])
      digest &+= RowDigest.of(first + Int64(row), shape, source, target, value)
    }
    let firstID = first + Int64(rows.lowerBound)
    try insert.insert(rows, firstID: firstID, sources, targets, values, ends)
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
    try BulkRange(
      position: position,
      kind: kind,
      name: table.prefix,
      isAdded: true,
      ids: firstID...firstID + rowCount - 1,
      rowCount: rowCount,
      digest: digest
    ).write(to: database, ordinal: ordinal)
  }
}
