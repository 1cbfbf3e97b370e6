import GraphModel

/// Gives numbers to nodes or relationships in the order of first appearance: few of them by hashing,
/// many by a table of all, which takes time in proportion to the graph when it is made.
struct IndexNumbers {
  /// The indices by number.
  private(set) var keys: ContiguousArray<UInt32> = []
  private var hashed = IntegerNumbers()
  private var table: ContiguousArray<Int32> = []
  private var numberOfNull: Int32 = -1

  private static let mostHashed = 4_096

  /// Appends the numbers of some indices.
  mutating func append(_ indices: ContiguousArray<UInt32>, to found: inout ContiguousArray<Int32>) {
    if table.isEmpty, numberOfNull < 0, keys.count + indices.count <= Self.mostHashed,
      !indices.contains(Column.null)
    {
      hashed.append(ContiguousArray(indices.lazy.map(Int64.init)), to: &found)
      keys.append(contentsOf: hashed.keys[keys.count...].lazy.map(UInt32.init(truncatingIfNeeded:)))
      return
    }
    for index in indices {
      found.append(index == Column.null ? numberOfNothing() : number(of: index))
    }
  }

  /// Forgets all; takes time in proportion to what was there.
  mutating func removeAll() {
    hashed.removeAll()
    for key in keys where key < table.count { table[Int(key)] = -1 }
    keys.removeAll(keepingCapacity: true)
    numberOfNull = -1
  }

  private mutating func numberOfNothing() -> Int32 {
    if numberOfNull < 0 { numberOfNull = newNumber(Column.null) }
    return numberOfNull
  }

  private mutating func number(of index: UInt32) -> Int32 {
    if table.isEmpty {
      guard keys.count >= Self.mostHashed else { return hashedNumber(of: index) }
      useTable()
    }
    let position = Int(index)
    if position >= table.count { grow(to: position + 1) }
    if table[position] < 0 { table[position] = newNumber(index) }
    return table[position]
  }

  /// Numbers of the hash table follow each other, as do those of keys, but for the number of null.
  private mutating func hashedNumber(of index: UInt32) -> Int32 {
    let number = hashed.number(of: Int64(index))
    let shifted = numberOfNull >= 0 && number >= numberOfNull ? number + 1 : number
    if Int(shifted) == keys.count { keys.append(index) }
    return shifted
  }

  private mutating func useTable() {
    grow(to: Int(keys.lazy.filter { $0 != Column.null }.max() ?? 0) + 1)
    for (number, key) in keys.enumerated() where key != Column.null {
      table[Int(key)] = Int32(number)
    }
    hashed = IntegerNumbers()
  }

  private mutating func newNumber(_ index: UInt32) -> Int32 {
    keys.append(index)
    return Int32(clamping: keys.count - 1)
  }

  private mutating func grow(to count: Int) {
    let wanted = max(count, 2 * table.count)
    table.append(contentsOf: repeatElement(-1, count: wanted - table.count))
  }
}
