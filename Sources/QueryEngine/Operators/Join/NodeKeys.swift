import GraphModel

/// Gives numbers to the nodes that rows have in some columns, from 0 up.
///
/// Nodes of one column that lie close together are numbered as they come in the graph: then finding a
/// number is a subtraction. All others are hashed, one column after the other.
struct NodeKeys {
  private enum Form {
    case dense(lowest: UInt32)
    /// By column: of the first the nodes, of each other one pairs of the number so far and a node.
    case hashed([IntegerNumbers])
  }

  private let form: Form
  /// More than any number.
  let count: Int

  /// Stands for rows that have no number.
  static let none: Int32 = -1

  /// Numbers some rows, and returns what they have got; those with a null have none.
  static func numbering(_ columns: [ContiguousArray<UInt32>]) -> (
    keys: NodeKeys, numbers: ContiguousArray<Int32>
  ) {
    if columns.count == 1, let dense = dense(columns[0]) {
      return (dense, dense.numbers(columns))
    }
    var tables = columns.map { _ in IntegerNumbers() }
    var numbers = ContiguousArray<Int32>(repeating: 0, count: columns.first?.count ?? 0)
    for (index, column) in columns.enumerated() {
      for row in numbers.indices where numbers[row] != none {
        numbers[row] =
          column[row] == Column.null
          ? none : tables[index].number(of: pair(numbers[row], column[row]))
      }
    }
    let count = tables.last?.keys.count ?? 0
    return (NodeKeys(form: .hashed(tables), count: count), numbers)
  }

  private init(form: Form, count: Int) {
    self.form = form
    self.count = count
  }

  /// `nil` where a table of all numbers would be much larger than there are rows.
  private static func dense(_ nodes: ContiguousArray<UInt32>) -> NodeKeys? {
    var (lowest, highest) = (UInt32.max, UInt32.min)
    for node in nodes where node != Column.null {
      lowest = min(lowest, node)
      highest = max(highest, node)
    }
    guard lowest <= highest, Int(highest - lowest) < 4 * nodes.count else { return nil }
    return NodeKeys(form: .dense(lowest: lowest), count: Int(highest - lowest) + 1)
  }

  /// Returns the numbers of rows; `none` where the nodes of a row have no number.
  func numbers(_ columns: [ContiguousArray<UInt32>]) -> ContiguousArray<Int32> {
    switch form {
    case .dense(let lowest):
      let nodes = columns[0]
      return ContiguousArray(count: nodes.count) { row in
        let place = nodes[row] &- lowest
        return place < count ? Int32(truncatingIfNeeded: place) : Self.none
      }
    case .hashed(let tables):
      var numbers = ContiguousArray<Int32>(repeating: 0, count: columns.first?.count ?? 0)
      for (table, column) in zip(tables, columns) {
        for row in numbers.indices where numbers[row] != Self.none {
          numbers[row] = table.known(Self.pair(numbers[row], column[row])) ?? Self.none
        }
      }
      return numbers
    }
  }

  private static func pair(_ number: Int32, _ node: UInt32) -> Int64 {
    Int64(number) << 32 | Int64(node)
  }
}
