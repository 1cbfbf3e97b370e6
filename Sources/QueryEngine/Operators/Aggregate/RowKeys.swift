import GraphModel

/// Gives numbers to rows that are the same in some columns, in the order of first appearance.
///
/// The first column has its own numbers; those of each further one are joined with those before.
struct RowKeys {
  private var first = ColumnKeys()
  /// By column after the first.
  private var pairs: [PairNumbers] = []
  /// The number of different rows so far.
  private(set) var count = 0

  /// Returns the numbers of the rows of some columns, always as many columns.
  mutating func numbers(_ columns: [Column], rowCount: Int) -> ContiguousArray<Int32> {
    guard let column = columns.first else {
      if rowCount > 0 { count = 1 }
      return ContiguousArray(repeating: 0, count: rowCount)
    }
    while pairs.count < columns.count - 1 { pairs.append(PairNumbers()) }
    var numbers = first.numbers(column)
    count = first.count
    for (index, column) in columns.dropFirst().enumerated() {
      numbers = pairs[index].numbers(numbers, column)
      count = pairs[index].count
    }
    return numbers
  }
}

extension RowKeys {
  /// Forgets all; takes time in proportion to what was there.
  mutating func removeAll() {
    first.removeAll()
    for index in pairs.indices { pairs[index].removeAll() }
    count = 0
  }
}

/// Gives numbers to the values of a column in the order of first appearance.
///
/// Nodes, relationships, integers and days need no boxes, the latter two without null.
struct ColumnKeys {
  private enum Form { case nodes, relationships, integers, dates, values }

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
    case (.integers, .integers(let keys, _)), (.dates, .dates(let keys, _)):
      integers.append(keys, to: &numbers)
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
    let known: Column =
      switch form {
      case .nodes: .nodes(indices.keys)
      case .relationships: .relationships(indices.keys)
      case .dates: .dates(integers.keys, isNull: [])
      case .integers, .values: .integers(integers.keys, isNull: [])
      }
    for number in 0..<known.count { values[known.value(at: number)] = Int32(number) }
    indices = IndexNumbers()
    integers = IntegerNumbers()
  }

  private static func form(of column: Column) -> Form {
    switch column {
    case .nodes: .nodes
    case .relationships: .relationships
    case .integers(_, let isNull) where !isNull.contains(true): .integers
    case .dates(_, let isNull) where !isNull.contains(true): .dates
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
