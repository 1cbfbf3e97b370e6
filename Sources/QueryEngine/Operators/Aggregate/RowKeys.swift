import GraphModel

/// Gives numbers to rows that are the same in some columns, in the order of first appearance.
///
/// Each column has its own numbers; those of several columns are joined two by two.
struct RowKeys {
  private var columns: [ColumnKeys] = []
  private var pairs: [IntegerNumbers] = []
  /// The number of different rows so far.
  private(set) var count = 0

  /// Returns the numbers of the rows of some columns, always as many columns.
  mutating func numbers(_ columns: [Column], rowCount: Int) -> ContiguousArray<Int32> {
    guard let first = columns.first else {
      if rowCount > 0 { count = 1 }
      return ContiguousArray(repeating: 0, count: rowCount)
    }
    while self.columns.count < columns.count { self.columns.append(ColumnKeys()) }
    while pairs.count < columns.count { pairs.append(IntegerNumbers()) }
    var numbers = self.columns[0].numbers(first)
    count = self.columns[0].count
    for index in columns.indices.dropFirst() {
      let others = self.columns[index].numbers(columns[index])
      var joined: ContiguousArray<Int64> = []
      joined.reserveCapacity(rowCount)
      for row in 0..<rowCount { joined.append(Int64(numbers[row]) << 32 | Int64(others[row])) }
      numbers.removeAll(keepingCapacity: true)
      pairs[index].append(joined, to: &numbers)
      count = pairs[index].keys.count
    }
    return numbers
  }
}

extension RowKeys {
  /// Forgets all; takes time in proportion to what was there.
  mutating func removeAll() {
    for index in columns.indices { columns[index].removeAll() }
    for index in pairs.indices { pairs[index].removeAll() }
    count = 0
  }
}

/// Gives numbers to the values of a column in the order of first appearance.
///
/// Nodes, relationships and integers without null need no boxes.
struct ColumnKeys {
  private enum Form { case nodes, relationships, integers, values }

  private var form: Form?
  private var indices = IndexNumbers()
  private var integers = IntegerNumbers()
  private var values: [Value: Int32] = [:]

  /// The number of different values so far.
  var count: Int { max(indices.keys.count, integers.keys.count, values.count) }

  /// Returns the numbers of the rows of a column.
  mutating func numbers(_ column: Column) -> ContiguousArray<Int32> {
    adapt(to: column)
    var numbers: ContiguousArray<Int32> = []
    numbers.reserveCapacity(column.count)
    switch (form, column) {
    case (.nodes, .nodes(let keys)), (.relationships, .relationships(let keys)):
      indices.append(keys, to: &numbers)
    case (.integers, .integers(let keys, _)): integers.append(keys, to: &numbers)
    case (_, .constant(let value, let count)):
      guard count > 0 else { return [] }
      return ContiguousArray(repeating: number(of: value), count: count)
    default:
      for row in 0..<column.count { numbers.append(number(of: column.value(at: row))) }
    }
    return numbers
  }

  /// Forgets all.
  mutating func removeAll() {
    form = nil
    indices.removeAll()
    integers.removeAll()
    values.removeAll(keepingCapacity: true)
  }

  /// Chooses the table for the first column, and the table of boxed values when others follow.
  private mutating func adapt(to column: Column) {
    let wanted = Self.form(of: column)
    guard let form else {
      self.form = wanted
      return
    }
    guard form != wanted, form != .values else { return }
    self.form = .values
    let known = form == .nodes ? Column.nodes(indices.keys) : .relationships(indices.keys)
    for number in 0..<known.count { values[known.value(at: number)] = Int32(number) }
    for (number, integer) in integers.keys.enumerated() {
      values[.integer(integer)] = Int32(number)
    }
    indices = IndexNumbers()
    integers = IntegerNumbers()
  }

  private static func form(of column: Column) -> Form {
    switch column {
    case .nodes: .nodes
    case .relationships: .relationships
    case .integers(_, let isNull) where !isNull.contains(true): .integers
    default: .values
    }
  }

  private mutating func number(of value: Value) -> Int32 {
    if let number = values[value] { return number }
    let number = Int32(clamping: values.count)
    values[value] = number
    return number
  }
}
