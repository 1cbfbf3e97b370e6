import GraphModel

/// Holds rows by the nodes in some of their columns, for a hash join; a null equals nothing.
struct JoinTable {
  /// The rows that have nodes in all these columns, which are left out; those with the same nodes
  /// follow each other.
  let rows: DataChunk
  private let keys: NodeKeys
  /// Where the rows of each number begin; one more than there are numbers.
  private let starts: ContiguousArray<Int32>

  /// Makes a table of rows and the slots of their nodes.
  init(_ rows: DataChunk, nodes: [Slot]) throws(QueryError) {
    let (keys, numbers) = NodeKeys.numbering(try rows.nodes(nodes))
    var starts = ContiguousArray<Int32>(repeating: 0, count: keys.count + 1)
    for number in numbers where number != NodeKeys.none { starts[Int(number) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.keys = keys
    self.starts = starts
    var others = rows
    for slot in nodes where rows.isFilled(slot) { others.columns[slot.index] = nil }
    self.rows = numbers.isAscending ? others : others.gathered(Self.order(numbers, starts))
  }

  /// The rows in the order of their numbers.
  private static func order(
    _ numbers: ContiguousArray<Int32>,
    _ starts: ContiguousArray<Int32>
  ) -> ContiguousArray<Int32> {
    var next = starts
    var order = ContiguousArray<Int32>(repeating: 0, count: Int(starts[starts.count - 1]))
    for (row, number) in numbers.enumerated() where number != NodeKeys.none {
      order[Int(next[Int(number)])] = Int32(truncatingIfNeeded: row)
      next[Int(number)] += 1
    }
    return order
  }

  /// Returns where the rows stand that have the same nodes as those of a chunk have in some slots.
  func matches(_ chunk: DataChunk, nodes: [Slot]) throws(QueryError) -> Matches {
    var matches = Matches()
    for number in keys.numbers(try chunk.nodes(nodes)) {
      let place = Int(number)
      matches.ranges.append(
        number == NodeKeys.none ? 0..<0 : starts[place]..<starts[place + 1]
      )
    }
    matches.position = matches.ranges.first?.lowerBound ?? 0
    return matches
  }

  /// Goes through all pairs of a row and one of the table.
  struct Matches {
    /// For each row those of the table.
    fileprivate var ranges: ContiguousArray<Range<Int32>> = []
    private var row = 0
    fileprivate var position: Int32 = 0

    /// Returns the next pairs, at most so many; `nil` when there are no more.
    mutating func next(atMost capacity: Int = DataChunk.capacityRows) -> Pairs? {
      let first = row
      var (row, position) = (row, position)
      var ends: ContiguousArray<Int> = []
      let found = unsafe ContiguousArray<Int32>(capacity: capacity) { buffer in
        var count = 0
        while row < ranges.count {
          let end = min(ranges[row].upperBound, position + Int32(capacity - count))
          while position < end {
            unsafe buffer.initializeElement(at: count, to: position)
            count += 1
            position += 1
          }
          ends.append(count)
          if position < ranges[row].upperBound { break }
          row += 1
          position = row < ranges.count ? ranges[row].lowerBound : 0
        }
        return count
      }
      (self.row, self.position) = (row, position)
      return found.isEmpty
        ? nil
        : Pairs(
          rows: ContiguousArray(repeatingFrom: Int32(truncatingIfNeeded: first), ends: ends),
          found: found
        )
    }
  }

  /// Pairs of a row and one of the table.
  struct Pairs {
    private(set) var rows: ContiguousArray<Int32> = []
    private(set) var found: ContiguousArray<Int32> = []

    /// The number of pairs.
    var count: Int { rows.count }

    /// Returns some of the pairs.
    func gathered(_ places: ContiguousArray<Int32>) -> Pairs {
      Pairs(rows: rows.gathered(places), found: found.gathered(places))
    }

    /// Adds pairs behind the others.
    mutating func append(_ more: Pairs) {
      if count == 0 {
        self = more
      } else {
        rows += more.rows
        found += more.found
      }
    }
  }
}

extension ContiguousArray<Int32> {
  /// Whether there are numbers alone, and no one is smaller than the one before.
  fileprivate var isAscending: Bool {
    var last: Int32 = 0
    for number in self {
      guard number >= last else { return false }
      last = number
    }
    return true
  }
}

extension DataChunk {
  fileprivate func nodes(_ slots: [Slot]) throws(QueryError) -> [ContiguousArray<UInt32>] {
    var nodes: [ContiguousArray<UInt32>] = []
    for slot in slots { nodes.append(try column(slot).nodeIndices()) }
    return nodes
  }
}
