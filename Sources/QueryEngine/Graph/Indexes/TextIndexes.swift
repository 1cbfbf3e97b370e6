import GraphModel

/// Says which texts are looked for.
enum TextQuery: Hashable {
  /// Those that begin with this one.
  case prefix(String)
  /// Those within one edit of this one.
  case oneEdit(String)

  /// Whether a text is one of them.
  func matches(_ text: String) -> Bool {
    switch self {
    case .prefix(let prefix): text.utf8.starts(with: prefix.utf8)
    case .oneEdit(let other): OneEdit.areWithin(Array(text.utf8), Array(other.utf8))
    }
  }
}

/// Holds the ordered texts of properties of a graph, each made when its property is searched for the
/// second time.
struct TextIndexes {
  private var indexes: [IndexedProperty: TextIndex] = [:]
  private var asked: Set<IndexedProperty> = []
  /// Nodes that were made or changed while there were indexes: what these say of them is void.
  private(set) var changed: Set<UInt32> = []

  /// Changed nodes are looked through one by one up to this many for every node that there is; then
  /// the indexes are made anew.
  private static func limit(nodeCount: Int) -> Int { 1_024 + nodeCount / 16 }

  /// Notes that a node was made, came back, or has other labels or properties.
  mutating func note(_ node: UInt32, nodeCount: Int) {
    guard !indexes.isEmpty else { return }
    changed.insert(node)
    guard changed.count > Self.limit(nodeCount: nodeCount) else { return }
    indexes = [:]
    changed = []
  }

  /// Returns the index of a property; `nil` the first time that it is asked for, and where the texts
  /// are too many.
  mutating func index(
    _ property: IndexedProperty,
    build: () -> TextIndex?
  ) -> TextIndex? {
    if let known = indexes[property] { return known }
    guard !asked.insert(property).inserted, let built = build() else { return nil }
    indexes[property] = built
    return built
  }
}
