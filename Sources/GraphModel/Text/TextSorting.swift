/// Sorts texts by their bytes, eight at a time.
public enum TextSorting {
  /// Says from which end the bytes of texts are read.
  public enum Direction: Sendable {
    case forwards, backwards
  }

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
    unsafe keys.withUnsafeMutableBufferPointer { keys in
      var groups = [(range: 0..<count, depth: 0)]
      while let (range, depth) = groups.popLast() {
        var part = unsafe UnsafeMutableBufferPointer(rebasing: keys[range])
        for place in 0..<part.count {
          unsafe part[place].read(text(Int(part[place].number)), depth, direction)
        }
        unsafe part.sort { $0.isBefore($1) }
        var first = 0
        for place in 0..<part.count {
          let isLast = unsafe place + 1 == part.count || !part[place + 1].goesOn(with: part[first])
          guard isLast else { continue }
          if place > first {
            let start = range.lowerBound
            groups.append((start + first..<start + place + 1, depth + Key.wordBytes))
          }
          first = place + 1
        }
      }
    }
    return ContiguousArray(count: count) { keys[$0].number }
  }

  /// Holds eight bytes of a text.
  private struct Key: BitwiseCopyable {
    static let wordBytes = 8
    /// The bytes, the first as the highest; zeros behind the end.
    var word: UInt64 = 0
    let number: UInt32
    /// How many bytes there are from the first of these on; nine stands for more than eight.
    var rest: UInt32 = 0

    init(_ number: Int) { self.number = UInt32(truncatingIfNeeded: number) }

    mutating func read(_ text: UnsafeRawBufferPointer, _ depth: Int, _ direction: Direction) {
      let left = max(0, text.count - depth)
      rest = UInt32(min(left, Self.wordBytes + 1))
      guard left < Self.wordBytes else {
        word =
          switch direction {
          case .forwards:
            UInt64(bigEndian: unsafe text.loadUnaligned(fromByteOffset: depth, as: UInt64.self))
          case .backwards:
            UInt64(
              littleEndian: unsafe text.loadUnaligned(
                fromByteOffset: left - Self.wordBytes,
                as: UInt64.self
              )
            )
          }
        return
      }
      word = 0
      for place in 0..<left {
        let byte = unsafe text[direction == .forwards ? depth + place : left - 1 - place]
        word |= UInt64(byte) &<< UInt64(56 - 8 * place)
      }
    }

    /// A text that ends is before those that go on; where both end, zeros at the end count.
    func isBefore(_ other: Key) -> Bool {
      if word != other.word { return word < other.word }
      return rest != other.rest ? rest < other.rest : number < other.number
    }

    /// Whether neither ends, and what decides is behind these bytes.
    func goesOn(with other: Key) -> Bool {
      word == other.word && rest > Self.wordBytes && other.rest > Self.wordBytes
    }
  }
}
