import GraphModel

/// Gives numbers to nodes or relationships in the order of first appearance, by a table of all.
struct IndexNumbers {
  /// The indices by number.
  private(set) var keys: ContiguousArray<UInt32> = []
  private var numbers: ContiguousArray<Int32> = []
  private var numberOfNull: Int32 = -1

  /// Appends the numbers of some indices.
  mutating func append(_ indices: ContiguousArray<UInt32>, to found: inout ContiguousArray<Int32>) {
    for index in indices { found.append(number(of: index)) }
  }

  private mutating func number(of index: UInt32) -> Int32 {
    if index == Column.null {
      if numberOfNull < 0 { numberOfNull = newNumber(index) }
      return numberOfNull
    }
    let position = Int(index)
    if position >= numbers.count { grow(to: position + 1) }
    if numbers[position] < 0 { numbers[position] = newNumber(index) }
    return numbers[position]
  }

  private mutating func newNumber(_ index: UInt32) -> Int32 {
    keys.append(index)
    return Int32(clamping: keys.count - 1)
  }

  private mutating func grow(to count: Int) {
    let wanted = max(count, 2 * numbers.count)
    numbers.append(contentsOf: repeatElement(-1, count: wanted - numbers.count))
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
    for integer in integers { found.append(number(of: integer)) }
  }

  private mutating func number(of integer: Int64) -> Int32 {
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
