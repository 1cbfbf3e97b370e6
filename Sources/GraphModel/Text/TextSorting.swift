/// Sorts texts by their bytes, sixteen at a time.
public enum TextSorting {
  /// Says from which end the bytes of texts are read.
  public enum Direction: Sendable {
    case forwards, backwards
  }

  /// From this many on keys are sorted by their bytes instead of by comparison.
  private static let manyKeys = 2_048

  /// Returns the numbers of texts in the order of their bytes, which forwards is that of their code
  /// points; those of the same text in ascending order.
  ///
  /// - Parameters:
  ///   - count: How many texts there are, at most 2^32.
  ///   - text: Gives the bytes of a text, which stay where they are.
  ///
  /// Complexity: O(n log n) for texts that differ in their first bytes.
  public static func order(
    of count: Int,
    _ direction: Direction,
    text: (Int) -> UnsafeRawBufferPointer
  ) -> ContiguousArray<UInt32> {
    var keys = ContiguousArray<Key>(count: count) { Key($0) }
    var scratch = ContiguousArray<Key>()
    unsafe keys.withUnsafeMutableBufferPointer { keys in
      var groups = [(range: 0..<count, depth: 0)]
      while let (range, depth) = groups.popLast() {
        var part = unsafe UnsafeMutableBufferPointer(rebasing: keys[range])
        for place in 0..<part.count {
          unsafe part[place].read(text(Int(part[place].number)), depth, direction)
        }
        if part.count < manyKeys {
          unsafe part.sort { $0.isBefore($1) }
        } else {
          // The first part is the largest.
          if scratch.isEmpty { scratch = .init(repeating: Key(0), count: part.count) }
          unsafe scratch.withUnsafeMutableBufferPointer { unsafe sort(part, $0) }
        }
        var first = 0
        for place in 0..<part.count {
          let isLast = unsafe place + 1 == part.count || !part[place + 1].goesOn(with: part[first])
          guard isLast else { continue }
          if place > first {
            let start = range.lowerBound
            groups.append((start + first..<start + place + 1, depth + Key.byteCount))
          }
          first = place + 1
        }
      }
    }
    return ContiguousArray(count: count) { keys[$0].number }
  }

  /// Sorts keys, which come in the order of their numbers, digit by digit from the last.
  private static func sort(
    _ keys: UnsafeMutableBufferPointer<Key>,
    _ scratch: UnsafeMutableBufferPointer<Key>
  ) {
    var places = ContiguousArray<Int>(repeating: 0, count: Key.digitCount << 8)
    for place in 0..<keys.count {
      let key = unsafe keys[place]
      for digit in 0..<Key.digitCount { places[digit << 8 | key[digit]] += 1 }
    }
    var (from, to) = unsafe (keys, scratch)
    for digit in 0..<Key.digitCount {
      let first = digit << 8
      // What all have in common decides nothing.
      guard unsafe places[first | from[0][digit]] < keys.count else { continue }
      var sum = 0
      for place in first..<first + 256 { (places[place], sum) = (sum, sum + places[place]) }
      for index in 0..<keys.count {
        let key = unsafe from[index]
        let place = first | key[digit]
        unsafe to[places[place]] = key
        places[place] += 1
      }
      unsafe swap(&from, &to)
    }
    if unsafe from.baseAddress != keys.baseAddress {
      _ = unsafe keys.update(fromContentsOf: from[..<keys.count])
    }
  }

  /// Holds sixteen bytes of a text.
  private struct Key: BitwiseCopyable {
    static let byteCount = 16
    /// How many digits of eight bits decide.
    static let digitCount = byteCount + 1
    /// The bytes, the first as the highest; zeros behind the end.
    var high: UInt64 = 0
    var low: UInt64 = 0
    let number: UInt32
    /// How many bytes there are from the first of these on; 17 stands for more than 16.
    var rest: UInt32 = 0

    init(_ number: Int) { self.number = UInt32(truncatingIfNeeded: number) }

    /// One digit, of which the last decides most.
    @inline(__always)
    subscript(digit: Int) -> Int {
      if digit == 0 { return Int(rest) }
      let word = digit <= 8 ? low : high
      return Int(word &>> UInt64(8 * ((digit - 1) & 7)) & 0xFF)
    }

    mutating func read(_ text: UnsafeRawBufferPointer, _ depth: Int, _ direction: Direction) {
      let left = max(0, text.count - depth)
      rest = UInt32(min(left, Self.byteCount + 1))
      unsafe high = Self.word(text, left, direction)
      unsafe low = Self.word(text, left - 8, direction)
    }

    /// Returns eight bytes of a text of which as many are left.
    private static func word(_ text: UnsafeRawBufferPointer, _ left: Int, _ direction: Direction)
      -> UInt64
    {
      guard left > 0 else { return 0 }
      func load(_ offset: Int) -> UInt64 {
        unsafe text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
      // What stands before the bytes that are left is shifted out.
      let shift = UInt64(8 * max(0, 8 - left))
      switch direction {
      case .forwards where text.count >= 8:
        return UInt64(bigEndian: load(min(text.count - left, text.count - 8))) &<< shift
      case .backwards where text.count >= 8:
        return UInt64(littleEndian: load(max(0, left - 8))) &<< shift
      default:
        var word: UInt64 = 0
        for place in 0..<left {
          let byte = unsafe text[
            direction == .forwards ? text.count - left + place : left - 1 - place
          ]
          word |= UInt64(byte) &<< UInt64(56 - 8 * place)
        }
        return word
      }
    }

    /// A text that ends is before those that go on; where both end, zeros at the end count.
    func isBefore(_ other: Key) -> Bool {
      if high != other.high { return high < other.high }
      if low != other.low { return low < other.low }
      return rest != other.rest ? rest < other.rest : number < other.number
    }

    /// Whether neither ends, and what decides is behind these bytes.
    func goesOn(with other: Key) -> Bool {
      high == other.high && low == other.low && rest > Self.byteCount
        && other.rest > Self.byteCount
    }
  }
}
