import GraphModel

/// Says which texts are looked for.
enum TextQuery: Hashable {
  /// Those that begin with this one.
  case prefix(String)
  /// Those within one edit of this one.
  case oneEdit(String)
  /// Those with words that begin with the words of this one, in any order.
  case words(String)

  /// Whether a text is one of them.
  func matches(_ text: String) -> Bool {
    switch self {
    case .prefix(let prefix): text.utf8.starts(with: prefix.utf8)
    case .oneEdit(let other): OneEdit.areWithin(Array(text.utf8), Array(other.utf8))
    case .words(let other): SearchWords.of(text).haveBeginnings(SearchWords.of(other))
    }
  }
}

/// Holds the ordered texts and words of properties of a graph, each made when its property is searched
/// for the second time.
struct TextIndexes {
  private var texts = MadeIndexes<TextIndex>()
  private var words = MadeIndexes<WordIndex>()
  /// Nodes that were made or changed while there were indexes: what these say of them is void.
  private(set) var changed: Set<UInt32> = []

  /// Changed nodes are looked through one by one up to this many for every node that there is; then
  /// the indexes are made anew.
  static func limit(nodeCount: Int) -> Int { 1_024 + nodeCount / 16 }

  /// Notes that a node was made, came back, or has other labels or properties.
  mutating func note(_ node: UInt32, nodeCount: Int) {
    guard !texts.isEmpty || !words.isEmpty else { return }
    changed.insert(node)
    guard changed.count > Self.limit(nodeCount: nodeCount) else { return }
    texts.removeAll()
    words.removeAll()
    changed = []
  }

  /// Returns the ordered texts of a property; `nil` the first time that they are asked for, and where
  /// they are too many.
  mutating func texts(of property: IndexedProperty, build: () -> TextIndex?) -> TextIndex? {
    texts.index(property, build: build)
  }

  /// Returns the ordered words of a property, as `texts(of:build:)` does.
  mutating func words(of property: IndexedProperty, build: () -> WordIndex?) -> WordIndex? {
    words.index(property, build: build)
  }
}

/// Holds indexes of one kind.
private struct MadeIndexes<Index> {
  private var indexes: [IndexedProperty: Index] = [:]
  private var asked: Set<IndexedProperty> = []

  var isEmpty: Bool { indexes.isEmpty }

  mutating func removeAll() { indexes = [:] }

  mutating func index(_ property: IndexedProperty, build: () -> Index?) -> Index? {
    if let known = indexes[property] { return known }
    guard !asked.insert(property).inserted, let built = build() else { return nil }
    indexes[property] = built
    return built
  }
}
