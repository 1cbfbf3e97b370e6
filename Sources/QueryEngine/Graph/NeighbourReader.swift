import CypherSyntax
import GraphModel

/// Reads the relationships of some types that nodes have in a direction, as a graph has them now.
///
/// Making one copies references to the columns of the graph, so that reading a node needs none; an
/// object, as its parts are, so that handing it on copies one reference.
final class NeighbourReader: Sendable {
  private let outgoing: Side?
  private let incoming: Side?
  private let table: RelationshipTable
  private let types: TypeSelection

  /// One of the two directions.
  private final class Side: Sendable {
    let adjacency: Adjacency
    let lists: ContiguousArray<ImageNeighbours>
    /// Whether the lists have all.
    let isOfImage: Bool

    init(_ adjacency: Adjacency, _ types: TypeSelection) {
      self.adjacency = adjacency
      lists = adjacency.lists(types)
      isOfImage = adjacency.isOfImage
    }

    func degree(_ node: UInt32) -> Int {
      isOfImage ? lists.reduce(0) { $0 + $1.block(of: node).count } : adjacency.degree(node)
    }
  }

  init(_ graph: PropertyGraph, _ types: TypeSelection, _ direction: RelationshipPattern.Direction) {
    outgoing = direction == .incoming ? nil : Side(graph.outgoing, types)
    incoming = direction == .outgoing ? nil : Side(graph.incoming, types)
    table = graph.relationships
    self.types = types
  }

  /// The nodes that relationships leave, where both directions are read of one list each, as it is,
  /// and none of these nodes is entered; else `nil`.
  ///
  /// Every step leads then from such a node to another kind of node, or back.
  var oneKindOfNodes: Range<UInt32>? {
    guard table.deletedCount == 0, let outgoing, let incoming, outgoing.isOfImage,
      incoming.isOfImage, outgoing.lists.count == 1, incoming.lists.count == 1
    else { return nil }
    let left = outgoing.lists[0].nodeRange
    return left.overlaps(incoming.lists[0].nodeRange) ? nil : left
  }

  /// Returns about how many relationships a node has.
  func degree(_ node: UInt32) -> Int {
    (outgoing?.degree(node) ?? 0) + (incoming?.degree(node) ?? 0)
  }

  /// Appends the relationships of a node and the nodes at their other ends; a loop once.
  @inline(__always)
  func read(_ node: UInt32, to buffer: NeighbourBuffer) {
    if let outgoing { read(node, outgoing, skipsLoops: false, to: buffer) }
    if let incoming { read(node, incoming, skipsLoops: outgoing != nil, to: buffer) }
  }

  /// Appends what `read` does for each of some nodes, where `oneKindOfNodes` is not `nil`.
  func read(allOf nodes: ContiguousArray<UInt32>, to buffer: NeighbourBuffer) {
    if let list = outgoing?.lists.first { list.copy(allOf: nodes, to: buffer) }
    if let list = incoming?.lists.first { list.copy(allOf: nodes, to: buffer) }
  }

  @inline(__always)
  private func read(_ node: UInt32, _ side: Side, skipsLoops: Bool, to buffer: NeighbourBuffer) {
    let start = buffer.count
    let hasDeleted = table.deletedCount > 0
    for index in side.lists.indices {
      side.lists[index].copy(node, to: buffer, buffer.needsRelationships || hasDeleted)
    }
    if !side.isOfImage { side.adjacency.read(node, types, table, to: buffer) }
    if hasDeleted {
      buffer.keep(from: start) { relationship, _ in !table.isDeleted[Int(relationship)] }
    }
    if skipsLoops { buffer.keepNodes(from: start) { $0 != node } }
  }
}

extension PropertyGraph {
  /// Returns the only list of relationships that there is to read in a direction, as it is; `nil` where
  /// there are several, or some are deleted or were added.
  func onlyList(_ types: TypeSelection, _ direction: RelationshipPattern.Direction)
    -> ImageNeighbours?
  {
    guard relationships.deletedCount == 0 else { return nil }
    return switch direction {
    case .outgoing: outgoing.onlyList(types)
    case .incoming: incoming.onlyList(types)
    case .either: nil
    }
  }
}

extension ImageNeighbours {
  /// Appends the relationships of some nodes and the nodes at their other ends.
  fileprivate func copy(allOf nodes: ContiguousArray<UInt32>, to buffer: NeighbourBuffer) {
    unsafe withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: nodes.count) { blocks in
      guard let blocks = blocks.baseAddress else { return }
      unsafe nodes.withUnsafeBufferPointer { unsafe findBlocks(of: $0, to: blocks) }
      for row in nodes.indices where unsafe !blocks[row].isEmpty {
        unsafe buffer.touched ^= touch(blocks[row].lowerBound)
      }
      for row in nodes.indices {
        let block = unsafe blocks[row]
        guard !block.isEmpty else { continue }
        unsafe buffer.append(block.count) { relationships, nodes in
          unsafe copyRelationships(block, to: relationships)
          unsafe copyNodes(block, to: nodes)
        }
      }
    }
  }

  /// Appends the relationships of a node, if they are wanted, and the nodes at their other ends.
  @inline(__always)
  fileprivate func copy(_ node: UInt32, to buffer: NeighbourBuffer, _ wantsRelationships: Bool) {
    let block = block(of: node)
    guard !block.isEmpty else { return }
    unsafe buffer.append(block.count) { relationships, nodes in
      if wantsRelationships { unsafe copyRelationships(block, to: relationships) }
      unsafe copyNodes(block, to: nodes)
    }
  }
}
