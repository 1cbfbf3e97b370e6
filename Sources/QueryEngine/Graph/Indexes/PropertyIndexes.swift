import GraphModel

/// Names a property of the nodes with a label, or of all nodes.
struct IndexedProperty: Hashable {
  /// The label; all nodes where there is none.
  var label: String?
  /// The key of the property.
  var key: String
}

/// Finds the nodes that had a value of one property at some time since the index was built.
///
/// What it finds must be compared with the graph: entries are added when nodes change and never
/// taken away.
struct PropertyIndex {
  /// The first node with each integer, which mostly is an id and the only one.
  private var firstWithInteger: [Int64: UInt32] = [:]
  /// All others.
  private var nodes: [Value: ContiguousArray<UInt32>] = [:]
  /// How many of the changed nodes the index has seen.
  private(set) var seen: Int

  /// Makes an index of some nodes, with the changes that it need not see.
  init(_ pairs: some Sequence<(node: UInt32, value: Value)>, seen: Int) {
    self.seen = seen
    for (node, value) in pairs { add(node, value) }
  }

  /// Returns the nodes that had a value equivalent to this one, in the order of their addition.
  func candidates(_ value: Value) -> ContiguousArray<UInt32> {
    let others = nodes[value] ?? []
    guard let number = Self.integer(value), let first = firstWithInteger[number] else {
      return others
    }
    return [first] + others
  }

  private static func integer(_ value: Value) -> Int64? {
    switch value {
    case .integer(let number): number
    case .float(let number): Int64(exactly: number)
    default: nil
    }
  }

  /// Adds nodes with the values that they have now.
  mutating func add(_ pairs: some Sequence<(node: UInt32, value: Value)>, seen: Int) {
    for (node, value) in pairs { add(node, value) }
    self.seen = seen
  }

  private mutating func add(_ node: UInt32, _ value: Value) {
    if case .integer(let number) = value, firstWithInteger[number] == nil {
      firstWithInteger[number] = node
    } else if value != .null {
      nodes[value, default: []].append(node)
    }
  }
}

/// Holds the indexes of a graph, each built when its property is looked up for the second time.
struct PropertyIndexes {
  private var indexes: [IndexedProperty: PropertyIndex] = [:]
  private var asked: Set<IndexedProperty> = []
  /// Nodes that were made or changed while there were indexes.
  private var changed: ContiguousArray<UInt32> = []

  /// Changes are noted up to this number for every node; then building anew is cheaper.
  private static let changesPerNode = 2

  /// Notes that a node was made, came back, or has other labels or properties.
  mutating func note(_ node: UInt32, nodeCount: Int) {
    guard !indexes.isEmpty else { return }
    changed.append(node)
    guard changed.count > 1_024 + Self.changesPerNode * nodeCount else { return }
    indexes = [:]
    changed = []
  }

  /// Returns whether a property is or shall be indexed; the first time that it is asked for it is
  /// not.
  mutating func isWorthBuilding(_ property: IndexedProperty) -> Bool {
    indexes[property] != nil || !asked.insert(property).inserted
  }

  /// Returns the nodes that may have one of some values.
  ///
  /// - Parameters:
  ///   - build: Gives all nodes with their values; called where there is no index yet.
  ///   - read: Gives the value that a node has now, or null where it does not belong to the index.
  mutating func candidates(
    _ property: IndexedProperty,
    _ value: Value,
    build: () -> [(node: UInt32, value: Value)],
    read: (UInt32) -> Value
  ) -> ContiguousArray<UInt32> {
    var index = indexes.removeValue(forKey: property) ?? PropertyIndex(build(), seen: changed.count)
    if index.seen < changed.count {
      let late = changed[index.seen...].map { (node: $0, value: read($0)) }
      index.add(late, seen: changed.count)
    }
    defer { indexes[property] = index }
    return index.candidates(value)
  }
}
