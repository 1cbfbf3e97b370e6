/// Knows the elements of an image by their keys.
public struct ImageKeys: Sendable {
  /// The number of elements.
  public let count: Int
  /// Elements whose keys count up.
  public let ranges: ImageKeyRanges
  /// The keys of all others, in order.
  private let texts: ImageText
  private let slots: ImageIndices

  init(count: Int, ranges: ImageKeyRanges, texts: ImageText, slots: ImageIndices) {
    self.count = count
    self.ranges = ranges
    self.texts = texts
    self.slots = slots
  }

  /// The key of an element.
  public subscript(element: Int) -> String {
    switch ranges.place(of: element) {
    case .counted(let range, let offset): ranges.key(range, offset)
    case .own(let number): texts[number]
    }
  }

  /// Returns the element with a key.
  ///
  /// Complexity: O(1) on average; a forged table is left after one round.
  public func element(_ key: String) -> UInt32? {
    if let element = ranges.element(key) { return element }
    guard slots.count > 0 else { return nil }
    var key = key
    return key.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var slot = unsafe Self.firstSlot(of: raw, slotCount: slots.count)
      for _ in 0..<slots.count {
        let number = Int(slots[slot])
        guard number > 0 else { return nil }
        if unsafe texts.hasBytes(number - 1, raw) {
          return UInt32(truncatingIfNeeded: ranges.element(ofOwn: number - 1))
        }
        slot = slot + 1 < slots.count ? slot + 1 : 0
      }
      return nil
    }
  }

  /// Returns where the search for a key begins in a table of so many slots; the next slots follow,
  /// and the first one follows the last.
  public static func firstSlot(of key: UnsafeRawBufferPointer, slotCount: Int) -> Int {
    let hash = unsafe ImageChecksum.hash(key)
    return Int(hash.multipliedFullWidth(by: UInt64(slotCount)).high)
  }
}

/// Holds ranges of elements whose keys are a text and a number that counts up with the element.
public struct ImageKeyRanges: Sendable {
  /// One of them.
  public struct Range: Sendable {
    /// The first element.
    public let first: Int
    /// How many elements there are.
    public let count: Int
    /// The number in the key of the first one.
    public let firstNumber: Int64
    /// What all keys begin with.
    public let prefix: String

    /// Makes a range.
    public init(first: Int, count: Int, firstNumber: Int64, prefix: String) {
      self.first = first
      self.count = count
      self.firstNumber = firstNumber
      self.prefix = prefix
    }
  }

  /// Says where the key of an element is.
  enum Place {
    /// In a range, so many behind its first one.
    case counted(Range, Int)
    /// In the list of keys, there.
    case own(Int)
  }

  /// The ranges in ascending order of elements.
  public let ranges: [Range]
  /// How many elements before each range are in none.
  private let ownBefore: [Int]
  /// The places of the ranges with a prefix, in ascending order of numbers.
  private let byPrefix: [String: [Int]]

  /// How many elements are in no range, of so many.
  func ownCount(of count: Int) -> Int { count - ranges.reduce(0) { $0 + $1.count } }

  /// - Returns: `nil` where two ranges overlap, or one leaves the elements, of which there are so
  ///   many, or the numbers.
  public init?(_ ranges: [Range], elementCount: Int) {
    var (end, own) = (0, 0)
    var ownBefore: [Int] = []
    for range in ranges {
      guard range.first >= end, range.count > 0, range.count <= elementCount - range.first,
        range.firstNumber >= 0, range.firstNumber < Int64.max / 2
      else { return nil }
      own += range.first - end
      ownBefore.append(own)
      end = range.first + range.count
    }
    self.ranges = ranges
    self.ownBefore = ownBefore
    byPrefix = Dictionary(grouping: ranges.indices) { ranges[$0].prefix }
      .mapValues { $0.sorted { ranges[$0].firstNumber < ranges[$1].firstNumber } }
    for places in byPrefix.values {
      for (lower, upper) in zip(places, places.dropFirst()) {
        let end = ranges[lower].firstNumber + Int64(ranges[lower].count)
        guard ranges[upper].firstNumber >= end else { return nil }
      }
    }
  }

  /// Returns the range that an element is in, and its place among the ranges.
  func range(with element: Int) -> (place: Int, range: Range)? {
    let next = Self.firstIndex(ranges.count) { ranges[$0].first > element }
    guard next > 0, element - ranges[next - 1].first < ranges[next - 1].count else { return nil }
    return (next - 1, ranges[next - 1])
  }

  /// Returns where the key of an element is.
  func place(of element: Int) -> Place {
    let next = Self.firstIndex(ranges.count) { ranges[$0].first > element }
    guard next > 0 else { return .own(element) }
    let range = ranges[next - 1]
    guard element - range.first >= range.count else {
      return .counted(range, element - range.first)
    }
    return .own(ownBefore[next - 1] + element - range.first - range.count)
  }

  /// Returns the key of an element of a range.
  func key(_ range: Range, _ offset: Int) -> String {
    range.prefix + String(range.firstNumber + Int64(offset))
  }

  /// Returns the element that has the key at a place in the list of keys.
  public func element(ofOwn number: Int) -> Int {
    let next = Self.firstIndex(ranges.count) { ownBefore[$0] > number }
    guard next > 0 else { return number }
    return ranges[next - 1].first + ranges[next - 1].count + number - ownBefore[next - 1]
  }

  /// Returns the element in a range with a key.
  public func element(_ key: String) -> UInt32? {
    guard !ranges.isEmpty else { return nil }
    let digits = key.utf8.reversed().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    let numberText = key.utf8.suffix(digits)
    guard digits > 0, digits == 1 || numberText.first != UInt8(ascii: "0"),
      let number = Int64(String(decoding: numberText, as: UTF8.self)),
      let places = byPrefix[String(decoding: key.utf8.dropLast(digits), as: UTF8.self)]
    else { return nil }
    let next = Self.firstIndex(places.count) { ranges[places[$0]].firstNumber > number }
    guard next > 0 else { return nil }
    let range = ranges[places[next - 1]]
    let offset = number - range.firstNumber
    return offset < Int64(range.count) ? UInt32(range.first + Int(offset)) : nil
  }

  /// Returns the first place for which something holds that holds for all behind it, too.
  private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
