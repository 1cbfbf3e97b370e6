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
        try addOne(kind, rows, coder)
      }
    }
    if let batch { try add(batch, coder) }
  }

  /// Adds the element of the current row, which is like no other before.
  private func addOne(_ kind: ElementKind, _ rows: RawStatement, _ coder: ElementCoder) throws {
    let (id, shape) = (rows.integer(0), rows.integer(1))
    let own = rows.isNull(4) ? nil : rows.withText(4) { String(copying: $0) }
    let key = try coder.indexKey(kind, id, own)
    switch kind {
    case .node:
      guard let labels = try coder.labels(shape) else {
        throw try Self.unreadable(kind, id, own, coder)
      }
      _ = try builder?.beginNode(key, labels)
      nodes.append(id)
    case .relationship:
      guard let source = nodes.index(of: rows.integer(2)),
        let target = nodes.index(of: rows.integer(3))
      else { throw StorageError.missingEnd(of: try coder.key(kind, id, own: own)) }
      let type = try coder.shape(shape).name
      _ = try builder?.beginRelationship(key, type, source, target)
    }
    let isSound = try rows.withText(5) { text throws in
      guard try coder.shape(shape).keys != nil else {
        return try builder?.addProperties(kind, stored: text) ?? true
      }
      guard let properties = try coder.properties(shape, String(copying: text)) else {
        return false
      }
      try builder?.addProperties(kind, properties)
      return true
    }
    guard isSound else { throw try Self.unreadable(kind, id, own, coder) }
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
        of: batch.shape,
        bytes,
        labels: labels,
        prefix: batch.range.prefix,
        [.counted(first: number, count: batch.rows.count)],
        firstID: batch.firstID
      )
    case .relationship:
      isSound = try addRelationships(
        batch.rows,
        of: batch.shape,
        bytes,
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
    rows = RowColumns(columnCount: shape.forms.count, capacity: Self.limit)
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
  fileprivate func indexKey(_ kind: ElementKind, _ id: Int64, _ own: String?) throws -> IndexKey {
    if let own { return .own(own) }
    guard let range = try ranges().range(kind, id) else {
      return .own(try key(kind, id, own: nil))
    }
    return .counted(prefix: range.prefix, number: id - range.ids.lowerBound + range.firstNumber)
  }
}
