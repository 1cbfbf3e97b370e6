/// Decides whether two texts differ by one code point at most: one inserted, removed or replaced.
enum OneEdit {
  /// Complexity: linear in the shorter text.
  static func areWithin<One, Other>(_ one: One, _ other: Other) -> Bool
  where
    One: RandomAccessCollection<UInt8>, One.Index == Int,
    Other: RandomAccessCollection<UInt8>, Other.Index == Int
  {
    let shorter = min(one.count, other.count)
    var (first, second) = (one.startIndex, other.startIndex)
    var common = 0
    while common < shorter, one[first + common] == other[second + common] { common += 1 }
    if common == one.count, common == other.count { return true }
    // The place where they differ may lie within a code point.
    while common > 0, isInside(one, first + common) || isInside(other, second + common) {
      common -= 1
    }
    first += common
    second += common
    var same = 0
    let rest = shorter - common
    while same < rest, one[one.endIndex - 1 - same] == other[other.endIndex - 1 - same] {
      same += 1
    }
    while same > 0, isContinuation(one[one.endIndex - same]) { same -= 1 }
    return isOneAtMost(one[first..<(one.endIndex - same)])
      && isOneAtMost(other[second..<(other.endIndex - same)])
  }

  /// Returns the beginning of the code point at a place, or the place where one begins.
  static func boundary(before place: Int, in bytes: [UInt8]) -> Int {
    var place = place
    while place > 0, place < bytes.count, isContinuation(bytes[place]) { place -= 1 }
    return place
  }

  private static func isInside<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, _ place: Int)
    -> Bool where Bytes.Index == Int
  {
    place < bytes.endIndex && isContinuation(bytes[place])
  }

  private static func isOneAtMost(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count <= 4 && bytes.reduce(0) { $0 + (isContinuation($1) ? 0 : 1) } <= 1
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
