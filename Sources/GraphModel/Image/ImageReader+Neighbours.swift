extension ImageReader {
  /// Returns, by type, the relationships of nodes in one direction.
  ///
  /// - Parameters:
  ///   - near: By relationship, the node by which it is found.
  ///   - far: By relationship, the node at its other end.
  func neighbours(
    _ direction: ImageFormat.Direction,
    _ typeMembers: [ImageMembers],
    near: ImageIndices,
    far: ImageIndices
  ) throws(ImageError) -> ContiguousArray<ImageNeighbours> {
    var lists: ContiguousArray<ImageNeighbours> = []
    for (type, members) in typeMembers.enumerated() {
      let item = UInt32(type) * 2 + direction.rawValue
      lists.append(try neighbours(item, members, near: near, far: far))
    }
    return lists
  }

  private func neighbours(
    _ item: UInt32,
    _ members: ImageMembers,
    near: ImageIndices,
    far: ImageIndices
  ) throws(ImageError) -> ImageNeighbours {
    let (nodes, relationships, ends):
      ((ImageIndices, UInt32), (ImageIndices?, UInt32), ImageIndices?)
    if file.section(.adjacencyNeighbours, item) != nil {
      nodes = try based(.adjacencyNeighbours, item, members.count, below: file.nodeCount)
      relationships = try based(
        .adjacencyRelationships,
        item,
        members.count,
        below: file.relationshipCount
      )
      ends = nil
    } else {
      guard let run = members.run else { throw .damaged("the neighbours of a type are missing") }
      let places = Int(run.lowerBound)..<Int(run.upperBound)
      (nodes, relationships) = ((far.part(places), 0), (nil, run.lowerBound))
      ends = near.part(places)
    }
    guard let section = file.section(.adjacencyOffsets, item) else {
      guard let ends else { throw .damaged("the offsets of a type are missing") }
      return ImageNeighbours(ends: ends, nodes: nodes, relationships: relationships)
    }
    guard section.form == ImageFormat.Places.offsets.rawValue else {
      let ends = try indices(.adjacencyOffsets, item, count: members.count)
      return ImageNeighbours(ends: ends, nodes: nodes, relationships: relationships)
    }
    return ImageNeighbours(
      offsets: try indices(.adjacencyOffsets, item),
      first: section.count,
      nodes: nodes,
      relationships: relationships
    )
  }

  /// Returns a section of indices from which a base was taken.
  private func based(_ kind: ImageFormat.Kind, _ item: UInt32, _ count: Int, below bound: Int)
    throws(ImageError) -> (ImageIndices, UInt32)
  {
    let indices = try indices(kind, item, count: count)
    guard let base = file.section(kind, item)?.count, base >= 0, base < bound else {
      throw .damaged("the section of \(kind) begins too high")
    }
    return (indices, UInt32(base))
  }
}
