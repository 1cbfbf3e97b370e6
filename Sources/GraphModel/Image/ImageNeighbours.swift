/// Holds, for one type and one direction, the relationships of each node of an image.
///
/// A class, as copying its parts for every node that is read would cost more than reading it.
@safe public final class ImageNeighbours: Sendable {
  /// Where the relationships of each node begin; or, where few nodes have any, the node by place.
  private let places: ImageIndices
  /// Whether `places` holds offsets.
  private let hasOffsets: Bool
  /// The node that the first offset is of.
  private let first: Int
  /// Nodes at the other ends, by node, less `nodeBase`.
  private let nodes: ImageIndices
  private let nodeBase: UInt32
  /// Relationships by node, then index, less `relationshipBase`; `nil` where they count up.
  private let relationships: ImageIndices?
  private let relationshipBase: UInt32

  init(
    offsets: ImageIndices,
    first: Int,
    nodes: (indices: ImageIndices, base: UInt32),
    relationships: (indices: ImageIndices?, base: UInt32)
  ) {
    places = offsets
    hasOffsets = true
    self.first = first
    (self.nodes, nodeBase) = nodes
    (self.relationships, relationshipBase) = relationships
  }

  /// - Parameter ends: By place, the node whose relationship stands there, in ascending order.
  init(
    ends: ImageIndices,
    nodes: (indices: ImageIndices, base: UInt32),
    relationships: (indices: ImageIndices?, base: UInt32)
  ) {
    places = ends
    hasOffsets = false
    first = 0
    (self.nodes, nodeBase) = nodes
    (self.relationships, relationshipBase) = relationships
  }

  /// Nodes outside of which none has a relationship.
  public var nodeRange: Range<UInt32> {
    guard hasOffsets else {
      guard places.count > 0, places[0] <= places[places.count - 1] else { return 0..<0 }
      return places[0]..<places[places.count - 1] &+ 1
    }
    let start = UInt32(clamping: first)
    return start..<max(start, UInt32(clamping: first + places.count - 1))
  }

  /// Returns where the relationships of a node stand; nowhere for one that has none.
  @inline(__always)
  public func block(of node: UInt32) -> Range<Int> {
    guard hasOffsets else { return search(node) }
    let index = Int(node) &- first
    guard index >= 0, index < places.count &- 1 else { return 0..<0 }
    return places.range(index, within: nodes.count)
  }

  /// Writes where the relationships of some nodes stand behind a pointer.
  ///
  /// Blocks that are found one after the other, before any is read, are found at the same time: the
  /// processor waits for far memory once, not once for each.
  @unsafe public func findBlocks(
    of nodes: UnsafeBufferPointer<UInt32>,
    to blocks: UnsafeMutablePointer<Range<Int>>
  ) {
    for index in 0..<nodes.count { unsafe blocks[index] = block(of: nodes[index]) }
  }

  private func search(_ node: UInt32) -> Range<Int> {
    let start = places.lowerBound(of: node, in: 0..<places.count)
    return start..<places.lowerBound(of: node &+ 1, in: start..<places.count)
  }

  /// Writes the nodes at some places of a block behind a pointer.
  @inline(__always)
  @unsafe public func copyNodes(_ range: Range<Int>, to target: UnsafeMutablePointer<UInt32>) {
    unsafe nodes.copy(range, plus: nodeBase, to: target)
  }

  /// Reads the node at a place that begins a block, and does nothing with it: what is read after the
  /// other, before any is needed, comes from far memory at the same time.
  @inline(__always)
  public func touch(_ place: Int) -> UInt32 { nodes[place] }

  /// Writes the relationships at some places of a block behind a pointer.
  @inline(__always)
  @unsafe public func copyRelationships(
    _ range: Range<Int>,
    to target: UnsafeMutablePointer<UInt32>
  ) {
    guard let relationships else {
      for (offset, place) in range.enumerated() {
        unsafe target[offset] = relationshipBase &+ UInt32(truncatingIfNeeded: place)
      }
      return
    }
    unsafe relationships.copy(range, plus: relationshipBase, to: target)
  }
}
