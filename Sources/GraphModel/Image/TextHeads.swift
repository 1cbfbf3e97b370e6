/// Reads the first bytes of every so many texts that are in order, so that a search looks at few texts.
struct TextHeads: Sendable {
  private let words: ImageWords

  init(_ words: ImageWords) { self.words = words }

  /// Says where texts that begin with some bytes lie among others.
  struct Bounds {
    /// Where the first one is, or stands if it is the upper bound.
    var first: Range<Int>
    /// Where the first one behind them is, or stands if it is the upper bound.
    var end: Range<Int>
  }

  /// Returns where the texts lie that begin with some bytes, of so many texts in order.
  func bounds(of prefix: [UInt8], among count: Int) -> Bounds {
    let step = ImageFormat.headStep
    let wanted = LeadingWord.of(prefix)
    let mask =
      prefix.count >= LeadingWord.count ? .max : ~(UInt64.max >> (8 * UInt64(prefix.count)))
    let before = (0..<words.count).partition { words[$0] & mask < wanted }
    let notAfter = (before..<words.count).partition { words[$0] & mask == wanted }
    let (start, end) = (max(0, before - 1) * step, min(count, notAfter * step))
    // A short text looks as if it ended in zeros.
    guard notAfter > before, prefix.count <= LeadingWord.count, !prefix.contains(0) else {
      return Bounds(first: start..<end, end: start..<end)
    }
    return Bounds(first: start..<before * step, end: (notAfter - 1) * step..<end)
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
