/// Holds, for one direction, the relationships of each node of an image.
///
/// A class, as copying its parts for every node that is read would cost more than reading it.
public final class ImageAdjacency: Sendable {
  private let offsets: ImageIndices
  /// Relationships by node, then type, then index.
  public let relationships: ImageIndices
  /// The nodes at their other ends.
  public let neighbours: ImageIndices
  /// Their types; `nil` where `runs` tells them.
  private let types: ImageIndices?
  /// By type, its relationships, which follow one another.
  private let runs: [Range<UInt32>]

  init(
    offsets: ImageIndices,
    relationships: ImageIndices,
    neighbours: ImageIndices,
    types: ImageIndices?,
    runs: [Range<UInt32>]
  ) {
    self.offsets = offsets
    self.relationships = relationships
    self.neighbours = neighbours
    self.types = types
    self.runs = runs
  }

  /// Returns where the relationships of a node stand; nowhere for a node of later.
  @inline(__always)
  public func block(of node: UInt32) -> Range<Int> {
    guard Int(node) + 1 < offsets.count else { return 0..<0 }
    return offsets.range(Int(node), within: relationships.count)
  }

  /// Returns the part of a node's block that has a type.
  public func run(of type: UInt32, in block: Range<Int>) -> Range<Int> {
    // Most nodes have relationships of one type in a direction.
    guard !block.isEmpty else { return block }
    guard let types else {
      return Int(type) < runs.count
        ? run(of: runs[Int(type)], in: block) : block.lowerBound..<block.lowerBound
    }
    if types[block.lowerBound] == type, types[block.upperBound - 1] == type { return block }
    let start = types.lowerBound(of: type, in: block)
    return start..<types.lowerBound(of: type + 1, in: start..<block.upperBound)
  }

  private func run(of members: Range<UInt32>, in block: Range<Int>) -> Range<Int> {
    if relationships[block.lowerBound] >= members.lowerBound,
      relationships[block.upperBound - 1] < members.upperBound
    {
      return block
    }
    let start = relationships.lowerBound(of: members.lowerBound, in: block)
    return start..<relationships.lowerBound(of: members.upperBound, in: start..<block.upperBound)
  }
}
