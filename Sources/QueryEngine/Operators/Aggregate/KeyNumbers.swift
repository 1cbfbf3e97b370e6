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

/// Gives numbers to integers in the order of first appearance, by a table with open addressing.
struct IntegerNumbers {
  /// The integers by number.
  private(set) var keys: ContiguousArray<Int64> = []
  /// Numbers by place; -1 is free.
  ///
  /// The size is a power of two, at most half of it used.
  private var places = ContiguousArray<Int32>(repeating: -1, count: 64)

  /// Appends the numbers of some integers.
  mutating func append(_ integers: ContiguousArray<Int64>, to found: inout ContiguousArray<Int32>) {
    var (last, number) = (integers.first ?? 0, Int32(-1))
    for integer in integers {
      // Rows that follow each other often have the same key.
      if integer != last || number < 0 { (last, number) = (integer, self.number(of: integer)) }
      found.append(number)
    }
  }

  /// Forgets all; takes time in proportion to what was there.
  mutating func removeAll() {
    if keys.count * 8 > places.count {
      for place in places.indices { places[place] = -1 }
    } else {
      // Backwards, so that each is found before those that it had to give way to are gone.
      for key in keys.reversed() { places[place(of: key)] = -1 }
    }
    keys.removeAll(keepingCapacity: true)
  }

  /// Returns the number of an integer, a new one if it was not seen before.
  mutating func number(of integer: Int64) -> Int32 {
    let place = place(of: integer)
    if places[place] >= 0 { return places[place] }
    let number = Int32(clamping: keys.count)
    keys.append(integer)
    places[place] = number
    if keys.count * 2 > places.count { grow() }
    return number
  }

  /// Returns where an integer is, or is to be put.
  private func place(of integer: Int64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.mixed(integer)) & mask
    while places[place] >= 0, keys[Int(places[place])] != integer { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    places = ContiguousArray(repeating: -1, count: places.count * 2)
    for (number, integer) in keys.enumerated() { places[place(of: integer)] = Int32(number) }
  }

  /// Spreads the bits (the finish of SplitMix64), as neighbouring integers are common; wrapping is
  /// meant.
  private static func mixed(_ integer: Int64) -> UInt64 {
    var bits = UInt64(bitPattern: integer)
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
