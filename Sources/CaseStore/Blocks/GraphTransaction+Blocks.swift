import GRDB
import GraphModel

extension GraphTransaction {
  /// Puts all nodes of a block, then all relationships, and removes nothing, as `merge` of a graph.
  ///
  /// Memory does not grow with the number of blocks.
  ///
  /// - Throws: `danglingID` for a relationship that leads to no node.
  @discardableResult
  public mutating func merge(_ block: ElementBlock) throws(StorageError) -> MergeCounts {
    try attempt { transaction throws in
      transaction.lastIDs = [:]
      let shapes = try block.shapes.map(transaction.coder.id)
      var run = BlockRun(block: block, shapes: shapes)
      if transaction.inserts == nil {
        let database = transaction.database
        transaction.inserts = (
          nodes: try BlockInsert(database, .node),
          relationships: try BlockInsert(database, .relationship)
        )
      }
      try transaction.write(.node, &run)
      for key in block.others { run.others.append(try transaction.nodeID(key)) }
      try transaction.write(.relationship, &run)
      return run.counts
    }
  }

  private mutating func write(_ kind: ElementKind, _ run: inout BlockRun) throws {
    guard let added else {
      for place in run.block.elements(kind).indices { try put(kind, place, &run) }
      return
    }
    let hasRanges = try !coder.ranges().isEmpty(kind)
    var nextID = added.nextID(kind)
    for (place, element) in run.block.elements(kind).enumerated() {
      // An element of a table may have the key, and no row says so.
      if hasRanges, try !coder.ranges().ids(kind, run.block.text(element.key)).isEmpty {
        try insertWaiting(kind, &run)
        try put(kind, place, &run)
        nextID = self.added?.nextID(kind) ?? nextID
        continue
      }
      let ends = kind == .node ? (0, 0) : try run.ends(place)
      run.wait(element, place, id: nextID, ends)
      nextID += 1
      guard run.rows.count == BlockInsert.batchSize else { continue }
      try insertWaiting(kind, &run)
      nextID = self.added?.nextID(kind) ?? nextID
    }
    try insertWaiting(kind, &run)
  }

  /// Inserts the rows that wait; an element that is there already is put for itself.
  private mutating func insertWaiting(_ kind: ElementKind, _ run: inout BlockRun) throws {
    guard !run.rows.isEmpty,
      let insert = kind == .node ? inserts?.nodes : inserts?.relationships
    else { return }
    let bytes = run.block.bytes
    let isAllNew = try insert.insert(run.rows.span, bytes.span)
    for index in run.rows.indices {
      let row = run.rows[index]
      if try isAllNew || insert.id(of: row.key, bytes.span) == row.id {
        added?.add(kind, row.id, digest: row.digest(bytes.span))
        if kind == .node { run.ids.append(row.id) }
        run.counts.count(.added)
      } else {
        try put(kind, run.places[index], &run)
      }
    }
    run.rows.removeAll(keepingCapacity: true)
    run.places.removeAll(keepingCapacity: true)
  }

  /// Puts one element as one that may be there already.
  private mutating func put(_ kind: ElementKind, _ place: Int, _ run: inout BlockRun) throws {
    let block = run.block
    let element = block.elements(kind)[place]
    let (key, properties) = (block.text(element.key), block.text(element.value))
    let name = block.shapes[element.shape].name
    switch kind {
    case .node:
      run.counts.count(try writeNode(key, labels: name, properties: properties))
      run.ids.append(lastNodeID)
    case .relationship:
      let ids = try run.ends(place)
      let ends = (
        source: (id: ids.source, key: block.key(block.sources[place])),
        target: (id: ids.target, key: block.key(block.targets[place]))
      )
      run.counts.count(
        try writeRelationship(key, type: name, ends: ends, properties: properties)
      )
    }
  }
}

/// What is known of a block while it is written.
private struct BlockRun {
  let block: ElementBlock
  let shapes: [Int64]
  /// The ids of the nodes, by their places.
  var ids: [Int64] = []
  /// The ids of the other nodes that relationships lead to; `nil` where there is none.
  var others: [Int64?] = []
  var counts = MergeCounts()
  /// The rows that wait to be inserted, and the places of their elements.
  var rows: [BlockInsert.Row] = []
  var places: [Int] = []

  init(block: ElementBlock, shapes: [Int64]) {
    self.block = block
    self.shapes = shapes
    ids.reserveCapacity(block.nodes.count)
  }

  mutating func wait(
    _ element: ElementBlock.Element,
    _ place: Int,
    id: Int64,
    _ ends: (source: Int64, target: Int64)
  ) {
    rows.append(
      BlockInsert.Row(
        id: id,
        shape: shapes[element.shape],
        source: ends.source,
        target: ends.target,
        key: element.key,
        value: element.value
      )
    )
    places.append(place)
  }

  /// Returns the ids of the nodes at the ends of a relationship.
  func ends(_ place: Int) throws(StorageError) -> (source: Int64, target: Int64) {
    (try id(block.sources[place], of: place), try id(block.targets[place], of: place))
  }

  private func id(_ end: ElementBlock.End, of place: Int) throws(StorageError) -> Int64 {
    switch end {
    case .own(let node): return ids[node]
    case .other(let other):
      if let id = others[other] { return id }
      let key = block.text(block.relationships[place].key)
      throw GraphTransaction.dangling(block.others[other], of: key)
    }
  }
}

extension BlockInsert.Row {
  /// The digest of the row with its key.
  fileprivate func digest(_ bytes: Span<UInt8>) -> Int64 {
    RowDigest.of(id, shape, source, target, bytes.extracting(value))
      &+ RowDigest.of(key: bytes.extracting(key))
  }
}
