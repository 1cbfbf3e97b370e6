/// Gives numbers to integers in the order of first appearance, by a table with open addressing.
struct IntegerNumbers {
  /// The integers by number.
  private(set) var keys: ContiguousArray<Int64> = []
  /// The integers with their numbers, by place.
  ///
  /// The size is a power of two, at most half of it used.
  private var slots = ContiguousArray(repeating: Slot(), count: 64)

  private struct Slot {
    var integer: Int64 = 0
    /// -1 where the place is free.
    var number: Int32 = -1
  }

  /// Appends the numbers of some integers.
  mutating func append(_ integers: ContiguousArray<Int64>, to found: inout ContiguousArray<Int32>) {
    found.reserveCapacity(found.count + integers.count)
    var row = 0
    while row < integers.count {
      row = appendSome(integers, from: row, to: &found)
      if row < integers.count { grow() }
    }
  }

  /// Appends the numbers of integers from a row on until the table is full; returns the next row.
  private mutating func appendSome(
    _ integers: ContiguousArray<Int64>,
    from start: Int,
    to found: inout ContiguousArray<Int32>
  ) -> Int {
    // Taken out, so that the loop works on memory of its own.
    var keys: ContiguousArray<Int64> = []
    swap(&keys, &self.keys)
    defer { swap(&keys, &self.keys) }
    return unsafe slots.withUnsafeMutableBufferPointer { slots in
      var (last, number) = (integers[start], Int32(-1))
      for row in start..<integers.count {
        let integer = integers[row]
        // Rows that follow each other often have the same key.
        if integer != last || number < 0 {
          let place = unsafe Self.place(of: integer, in: slots)
          (last, number) = unsafe (integer, slots[place].number)
          if number < 0 {
            guard keys.count * 2 < slots.count else { return row }
            number = Int32(clamping: keys.count)
            keys.append(integer)
            unsafe slots[place] = Slot(integer: integer, number: number)
          }
        }
        found.append(number)
      }
      return integers.count
    }
  }

  /// Forgets all; takes time in proportion to what was there.
  mutating func removeAll() {
    unsafe slots.withUnsafeMutableBufferPointer { slots in
      if keys.count * 8 > slots.count {
        unsafe slots.update(repeating: Slot())
      } else {
        // Backwards, so that each is found before those that it had to give way to are gone.
        for key in keys.reversed() {
          unsafe slots[Self.place(of: key, in: slots)].number = -1
        }
      }
    }
    keys.removeAll(keepingCapacity: true)
  }

  /// Returns the number of an integer, a new one if it was not seen before.
  mutating func number(of integer: Int64) -> Int32 {
    let (known, place) = unsafe slots.withUnsafeMutableBufferPointer { slots in
      let place = unsafe Self.place(of: integer, in: slots)
      return unsafe (slots[place].number, place)
    }
    guard known < 0 else { return known }
    let number = Int32(clamping: keys.count)
    keys.append(integer)
    slots[place] = Slot(integer: integer, number: number)
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  /// Returns the number of an integer; `nil` if it has none.
  func known(_ integer: Int64) -> Int32? {
    let number = unsafe slots.withUnsafeBufferPointer { slots in
      unsafe slots[Self.place(of: integer, in: slots)].number
    }
    return number < 0 ? nil : number
  }

  /// Returns where an integer is, or is to be put.
  @inline(__always)
  private static func place(of integer: Int64, in slots: UnsafeMutableBufferPointer<Slot>) -> Int {
    unsafe place(of: integer, in: UnsafeBufferPointer(slots))
  }

  @inline(__always)
  private static func place(of integer: Int64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed(integer)) & mask
    while unsafe slots[place].number >= 0, unsafe slots[place].integer != integer {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: Slot(), count: slots.count * 2)
    unsafe slots.withUnsafeMutableBufferPointer { slots in
      for (number, integer) in keys.enumerated() {
        let place = unsafe Self.place(of: integer, in: slots)
        unsafe slots[place] = Slot(integer: integer, number: Int32(clamping: number))
      }
    }
  }

  /// Spreads the bits (the finish of SplitMix64), as neighbouring integers are common; wrapping is
  /// meant.
  @inline(__always)
  private static func mixed(_ integer: Int64) -> UInt64 {
    var bits = UInt64(bitPattern: integer)
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
