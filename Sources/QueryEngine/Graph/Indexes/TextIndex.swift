import GraphModel

/// Finds nodes by their texts, where no image has their order.
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
}

extension TextIndex: TextPlaces {
  func places(withPrefix prefix: [UInt8]) -> Range<Int> { texts.places(withPrefix: prefix) }

  func places(withSuffix suffix: [UInt8]) -> ContiguousArray<UInt32> {
    backwards.order(of: texts).places(withSuffix: suffix, in: texts)
  }

  func places(_ places: ContiguousArray<UInt32>, withinOneEditOf text: [UInt8])
    -> ContiguousArray<UInt32>
  {
    places.filter { texts.isWithinOneEdit(Int($0), of: text) }
  }

  func nodes(at places: Range<Int>) -> ContiguousArray<UInt32> { ContiguousArray(nodes[places]) }

  func nodes(at places: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    ContiguousArray(places.lazy.map { nodes[Int($0)] })
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
    places = texts.backwardOrder()
    tails = ContiguousArray(places.lazy.map { LeadingWord.of(texts[Int($0)].reversed()) })
  }

  func places(withSuffix suffix: [UInt8], in texts: OrderedTexts) -> ContiguousArray<UInt32> {
    let search = PrefixSearch(suffix.reversed())
    return ContiguousArray(
      places[search.range(leading: tails) { texts[Int(places[$0])].reversed() }]
    )
  }
}
