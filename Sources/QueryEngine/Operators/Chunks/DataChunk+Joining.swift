import GraphModel

extension DataChunk {
  /// Returns the rows of all chunks in order.
  static func joined(_ chunks: [DataChunk]) -> DataChunk {
    guard chunks.count != 1, let first = chunks.first else {
      return chunks.first ?? DataChunk(slotCount: 0, count: 0)
    }
    let width = chunks.reduce(first.columns.count) { max($0, $1.columns.count) }
    var joined = DataChunk(slotCount: width, count: chunks.reduce(0) { $0 + $1.count })
    joined.columns = ColumnRun.columns(width, rows: joined.count) { index in
      let slot = Slot(index)
      guard chunks.contains(where: { $0.isFilled(slot) }) else { return nil }
      return Column.joined(chunks.map { $0.column(slot) })
    }
    return joined
  }

  /// Whether the slot has a column.
  func isFilled(_ slot: Slot) -> Bool {
    slot.index < columns.count && columns[slot.index] != nil
  }

  /// Returns a slot behind all others, for a column that leaves no trace.
  func hiddenSlot(_ context: ExecutionContext) -> Slot {
    Slot(max(columns.count, context.slotCount))
  }

  /// Returns consecutive rows.
  func slice(_ rows: Range<Int>) -> DataChunk {
    if rows == 0..<count { return self }
    return gathered(ContiguousArray(Int32(rows.lowerBound)..<Int32(rows.upperBound)))
  }

  /// Fills the slots that are empty from one row of another chunk, whose rows these come from.
  mutating func fillEmptySlots(from outer: DataChunk, row: Int) {
    let selection = ContiguousArray(repeating: Int32(row), count: count)
    for index in outer.columns.indices where !isFilled(Slot(index)) {
      guard let column = outer.columns[index] else { continue }
      fill(Slot(index), with: column.gathered(selection))
    }
  }

  /// About how many bytes the chunk takes.
  var estimatedBytes: Int {
    columns.reduce(0) { sum, column in
      switch column {
      case nil, .constant: sum
      case .nodes, .relationships, .texts: sum + 4 * count
      case .integers, .floats, .dates: sum + 8 * count
      case .booleans: sum + count
      case .values: sum + 48 * count
      }
    }
  }
}

extension Column {
  /// Returns the values of all columns in order, typed if all have the same type.
  static func joined(_ columns: [Column]) -> Column {
    guard let typed = columns.first(where: { !$0.isAllNull }) else {
      return .constant(.null, count: columns.reduce(0) { $0 + $1.count })
    }
    switch typed {
    case .nodes:
      let indices = joinedIndices(columns) { if case .nodes(let part) = $0 { part } else { nil } }
      return indices.map { .nodes($0) } ?? joinedValues(columns)
    case .relationships:
      let indices = joinedIndices(columns) {
        if case .relationships(let part) = $0 { part } else { nil }
      }
      return indices.map { .relationships($0) } ?? joinedValues(columns)
    case .texts(let first):
      // Numbers of another dictionary mean other texts.
      let codes = joinedIndices(columns) { column in
        guard case .texts(let part) = column, part.dictionary.isSame(as: first.dictionary) else {
          return nil
        }
        return part.codes
      }
      return codes.map { .texts(TextCodes(codes: $0, dictionary: first.dictionary)) }
        ?? joinedValues(columns)
    case .integers:
      let numbers = joinedNumbers(columns, 0 as Int64) {
        if case .integers(let part, let isNull) = $0 { (part, isNull) } else { nil }
      }
      return numbers.map { .integers($0, isNull: $1) } ?? joinedValues(columns)
    case .dates:
      let days = joinedNumbers(columns, 0 as Int64) {
        if case .dates(let part, let isNull) = $0 { (part, isNull) } else { nil }
      }
      return days.map { .dates($0, isNull: $1) } ?? joinedValues(columns)
    case .floats:
      let numbers = joinedNumbers(columns, 0 as Double) {
        if case .floats(let part, let isNull) = $0 { (part, isNull) } else { nil }
      }
      return numbers.map { .floats($0, isNull: $1) } ?? joinedValues(columns)
    default: return joinedValues(columns)
    }
  }

  private var isAllNull: Bool {
    if case .constant(.null, _) = self { true } else { false }
  }

  /// Returns numbers of which the highest stands for null; `nil` where a column has none and is not
  /// all null.
  private static func joinedIndices(
    _ columns: [Column],
    _ part: (Column) -> ContiguousArray<UInt32>?
  ) -> ContiguousArray<UInt32>? {
    var joined: ContiguousArray<UInt32> = []
    for column in columns {
      if let indices = part(column) {
        joined.append(contentsOf: indices)
      } else if column.isAllNull {
        joined.append(contentsOf: repeatElement(Self.null, count: column.count))
      } else {
        return nil
      }
    }
    return joined
  }

  private static func joinedNumbers<Number>(
    _ columns: [Column],
    _ empty: Number,
    _ part: (Column) -> (ContiguousArray<Number>, ContiguousArray<Bool>)?
  ) -> (ContiguousArray<Number>, ContiguousArray<Bool>)? {
    var joined: ContiguousArray<Number> = []
    var isNull: ContiguousArray<Bool> = []
    for column in columns {
      guard let (numbers, nulls) = part(column) else {
        guard column.isAllNull else { return nil }
        joined.append(contentsOf: repeatElement(empty, count: column.count))
        isNull.append(contentsOf: repeatElement(true, count: column.count))
        continue
      }
      joined.append(contentsOf: numbers)
      if nulls.isEmpty {
        isNull.append(contentsOf: repeatElement(false, count: numbers.count))
      } else {
        isNull.append(contentsOf: nulls)
      }
    }
    return (joined, isNull.contains(true) ? isNull : [])
  }

  private static func joinedValues(_ columns: [Column]) -> Column {
    var joined: ContiguousArray<Value> = []
    joined.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for column in columns { joined.append(contentsOf: column.boxed) }
    return .values(joined)
  }
}
