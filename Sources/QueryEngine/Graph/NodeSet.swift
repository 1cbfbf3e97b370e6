/// Holds which nodes belong to a set, one bit for each node of a graph.
struct NodeSet {
  private var words: ContiguousArray<UInt64> = []

  /// Makes room for nodes below a number.
  mutating func reserve(_ nodeCount: Int) {
    let missing = (nodeCount + 63) >> 6 - words.count
    if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Adds a node, for which there must be room; returns whether it is new.
  @inline(__always)
  mutating func insert(_ node: UInt32) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(node & 63)
    let word = words[Int(node &>> 6)]
    words[Int(node &>> 6)] = word | bit
    return word & bit == 0
  }

  /// Hands out the nodes in ascending order.
  func forEach(_ body: (UInt32) -> Void) {
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(UInt32(truncatingIfNeeded: place << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }
}
