import Synchronization

/// Keeps the first bytes of every so many texts that are in order, so that a search looks at few texts.
///
/// They are read by the first search.
final class TextHeads: Sendable {
  private let words = Mutex<ContiguousArray<UInt64>?>(nil)

  /// Of so many texts one is kept.
  private static let step = 64

  /// Returns where the texts lie that begin with some bytes, of so many texts in order; others lie
  /// there, too.
  ///
  /// - Parameter head: Gives the first bytes of a text.
  func places(of prefix: [UInt8], among count: Int, head: (Int) -> UInt64) -> Range<Int> {
    let words = words.withLock { words in
      if let words { return words }
      let made = ContiguousArray(stride(from: 0, to: count, by: Self.step).lazy.map(head))
      words = made
      return made
    }
    let wanted = LeadingWord.of(prefix)
    // A short text looks as if it ended in zeros, as does a short prefix.
    let mask =
      prefix.count >= LeadingWord.count ? .max : ~(UInt64.max >> (8 * UInt64(prefix.count)))
    let before = (0..<words.count).partition { words[$0] & mask < wanted }
    let notAfter = (before..<words.count).partition { words[$0] & mask == wanted }
    return max(0, before - 1) * Self.step..<min(count, notAfter * Self.step)
  }
}

/// Makes a number of the first eight bytes of a text, so that numbers are ordered as the texts are
/// unless they are the same.
public enum LeadingWord {
  /// How many bytes there are in a number.
  public static let count = 8

  /// Returns the number of a text.
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 56
    for byte in bytes.prefix(count) {
      number |= UInt64(byte) << shift
      shift &-= 8
    }
    return number
  }
}

extension Range<Int> {
  /// Returns the first place for which a condition, true up to some place, is false.
  package func partition(_ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
