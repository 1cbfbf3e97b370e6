/// Holds who took part in what: two kinds of nodes, edges only between them.
public struct Bipartite: Sendable {
  /// The row of a member: its events, ascending.
  public let events: CSR
  /// The row of an event: its members, ascending.
  public let members: CSR

  /// Makes both directions from the participations, one pair per edge.
  ///
  /// O(nodes + edges). Throws `AlgorithmError` for columns of different lengths, for counts below 0
  /// and for members or events that are not below their count.
  public init(
    memberCount: Int,
    eventCount: Int,
    members: ContiguousArray<UInt32>,
    events: ContiguousArray<UInt32>
  ) throws(AlgorithmError) {
    guard members.count == events.count else {
      throw .lengthMismatch("members and events differ in length")
    }
    try AlgorithmError.check(nodeCount: memberCount, members)
    try AlgorithmError.check(nodeCount: eventCount, events)
    self.members = CSR.grouped(rows: eventCount, keys: events, values: members, weights: nil)
      .transposed(columns: memberCount).transposed(columns: eventCount)
    self.events = self.members.transposed(columns: memberCount)
  }

  /// Makes both directions from the events of each member, in rows one after the other.
  ///
  /// `order` names the members in the order of their new numbers. O(nodes + edges), half the work
  /// of the other way. Throws `AlgorithmError` for offsets that are no rows of `events`, for events
  /// that are not below their count, and for an order that leaves members out.
  public init(
    eventCount: Int,
    offsets: ContiguousArray<Int>,
    events: ContiguousArray<UInt32>,
    order: ContiguousArray<UInt32>
  ) throws(AlgorithmError) {
    guard offsets.count == order.count + 1, offsets.last == events.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ 0 <= $0 && $0 <= $1 })
    else { throw .lengthMismatch("offsets do not fit members and events") }
    try AlgorithmError.check(nodeCount: order.count, order)
    try AlgorithmError.check(nodeCount: eventCount, events)
    var isNamed = ContiguousArray(repeating: false, count: order.count)
    for member in order { isNamed[Int(member)] = true }
    guard !isNamed.contains(false) else {
      throw .lengthMismatch("the order does not name every member once")
    }
    var rows: ContiguousArray<Int> = [0]
    rows.reserveCapacity(offsets.count)
    var sorted: ContiguousArray<UInt32> = []
    sorted.reserveCapacity(events.count)
    for member in order {
      sorted += events[offsets[Int(member)]..<offsets[Int(member) + 1]]
      rows.append(sorted.count)
    }
    members = CSR(offsets: rows, targets: sorted, weights: nil).transposed(columns: eventCount)
    self.events = members.transposed(columns: order.count)
  }
}
