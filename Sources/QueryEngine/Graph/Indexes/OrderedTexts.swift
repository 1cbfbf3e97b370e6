import GraphModel

/// Holds texts one behind the other in the order of their bytes.
struct OrderedTexts {
  private let bytes: ContiguousArray<UInt8>
  /// Where each text begins, and where the last one ends.
  private let offsets: ContiguousArray<UInt32>
  /// The first bytes of each text, so that a search looks at few texts.
  private let heads: ContiguousArray<UInt64>

  /// The number of texts.
  var count: Int { heads.count }

  /// The bytes of the text at a place.
  subscript(place: Int) -> ContiguousArray<UInt8>.SubSequence {
    bytes[Int(offsets[place])..<Int(offsets[place + 1])]
  }

  /// Sorts texts; `nil` where they are too many bytes.
  ///
  /// The nodes of the same text stay in their order.
  static func sorting(_ entries: some Sequence<(node: UInt32, text: String)>)
    -> (texts: OrderedTexts, nodes: ContiguousArray<UInt32>)?
  {
    var bytes: ContiguousArray<UInt8> = []
    var offsets: ContiguousArray<UInt32> = [0]
    var nodes: ContiguousArray<UInt32> = []
    for entry in entries {
      bytes.append(contentsOf: entry.text.utf8)
      guard let end = UInt32(exactly: bytes.count) else { return nil }
      offsets.append(end)
      nodes.append(entry.node)
    }
    let order = TextSorting.order(of: nodes.count, .forwards, bytes, offsets)
    return (
      OrderedTexts(order, of: bytes, offsets), ContiguousArray(order.lazy.map { nodes[Int($0)] })
    )
  }

  private init(
    _ order: ContiguousArray<UInt32>,
    of source: ContiguousArray<UInt8>,
    _ starts: ContiguousArray<UInt32>
  ) {
    var bytes: ContiguousArray<UInt8> = []
    var offsets: ContiguousArray<UInt32> = [0]
    var heads: ContiguousArray<UInt64> = []
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(order.count + 1)
    heads.reserveCapacity(order.count)
    for number in order {
      let text = source[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
      heads.append(LeadingWord.of(text))
      bytes.append(contentsOf: text)
      offsets.append(UInt32(bytes.count))
    }
    self.bytes = bytes
    self.offsets = offsets
    self.heads = heads
  }

  /// Returns the places in the order of the bytes read backwards.
  func backwardOrder() -> ContiguousArray<UInt32> {
    TextSorting.order(of: count, .backwards, bytes, offsets)
  }

  /// Returns the places of the texts that begin with some bytes.
  func places(withPrefix prefix: [UInt8]) -> Range<Int> {
    PrefixSearch(prefix).range(leading: heads) { self[$0] }
  }

  /// Whether a text is within one edit of another.
  func isWithinOneEdit(_ place: Int, of other: [UInt8]) -> Bool {
    let (start, end) = (Int(offsets[place]), Int(offsets[place + 1]))
    // No code point has more than four bytes.
    guard abs(end - start - other.count) <= 4 else { return false }
    return OneEdit.areWithin(bytes[start..<end], other[...])
  }
}

extension TextSorting {
  /// Sorts texts that stand one behind the other.
  fileprivate static func order(
    of count: Int,
    _ direction: Direction,
    _ bytes: ContiguousArray<UInt8>,
    _ offsets: ContiguousArray<UInt32>
  ) -> ContiguousArray<UInt32> {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe order(of: count, direction) { number in
        let range = Int(offsets[number])..<Int(offsets[number + 1])
        return unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
      }
    }
  }
}

/// Finds the texts, in order, that begin with some bytes.
struct PrefixSearch {
  private let prefix: [UInt8]
  private let head: UInt64
  /// The bits of `head` that the prefix has.
  private let mask: UInt64
  /// Whether the numbers of the first bytes alone decide.
  private let isDecidedByHead: Bool

  init(_ prefix: [UInt8]) {
    self.prefix = prefix
    head = LeadingWord.of(prefix)
    mask = prefix.count >= LeadingWord.count ? .max : ~(.max >> (UInt64(prefix.count) * 8))
    // A short text looks as if it ended in zeros.
    isDecidedByHead = prefix.count <= LeadingWord.count && !prefix.contains(0)
  }

  /// Returns the range of places, of texts with these first bytes.
  func range<Text: Collection<UInt8>>(
    leading heads: ContiguousArray<UInt64>,
    text: (Int) -> Text
  ) -> Range<Int> {
    let first = (0..<heads.count).partition { order($0, heads, text) == .before }
    let end = (first..<heads.count).partition { order($0, heads, text) != .after }
    return first..<end
  }

  private enum Order { case before, match, after }

  /// Says whether a text is before those that begin with the prefix, one of them, or after them.
  private func order<Text: Collection<UInt8>>(
    _ place: Int,
    _ heads: ContiguousArray<UInt64>,
    _ text: (Int) -> Text
  ) -> Order {
    let own = heads[place] & mask
    if own != head { return own < head ? .before : .after }
    if isDecidedByHead { return .match }
    let bytes = text(place).prefix(prefix.count)
    if bytes.elementsEqual(prefix) { return .match }
    return bytes.lexicographicallyPrecedes(prefix) ? .before : .after
  }
}
