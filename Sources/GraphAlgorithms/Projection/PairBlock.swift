/// The pairs of a few consecutive members with later ones, in no order within a member.
struct PairBlock: Sendable {
  let members: Range<Int>
  /// How many later ones each member has.
  var counts: ContiguousArray<Int> = []
  /// The later ones of all members.
  var others: ContiguousArray<UInt32> = []
  /// The weight of each pair; empty where all weigh 1.
  var weights: ContiguousArray<Double> = []

  /// Returns rows that hold each pair at both of its ends, ascending.
  ///
  /// Filled in two passes: members ascend, so that each puts itself behind the lower ones of its
  /// later ones; rows that hold all lower ones in order then give the higher ones in order.
  ///
  /// O(members + pairs).
  static func rows(_ blocks: [PairBlock], isWeighted: Bool, count: Int) -> CSR {
    let offsets = offsets(blocks, count: count)
    let pairs = offsets.last ?? 0
    var targets = ContiguousArray<UInt32>(repeating: 0, count: pairs)
    var weights = ContiguousArray<Double>(repeating: 0, count: isWeighted ? pairs : 0)
    var ends = ContiguousArray(offsets.dropLast())
    for block in blocks { block.fillLower(&ends, &targets, &weights) }
    fillHigher(offsets, ends, &targets, &weights)
    return CSR(offsets: offsets, targets: targets, weights: isWeighted ? weights : nil)
  }

  private static func offsets(_ blocks: [PairBlock], count: Int) -> ContiguousArray<Int> {
    var offsets = ContiguousArray<Int>(repeating: 0, count: count + 1)
    for block in blocks {
      for (member, count) in zip(block.members, block.counts) { offsets[member + 1] += count }
      for other in block.others { offsets[Int(other) + 1] += 1 }
    }
    for member in 0..<count { offsets[member + 1] += offsets[member] }
    return offsets
  }

  /// All places are in range because the offsets were counted from the same blocks.
  private func fillLower(
    _ ends: inout ContiguousArray<Int>,
    _ targets: inout ContiguousArray<UInt32>,
    _ weights: inout ContiguousArray<Double>
  ) {
    var end = ends.mutableSpan
    var target = targets.mutableSpan
    var weight = weights.mutableSpan
    let others = others.span
    let isWeighted = !self.weights.isEmpty
    var slot = 0
    for (member, count) in zip(members, counts) {
      for _ in 0..<count {
        let other = unsafe Int(others[unchecked: slot])
        let place = unsafe end[unchecked: other]
        unsafe target[unchecked: place] = UInt32(truncatingIfNeeded: member)
        unsafe end[unchecked: other] = place + 1
        if isWeighted { weight[place] = self.weights[slot] }
        slot += 1
      }
    }
  }

  private static func fillHigher(
    _ offsets: ContiguousArray<Int>,
    _ lowerEnds: ContiguousArray<Int>,
    _ targets: inout ContiguousArray<UInt32>,
    _ weights: inout ContiguousArray<Double>
  ) {
    var ends = lowerEnds
    var end = ends.mutableSpan
    var target = targets.mutableSpan
    var weight = weights.mutableSpan
    let isWeighted = !weight.isEmpty
    for member in lowerEnds.indices {
      for slot in offsets[member]..<lowerEnds[member] {
        let lower = unsafe Int(target[unchecked: slot])
        let place = unsafe end[unchecked: lower]
        unsafe target[unchecked: place] = UInt32(truncatingIfNeeded: member)
        unsafe end[unchecked: lower] = place + 1
        if isWeighted { weight[place] = weight[slot] }
      }
    }
  }
}
