/// Says which nodes are at one end of the relationships of a type, and whether these came in order.
struct EndRange {
  /// The lowest node.
  private(set) var low = UInt32.max
  /// The highest node.
  private(set) var high: UInt32 = 0
  /// Whether none came after a higher one.
  private(set) var isAscending = true
  private var last: UInt32 = 0

  /// The number of nodes from the lowest to the highest.
  var span: Int { Int(high) - Int(low) + 1 }

  /// Adds the end of the next relationship.
  @inline(__always)
  mutating func add(_ node: UInt32) {
    low = min(low, node)
    high = max(high, node)
    isAscending = isAscending && node >= last
    last = node
  }
}

/// Says how the relationships of a type by the nodes at one end are written.
struct AdjacencyLayout {
  /// Whether relationships and neighbours are left out, as they stand where their ends do.
  let isInOrder: Bool
  /// Whether so few nodes of the range have any that offsets would take more than the nodes.
  let isSparse: Bool
  /// What is taken from each relationship.
  let relationshipBase: Int
  /// All relationships are below this when the base is taken.
  let relationshipBound: Int

  /// - Parameter near: The ends by which the relationships are found.
  init(_ members: MemberRun, near: EndRange) {
    isInOrder = members.isRun && near.isAscending
    isSparse = near.span > 2 * members.count
    // Those of few nodes are sorted where they stand, for which they need their full width.
    let isShort = members.isRun && !isSparse
    relationshipBase = isShort ? Int(members.first) : 0
    relationshipBound = isShort ? members.count : Int(UInt32.max)
  }
}
