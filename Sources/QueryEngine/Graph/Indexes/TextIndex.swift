/// Finds nodes by their texts: those whose text begins with another, and those within one edit of it.
///
/// Holds the texts twice in order of their bytes, which is the order of their code points: read
/// forwards and, as places in the first order, read backwards. Nodes with the same text are in
/// ascending order.
struct TextIndex {
  private let texts: OrderedTexts
  /// The nodes by place.
  private let nodes: ContiguousArray<UInt32>
  /// Places in the order of texts that are read backwards, which only edits need.
  private let backwards: LazyOrder

  /// Indexes nodes by their texts; `nil` where the texts are too many bytes.
  ///
  /// Complexity: O(n log n).
  init?(_ entries: some Sequence<(node: UInt32, text: String)>) {
    guard let (texts, nodes) = OrderedTexts.sorting(entries) else { return nil }
    self.texts = texts
    self.nodes = nodes
    backwards = LazyOrder()
  }

  /// Returns the nodes whose text begins with another, in the order of their texts.
  ///
  /// Complexity: O(log n) and the number of nodes.
  func nodes(withPrefix prefix: String) -> ContiguousArray<UInt32>.SubSequence {
    nodes[texts.places(withPrefix: Array(prefix.utf8)[...])]
  }

  /// Returns the nodes whose text becomes another by inserting, removing or replacing one code point
  /// at most, in the order of their texts.
  ///
  /// One edit leaves the first half of a text or its second one as it is, so that only texts that
  /// begin with the one or end with the other need be looked at.
  func nodes(withinOneEditOf text: String) -> ContiguousArray<UInt32> {
    let wanted = Array(text.utf8)
    let middle = OneEdit.boundary(before: wanted.count / 2, in: wanted)
    let beginnings = texts.places(withPrefix: wanted[..<middle])
    var found: ContiguousArray<Int> = []
    for place in beginnings where texts.isWithinOneEdit(place, of: wanted) { found.append(place) }
    let backwards = backwards.order(of: texts)
    let endings = backwards.range(ofSuffix: wanted[middle...], in: texts)
    for index in endings {
      let place = backwards.place(index)
      guard !beginnings.contains(place), texts.isWithinOneEdit(place, of: wanted) else { continue }
      found.append(place)
    }
    found.sort()
    return ContiguousArray(found.lazy.map { nodes[$0] })
  }
}

/// Makes an order when it is first asked for.
private final class LazyOrder {
  private var made: BackwardOrder?

  func order(of texts: OrderedTexts) -> BackwardOrder {
    if let made { return made }
    let order = BackwardOrder(texts)
    made = order
    return order
  }
}

/// Holds places of texts in the order of their bytes read backwards.
private struct BackwardOrder {
  private let places: ContiguousArray<UInt32>
  /// The last bytes of each text.
  private let tails: ContiguousArray<UInt64>

  init(_ texts: OrderedTexts) {
    var keys = ContiguousArray(
      (0..<texts.count).lazy.map { place in
        (tail: LeadingBytes.of(texts[place].reversed()), place: UInt32(place))
      }
    )
    keys.sort { one, other in
      if one.tail != other.tail { return one.tail < other.tail }
      return texts[Int(one.place)].reversed()
        .lexicographicallyPrecedes(texts[Int(other.place)].reversed())
    }
    places = ContiguousArray(keys.lazy.map { $0.place })
    tails = ContiguousArray(keys.lazy.map { $0.tail })
  }

  func place(_ index: Int) -> Int { Int(places[index]) }

  func range(ofSuffix suffix: ArraySlice<UInt8>, in texts: OrderedTexts) -> Range<Int> {
    let search = PrefixSearch(Array(suffix.reversed()))
    return search.range(leading: tails) { texts[Int(places[$0])].reversed() }
  }
}
