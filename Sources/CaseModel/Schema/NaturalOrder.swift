/// Compares texts so that runs of digits count as numbers.
public enum NaturalOrder {
  /// Tells whether `left` comes before `right`; equal numbers fall back to byte order.
  ///
  /// Complexity: linear in the shorter text.
  public static func isAscending(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in unsafe isAscending(left, right) }
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func isAscending(_ left: Bytes, _ right: Bytes) -> Bool {
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      let (one, two) = unsafe (left[first], right[second])
      guard isDigit(one), isDigit(two) else {
        if one != two { return one < two }
        first += 1
        second += 1
        continue
      }
      let (number, other) = unsafe (digits(of: left, from: first), digits(of: right, from: second))
      if number.count != other.count { return number.count < other.count }
      for (place, otherPlace) in zip(number, other) where unsafe left[place] != right[otherPlace] {
        return unsafe left[place] < right[otherPlace]
      }
      (first, second) = (number.upperBound, other.upperBound)
    }
    guard first == left.count, second == right.count else { return first == left.count }
    return unsafe left.lexicographicallyPrecedes(right)
  }

  /// The digits of the number at a place, without zeros before them.
  private static func digits(of text: Bytes, from start: Int) -> Range<Int> {
    var first = start
    while first < text.count, unsafe text[first] == UInt8(ascii: "0") { first += 1 }
    var end = first
    while end < text.count, unsafe isDigit(text[end]) { end += 1 }
    return first..<end
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
