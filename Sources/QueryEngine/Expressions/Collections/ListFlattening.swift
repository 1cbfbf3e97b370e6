import GraphModel

/// Takes the lists of a chunk apart into rows of inner chunks, which have one element each.
struct ListFlattening {
  /// The variable of the elements.
  let element: Slot
  /// The slots of the outer rows that inner expressions read.
  let slots: [Slot]

  /// Makes one.
  init(element: Slot, slots: Set<Slot>) {
    self.element = element
    self.slots = slots.sorted { $0.index < $1.index }
  }

  /// Holds some elements, at most as many as a chunk has rows.
  struct Piece {
    /// The row of the outer chunk that each element comes from, in order.
    let rows: ContiguousArray<Int32>
    /// The elements.
    let elements: ContiguousArray<Value>
    /// The outer rows, with the elements.
    let chunk: DataChunk
  }

  /// Calls `body` with all elements of all lists in order, piece by piece.
  ///
  /// Throws where a value is neither a list nor null; null has no elements.
  func forEachPiece(
    of lists: Column,
    in chunk: DataChunk,
    _ context: ExecutionContext,
    _ body: (Piece) throws(QueryError) -> Void
  ) throws(QueryError) {
    var rows = ContiguousArray<Int32>()
    var elements = ContiguousArray<Value>()
    for row in 0..<lists.count {
      guard let list = try Self.elements(of: lists.value(at: row)) else { continue }
      var next = list.startIndex
      while next < list.endIndex {
        let end = min(list.endIndex, next + DataChunk.capacityRows - elements.count)
        elements += list[next..<end]
        rows.append(contentsOf: repeatElement(Int32(row), count: end - next))
        next = end
        guard elements.count == DataChunk.capacityRows else { continue }
        try context.check()
        try body(piece(rows, elements, chunk, context.graph))
        rows.removeAll(keepingCapacity: true)
        elements.removeAll(keepingCapacity: true)
      }
    }
    if !elements.isEmpty { try body(piece(rows, elements, chunk, context.graph)) }
  }

  /// Returns the elements of a list; `nil` for null.
  static func elements(of value: Value) throws(QueryError) -> [Value]? {
    switch value {
    case .list(let elements): elements
    case .null: nil
    default:
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "a list is needed here, and this is \(value.kindWithArticle)",
        kind: .typeError
      )
    }
  }

  private func piece(
    _ rows: ContiguousArray<Int32>,
    _ elements: ContiguousArray<Value>,
    _ chunk: DataChunk,
    _ graph: PropertyGraph
  ) -> Piece {
    var inner = chunk.gathered(rows, slots: slots)
    inner.fill(element, with: Column(typing: elements, in: graph))
    return Piece(rows: rows, elements: elements, chunk: inner)
  }
}
