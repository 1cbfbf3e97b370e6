import GraphModel

/// Holds, for one direction, the relationships of each node.
///
/// Most stand in one sorted block (offsets per node; relationships and neighbours by node, then
/// type); those added since it was built stand in chains per node. Building the block anew takes
/// time in proportion to the graph, and happens after it has grown by a quarter.
struct Adjacency {
  private var offsets: ContiguousArray<UInt32> = [0]
  private var relationships: ContiguousArray<UInt32> = []
  private var neighbours: ContiguousArray<UInt32> = []
  private var types: ContiguousArray<UInt32> = []
  /// The relationships below this index were seen when the block was built.
  private var builtCount = 0
  private var firstAdded: ContiguousArray<UInt32> = []
  private var lastAdded: ContiguousArray<UInt32> = []
  private var nextAdded: ContiguousArray<UInt32> = []
  /// Whether sources (rather than targets) are the nodes by which relationships are found.
  private let isOutgoing: Bool

  /// By type, the relationships of an image, until a new block is built.
  private var base: ContiguousArray<ImageNeighbours>?
  /// The nodes of the image have their chains, which are few, in a dictionary.
  private var baseNodeCount = 0
  private var addedToBase: [UInt32: Chain] = [:]

  private struct Chain {
    let first: UInt32
    var last: UInt32
  }

  private static let none = UInt32.max

  init(isOutgoing: Bool) { self.isOutgoing = isOutgoing }

  /// Begins with the relationships of an image.
  init(isOutgoing: Bool, _ image: GraphImage) {
    self.isOutgoing = isOutgoing
    base = isOutgoing ? image.outgoing : image.incoming
    baseNodeCount = image.nodeCount
    builtCount = image.relationshipCount
  }

  /// Whether so many relationships were added that the block shall be built anew, for a graph of so
  /// many nodes.
  func needsBuilding(nodeCount: Int) -> Bool {
    nextAdded.count > 1_024 + (builtCount + nodeCount) / 4
  }

  /// Adds the relationship with the next index.
  mutating func append(_ relationship: UInt32, at node: UInt32) {
    if node < baseNodeCount { return appendToBase(relationship, at: node) }
    let place = Int(node) - baseNodeCount
    let missing = place + 1 - firstAdded.count
    if missing > 0 {
      firstAdded.append(contentsOf: repeatElement(Self.none, count: missing))
      lastAdded.append(contentsOf: repeatElement(Self.none, count: missing))
    }
    nextAdded.append(Self.none)
    let last = lastAdded[place]
    if last == Self.none {
      firstAdded[place] = relationship
    } else {
      nextAdded[Int(last) - builtCount] = relationship
    }
    lastAdded[place] = relationship
  }

  private mutating func appendToBase(_ relationship: UInt32, at node: UInt32) {
    nextAdded.append(Self.none)
    if let last = addedToBase[node]?.last {
      nextAdded[Int(last) - builtCount] = relationship
      addedToBase[node]?.last = relationship
    } else {
      addedToBase[node] = Chain(first: relationship, last: relationship)
    }
  }

  /// Returns about how many relationships a node has, deleted ones included.
  func degree(_ node: UInt32) -> Int {
    var count = base?.reduce(0) { $0 + $1.block(of: node).count } ?? block(of: node).count
    var added = chain(of: node)
    while added != Self.none {
      count += 1
      added = nextAdded[Int(added) - builtCount]
    }
    return count
  }

  /// Returns what an image has of some types.
  func lists(_ selection: TypeSelection) -> ContiguousArray<ImageNeighbours> {
    guard let base else { return [] }
    return switch selection {
    case .all: base
    case .some(let wanted):
      ContiguousArray(wanted.lazy.filter { $0 < base.count }.map { base[Int($0)] })
    }
  }

  /// Returns the only list that holds relationships of some types, where an image has all of them.
  func onlyList(_ selection: TypeSelection) -> ImageNeighbours? {
    guard let base, nextAdded.isEmpty else { return nil }
    switch selection {
    case .all: return base.count == 1 ? base[0] : nil
    case .some(let wanted):
      guard wanted.count == 1, wanted[0] < base.count else { return nil }
      return base[Int(wanted[0])]
    }
  }

  /// Whether an image has all relationships.
  var isOfImage: Bool { base != nil && nextAdded.isEmpty }

  /// Appends a node's relationships of some types, and the nodes at their other ends, but for those
  /// that an image has.
  func read(
    _ node: UInt32,
    _ selection: TypeSelection,
    _ table: borrowing RelationshipTable,
    to buffer: NeighbourBuffer
  ) {
    if base == nil {
      let block = block(of: node)
      switch selection {
      case .all: copy(block, to: buffer)
      case .some(let wanted):
        for type in wanted { copy(run(of: type, in: block), to: buffer) }
      }
    }
    if !nextAdded.isEmpty { readAdded(node, selection, table, to: buffer) }
  }

  private func readAdded(
    _ node: UInt32,
    _ selection: TypeSelection,
    _ table: borrowing RelationshipTable,
    to buffer: NeighbourBuffer
  ) {
    var added = chain(of: node)
    while added != Self.none {
      let index = Int(added)
      if selection.contains(table.types[index]) {
        buffer.append(added, isOutgoing ? table.targets[index] : table.sources[index])
      }
      added = nextAdded[index - builtCount]
    }
  }

  @inline(__always)
  private func copy(_ range: Range<Int>, to buffer: NeighbourBuffer) {
    unsafe buffer.append(range.count) { found, nodes in
      unsafe relationships.copy(range, to: found)
      unsafe neighbours.copy(range, to: nodes)
    }
  }

  private func block(of node: UInt32) -> Range<Int> {
    let index = Int(node)
    guard index + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[index])..<Int(offsets[index + 1])
  }

  private func chain(of node: UInt32) -> UInt32 {
    if node < baseNodeCount {
      return addedToBase.isEmpty ? Self.none : addedToBase[node]?.first ?? Self.none
    }
    let place = Int(node) - baseNodeCount
    return place < firstAdded.count ? firstAdded[place] : Self.none
  }

  private func run(of type: UInt32, in block: Range<Int>) -> Range<Int> {
    guard !block.isEmpty else { return block }
    // Most nodes have relationships of one type in a direction.
    if types[block.lowerBound] == type, types[block.upperBound - 1] == type { return block }
    let start = lowerBound(of: type, in: block)
    return start..<lowerBound(of: type + 1, in: start..<block.upperBound)
  }

  private func lowerBound(of type: UInt32, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if types[middle] < type { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ContiguousArray<UInt32> {
  /// Writes the elements at some places, which must be there, behind a pointer.
  @inline(__always)
  fileprivate func copy(_ range: Range<Int>, to target: UnsafeMutablePointer<UInt32>) {
    unsafe withUnsafeBufferPointer { elements in
      for (offset, place) in range.enumerated() {
        unsafe target[offset] = elements[place]
      }
    }
  }
}

extension Adjacency {
  /// Builds the block of all relationships; deleted ones are left out unless they may come back.
  mutating func build(
    _ table: borrowing RelationshipTable,
    nodeCount: Int,
    keepsDeleted: Bool
  ) {
    let byType = Self.order(table, keepsDeleted: keepsDeleted)
    let nodes = isOutgoing ? table.sources : table.targets
    let ends = isOutgoing ? table.targets : table.sources
    var starts = ContiguousArray<UInt32>(repeating: 0, count: nodeCount + 1)
    for relationship in byType { starts[Int(nodes[Int(relationship)]) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    offsets = starts
    relationships = ContiguousArray(repeating: 0, count: byType.count)
    neighbours = relationships
    types = relationships
    for relationship in byType {
      let index = Int(relationship)
      let node = Int(nodes[index])
      let position = Int(starts[node])
      starts[node] += 1
      relationships[position] = relationship
      neighbours[position] = ends[index]
      types[position] = table.types[index]
    }
    builtCount = table.capacity
    (base, baseNodeCount, addedToBase) = (nil, 0, [:])
    firstAdded = []
    lastAdded = []
    nextAdded = []
  }

  /// Returns the relationships in ascending order of their types, then of their indices.
  private static func order(_ table: borrowing RelationshipTable, keepsDeleted: Bool)
    -> ContiguousArray<UInt32>
  {
    var starts = ContiguousArray<Int>(repeating: 0, count: table.typeNames.count + 1)
    var kept = 0
    for index in 0..<table.capacity where keepsDeleted || !table.isDeleted[index] {
      starts[Int(table.types[index]) + 1] += 1
      kept += 1
    }
    for type in 0..<table.typeNames.count { starts[type + 1] += starts[type] }
    var order = ContiguousArray<UInt32>(repeating: 0, count: kept)
    for index in 0..<table.capacity where keepsDeleted || !table.isDeleted[index] {
      let type = Int(table.types[index])
      order[starts[type]] = UInt32(index)
      starts[type] += 1
    }
    return order
  }
}
