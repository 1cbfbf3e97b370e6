import Synchronization

/// Tells at which place of an ascending list a number stands, by a bit for each number that might be
/// in the list and the count of those before each word of bits.
struct ImageRanks: Sendable {
  private let first: UInt32
  private let bits: ContiguousArray<UInt64>
  private let counts: ContiguousArray<UInt32>

  /// A list whose numbers lie further apart takes too much memory.
  private static let mostBitsPerNumber = 64

  /// - Returns: `nil` where the list does not ascend, or its numbers lie far apart.
  init?(count: Int, number: (_ place: Int) -> UInt32) {
    guard count > 0, number(0) <= number(count - 1) else { return nil }
    let first = number(0)
    let length = Int(number(count - 1) - first) + 1
    guard length / Self.mostBitsPerNumber <= count else { return nil }
    var bits = ContiguousArray<UInt64>(repeating: 0, count: (length + 63) / 64)
    var next = first
    for place in 0..<count {
      let found = number(place)
      // A forged list may descend.
      guard found >= next, Int(found - first) < length else { return nil }
      bits[Int(found - first) >> 6] |= 1 << UInt64((found - first) & 63)
      if found < .max { next = found + 1 } else if place < count - 1 { return nil }
    }
    self.first = first
    self.bits = bits
    var sum: UInt32 = 0
    counts = bits.reduce(into: []) { counts, word in
      counts.append(sum)
      sum += UInt32(word.nonzeroBitCount)
    }
  }

  /// Returns the place of a number; `nil` where it is not in the list.
  @inline(__always)
  func place(of number: UInt32) -> Int? {
    guard number >= first else { return nil }
    let distance = Int(number &- first)
    let index = distance &>> 6
    guard index < bits.count else { return nil }
    let (word, bit) = (bits[index], UInt64(distance & 63))
    guard word &>> bit & 1 == 1 else { return nil }
    return Int(counts[index]) &+ (word & ((1 &<< bit) &- 1)).nonzeroBitCount
  }
}

/// Makes the ranks of a list when it has been searched about as often as making them takes.
final class ImageRankCache: Sendable {
  private let searches = Atomic(0)
  private let made = Mutex<Made>(.not)

  private enum Made {
    case not
    case done(ImageRanks?)
  }

  /// Counts some searches; returns the ranks where they are worth it.
  func ranks(of numbers: ImageIndices, searches count: Int) -> ImageRanks? {
    let before = searches.wrappingAdd(count, ordering: .relaxed).oldValue
    guard before >= numbers.count else { return nil }
    return made.withLock { made in
      if case .done(let ranks) = made { return ranks }
      let ranks = ImageRanks(count: numbers.count) { numbers[$0] }
      made = .done(ranks)
      return ranks
    }
  }
}
