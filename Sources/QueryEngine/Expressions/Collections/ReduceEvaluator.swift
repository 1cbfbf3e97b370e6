import GraphModel

/// Computes a value from a list, element by element: `reduce(a = start, x IN list | step)`.
///
/// All rows of the chunk advance by one element at a time.
struct ReduceEvaluator: ExpressionEvaluator {
  /// The first value.
  let start: any ExpressionEvaluator
  /// The list.
  let list: any ExpressionEvaluator
  /// The next value.
  let step: any ExpressionEvaluator
  /// The variable of the value so far.
  let accumulator: Slot
  /// The variable of the elements.
  let element: Slot
  /// The slots of the outer rows that the step reads.
  let slots: [Slot]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var lists: [[Value]?] = []
    let column = try list.evaluate(chunk, context)
    for row in 0..<chunk.count {
      lists.append(try ListFlattening.elements(of: column.value(at: row)))
    }
    var rows = ContiguousArray(chunk.allRows.lazy.filter { lists[Int($0)] != nil })
    var values = try start.evaluate(chunk, context).gathered(rows)
    var outer = chunk.gathered(rows, slots: slots)
    var parts: [Column.Part] = []
    var position = 0
    while !rows.isEmpty {
      let (ending, going) = Self.split(rows) { position >= lists[Int($0)]?.count ?? 0 }
      if !ending.isEmpty {
        let ended = ContiguousArray(ending.lazy.map { rows[Int($0)] })
        parts.append(Column.Part(rows: ended, column: values.gathered(ending)))
        values = values.gathered(going)
        rows = ContiguousArray(going.lazy.map { rows[Int($0)] })
        outer = outer.gathered(going, slots: slots)
      }
      guard !rows.isEmpty else { break }
      if position % DataChunk.capacityRows == 0 { try context.check() }
      let elements = ContiguousArray(rows.lazy.map { lists[Int($0)]?[position] ?? .null })
      var inner = outer
      inner.fill(accumulator, with: values)
      inner.fill(element, with: Column(typing: elements, in: context.graph))
      values = try step.evaluate(inner, context)
      position += 1
    }
    return parts.isEmpty ? .nulls(count: chunk.count) : .merged(parts, count: chunk.count)
  }

  /// Returns the positions of the rows for which `isEnding` is true, and those of the others.
  private static func split(
    _ rows: ContiguousArray<Int32>,
    _ isEnding: (Int32) -> Bool
  ) -> (ending: ContiguousArray<Int32>, going: ContiguousArray<Int32>) {
    var ending = ContiguousArray<Int32>()
    var going = ContiguousArray<Int32>()
    for index in rows.indices {
      if isEnding(rows[index]) { ending.append(Int32(index)) } else { going.append(Int32(index)) }
    }
    return (ending, going)
  }
}
