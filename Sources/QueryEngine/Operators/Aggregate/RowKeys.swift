import GraphModel

/// Gives numbers to rows that are the same in some columns, in the order of first appearance.
///
/// One column of nodes, relationships or integers without null needs no boxes.
struct RowKeys {
  private enum Form { case nodes, relationships, integers, values, tuples }

  private var form: Form?
  private var indices = IndexNumbers()
  private var integers = IntegerNumbers()
  private var values: [Value: Int32] = [:]
  private var tuples: [[Value]: Int32] = [:]

  /// The number of different rows so far.
  var count: Int {
    max(indices.keys.count, integers.keys.count, values.count, tuples.count)
  }

  /// Returns the numbers of the rows of some columns, always as many columns.
  mutating func numbers(_ columns: [Column], rowCount: Int) -> ContiguousArray<Int32> {
    adapt(to: columns)
    var numbers: ContiguousArray<Int32> = []
    numbers.reserveCapacity(rowCount)
    switch (form, columns.first) {
    case (.nodes, .nodes(let keys)), (.relationships, .relationships(let keys)):
      indices.append(keys, to: &numbers)
    case (.integers, .integers(let keys, _)):
      integers.append(keys, to: &numbers)
    case (.values, .some(let column)):
      for row in 0..<rowCount {
        numbers.append(Self.number(of: column.value(at: row), in: &values))
      }
    default:
      for row in 0..<rowCount {
        let key = columns.map { $0.value(at: row) }
        numbers.append(Self.number(of: key, in: &tuples))
      }
    }
    return numbers
  }

  /// Chooses the table for the first columns, and the table of boxed values when others follow.
  private mutating func adapt(to columns: [Column]) {
    let wanted = Self.form(of: columns)
    guard let form else {
      self.form = wanted
      return
    }
    guard form != wanted, form != .values, form != .tuples else { return }
    self.form = .values
    let known = form == .nodes ? Column.nodes(indices.keys) : .relationships(indices.keys)
    for number in 0..<known.count { values[known.value(at: number)] = Int32(number) }
    for (number, integer) in integers.keys.enumerated() {
      values[.integer(integer)] = Int32(number)
    }
    indices = IndexNumbers()
    integers = IntegerNumbers()
  }

  private static func form(of columns: [Column]) -> Form {
    guard columns.count == 1, let column = columns.first else { return .tuples }
    return switch column {
    case .nodes: .nodes
    case .relationships: .relationships
    case .integers(_, let isNull) where !isNull.contains(true): .integers
    default: .values
    }
  }

  private static func number<Key>(of key: Key, in table: inout [Key: Int32]) -> Int32 {
    if let number = table[key] { return number }
    let number = Int32(clamping: table.count)
    table[key] = number
    return number
  }
}
