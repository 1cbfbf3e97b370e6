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
}
