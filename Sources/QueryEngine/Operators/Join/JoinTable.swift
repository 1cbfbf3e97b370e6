import GraphModel

/// Holds rows by their keys, for a hash join; rows with a null in their keys equal nothing.
struct JoinTable {
  /// All rows.
  let rows: DataChunk
  private let keys: [Column]
  private var numbers = RowKeys()
  /// Where the rows of each key begin in `order`; one more than there are keys.
  private var starts: ContiguousArray<Int32> = []
  /// Rows by key.
  private var order: ContiguousArray<Int32> = []

  /// The number of different keys that were seen on either side.
  var keyCount: Int { numbers.count }

  /// Makes a table of rows and the columns of their keys.
  init(_ rows: DataChunk, keys: [Column]) {
    self.rows = rows
    self.keys = keys
    guard rows.count > 0 else { return }
    let found = numbers.numbers(keys, rowCount: rows.count)
    starts = ContiguousArray(repeating: 0, count: numbers.count + 1)
    for number in found { starts[Int(number) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    order = ContiguousArray(repeating: 0, count: rows.count)
    for (row, number) in found.enumerated() {
      order[Int(next[Int(number)])] = Int32(row)
      next[Int(number)] += 1
    }
  }

  /// Returns where the rows stand whose keys may equal those of the rows of some columns.
  mutating func matches(_ columns: [Column], rowCount: Int) -> Matches {
    guard rows.count > 0 else { return Matches() }
    let found = numbers.numbers(columns, rowCount: rowCount)
    var ranges: ContiguousArray<Range<Int32>> = []
    ranges.reserveCapacity(found.count)
    for number in found {
      let number = Int(number)
      ranges.append(number + 1 < starts.count ? starts[number]..<starts[number + 1] : 0..<0)
    }
    return Matches(columns: columns, ranges: ranges)
  }

  /// Goes through all pairs of a row and one that has equal keys.
  struct Matches {
    /// The keys of the rows.
    var columns: [Column] = []
    /// For each row the places in `order`.
    var ranges: ContiguousArray<Range<Int32>> = []
    private var row = 0
    private var position: Int32 = 0

    init() {}

    fileprivate init(columns: [Column], ranges: ContiguousArray<Range<Int32>>) {
      self.columns = columns
      self.ranges = ranges
      position = ranges.first?.lowerBound ?? 0
    }

    /// Returns the next pairs, at most as many as a chunk holds; `nil` when there are no more.
    mutating func next(in table: JoinTable) -> (
      rows: ContiguousArray<Int32>, found: ContiguousArray<Int32>
    )? {
      var rows: ContiguousArray<Int32> = []
      var found: ContiguousArray<Int32> = []
      while row < ranges.count, rows.count < DataChunk.capacityRows {
        if position < ranges[row].upperBound {
          let other = table.order[Int(position)]
          position += 1
          guard table.areEqual(columns, row, Int(other)) else { continue }
          rows.append(Int32(row))
          found.append(other)
        } else {
          row += 1
          if row < ranges.count { position = ranges[row].lowerBound }
        }
      }
      return rows.isEmpty ? nil : (rows, found)
    }
  }

  /// Equal keys are equivalent, but equivalent ones need not be equal.
  private func areEqual(_ columns: [Column], _ row: Int, _ other: Int) -> Bool {
    for (left, right) in zip(columns, keys) {
      switch (left, right) {
      case (.nodes(let indices), .nodes): if indices[row] == Column.null { return false }
      default:
        guard left.value(at: row).equals(right.value(at: other)) == true else { return false }
      }
    }
    return true
  }
}
