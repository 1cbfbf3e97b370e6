import GraphModel

/// Reads the relationships of nodes of a column from one list of an image: it finds where they stand
/// for many rows before it reads those of the first.
@safe final class BlockReader {
  /// The list that it reads.
  let list: ImageNeighbours
  private let blocks = UnsafeMutablePointer<Range<Int>>.allocate(capacity: capacity)
  /// The rows of which the blocks are known.
  private var known = 0..<0

  private static let capacity = 128

  init(_ list: ImageNeighbours) { self.list = list }

  deinit { unsafe blocks.deallocate() }

  /// Forgets what is known of the rows of a column, before another one.
  func begin() { known = 0..<0 }

  /// Appends the relationships of the node in a row, and the nodes at their other ends; rows are read
  /// in order.
  @inline(__always)
  func read(_ nodes: ContiguousArray<UInt32>, _ row: Int, to buffer: NeighbourBuffer) {
    if row >= known.upperBound { find(nodes, from: row) }
    let block = unsafe blocks[row &- known.lowerBound]
    guard !block.isEmpty else { return }
    unsafe buffer.append(block.count) { relationships, targets in
      if buffer.needsRelationships {
        unsafe list.copyRelationships(block, to: relationships)
      }
      unsafe list.copyNodes(block, to: targets)
    }
  }

  /// `Column.null` is beyond all nodes of an image, and has no block.
  private func find(_ nodes: ContiguousArray<UInt32>, from row: Int) {
    known = row..<min(row + Self.capacity, nodes.count)
    _ = unsafe nodes.withUnsafeBufferPointer { nodes in
      unsafe list.findBlocks(of: UnsafeBufferPointer(rebasing: nodes[known]), to: blocks)
    }
  }
}
