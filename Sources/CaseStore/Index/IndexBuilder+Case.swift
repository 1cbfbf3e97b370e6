import GRDB
import GraphModel

extension IndexBuilder {
  /// Builds the index of a case from one snapshot of it.
  ///
  /// - Parameter report: Called now and then with the number of elements read so far.
  static func build(
    casePath: String,
    _ db: Database,
    report: (Int) -> Void = { _ in }
  ) throws {
    let stamps = IndexStamps(database: db)
    let stamp = try stamps.stamp(try stamps.lastPosition())
    let coder = ElementCoder(db)
    let rows = IndexRows(try IndexBuilder(casePath: casePath)) { (word) throws(StorageError) in
      do { return try coder.word(word) } catch { throw StorageError(error) }
    }
    try rows.addStored(.node, db, coder, report: report)
    try rows.addStored(.relationship, db, coder, report: report)
    try rows.finish(stamp)
  }
}

extension IndexRows {
  /// Adds all elements of a kind that the case holds.
  func addStored(
    _ kind: ElementKind,
    _ db: Database,
    _ coder: ElementCoder,
    report: (Int) -> Void = { _ in }
  ) throws {
    let rows = try RawStatement(
      db,
      "SELECT \(StoredRow.columns(kind)) FROM \(kind.rawValue) ORDER BY id"
    )
    var batch: StoredBatch?
    var rowCount = 0
    let earlier = elementCount
    while try rows.step() {
      if rowCount & 0xFFFF == 0 { report(earlier + rowCount) }
      rowCount += 1
      let (id, shape) = (rows.integer(0), rows.integer(1))
      let range = try rows.isNull(4) ? coder.ranges().range(kind, id) : nil
      if let range, try coder.shape(shape).keys != nil {
        if let open = batch, !open.takes(id, shape, range) {
          try add(open, coder)
          batch = nil
        }
        if batch == nil { batch = StoredBatch(try coder.shape(shape), shape, range, first: id) }
        let isSound = rows.withText(5) { batch?.append($0) ?? false }
        guard isSound else { throw try Self.unreadable(kind, id, nil, coder) }
        if kind == .relationship {
          batch?.sources.append(try node(rows.integer(2), of: id, coder))
          batch?.targets.append(try node(rows.integer(3), of: id, coder))
        }
      } else {
        if let open = batch { try add(open, coder) }
        batch = nil
        try addOne(StoredRow(kind, rows), coder)
      }
    }
    if let batch { try add(batch, coder) }
  }

  /// Adds an element that is like no other before.
  private func addOne(_ row: StoredRow, _ coder: ElementCoder) throws {
    guard let properties = try coder.properties(row.shape, row.value) else {
      throw try Self.unreadable(row.kind, row.id, row.key, coder)
    }
    let key = try coder.indexKey(row)
    switch row.kind {
    case .node:
      guard let labels = try coder.labels(row.shape) else {
        throw try Self.unreadable(row.kind, row.id, row.key, coder)
      }
      try builder?.addNode(key: key, labels: labels, properties: properties)
      nodes.append(row.id)
    case .relationship:
      guard let source = nodes.index(of: row.source), let target = nodes.index(of: row.target)
      else { throw StorageError.missingEnd(of: try coder.key(row.kind, row.id, own: row.key)) }
      try builder?.addRelationship(
        key: key,
        type: try coder.shape(row.shape).name,
        source: source,
        target: target,
        properties: properties
      )
    }
  }

  private func add(_ batch: StoredBatch, _ coder: ElementCoder) throws {
    let number = batch.firstID - batch.range.ids.lowerBound + batch.range.firstNumber
    var isSound = false
    let bytes = batch.bytes.span
    switch batch.shape.kind {
    case .node:
      guard let labels = try coder.labels(batch.shapeID) else { break }
      isSound = try addNodes(
        batch.rows,
        bytes,
        labels: labels,
        prefix: batch.range.prefix,
        [.counted(first: number, count: batch.rows.count)],
        firstID: batch.firstID
      )
    case .relationship:
      isSound = try addRelationships(
        batch.rows,
        bytes,
        type: batch.shape.name,
        prefix: batch.range.prefix,
        firstNumber: number,
        ends: (batch.sources, batch.targets)
      )
    }
    guard isSound else { throw try Self.unreadable(batch.shape.kind, batch.firstID, nil, coder) }
  }

  private func node(_ row: Int64, of relationship: Int64, _ coder: ElementCoder) throws -> UInt32 {
    if let index = nodes.index(of: row) { return index }
    throw StorageError.missingEnd(of: try coder.key(.relationship, relationship, own: nil))
  }

  private static func unreadable(
    _ kind: ElementKind,
    _ id: Int64,
    _ key: String?,
    _ coder: ElementCoder
  ) throws -> StorageError {
    .unreadable(kind, try coder.key(kind, id, own: key))
  }
}

/// Rows of one shape whose ids and keys count up together.
private struct StoredBatch {
  let shape: Shape
  let shapeID: Int64
  let range: KeyRanges.Range
  let firstID: Int64
  var rows: RowColumns
  var bytes: ContiguousArray<UInt8> = []
  var sources: ContiguousArray<UInt32> = []
  var targets: ContiguousArray<UInt32> = []

  private static let limit = 4_096

  init(_ shape: Shape, _ shapeID: Int64, _ range: KeyRanges.Range, first: Int64) {
    self.shape = shape
    self.shapeID = shapeID
    self.range = range
    firstID = first
    rows = RowColumns(shape)
  }

  /// Whether a row goes on where the last one was.
  func takes(_ id: Int64, _ shape: Int64, _ range: KeyRanges.Range) -> Bool {
    rows.count < Self.limit && shape == shapeID && id == firstID + Int64(rows.count)
      && range.ids == self.range.ids
  }

  mutating func append(_ value: Span<UInt8>) -> Bool {
    let start = bytes.count
    unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    let taken = bytes
    return rows.append(taken.span, start..<taken.count)
  }
}

extension ElementCoder {
  /// Returns the key of an element as the index takes it.
  fileprivate func indexKey(_ row: StoredRow) throws -> IndexKey {
    if let own = row.key { return .own(own) }
    guard let range = try ranges().range(row.kind, row.id) else {
      return .own(try key(row.kind, row.id, own: nil))
    }
    return .counted(
      prefix: range.prefix,
      number: row.id - range.ids.lowerBound + range.firstNumber
    )
  }
}
