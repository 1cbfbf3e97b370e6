/// Puts members with many edges first.
struct MemberOrder {
  /// The number of the member at each place.
  let places: ContiguousArray<UInt32>
  /// The place of each member.
  let ranks: ContiguousArray<UInt32>

  init(degrees: ContiguousArray<UInt32>) {
    places = ContiguousArray(
      degrees.indices.sorted { degrees[$0] != degrees[$1] ? degrees[$0] > degrees[$1] : $0 < $1 }
        .map { UInt32($0) }
    )
    var ranks = ContiguousArray<UInt32>(repeating: 0, count: degrees.count)
    for (rank, member) in places.enumerated() { ranks[Int(member)] = UInt32(rank) }
    self.ranks = ranks
  }

  /// Counts how often each member is an end.
  init(count: Int, ends: [ContiguousArray<UInt32>]) {
    var degrees = ContiguousArray<UInt32>(repeating: 0, count: count)
    for column in ends { for end in column { degrees[Int(end)] &+= 1 } }
    self.init(degrees: degrees)
  }

  /// Takes the lengths of rows.
  init(offsets: ContiguousArray<Int>) {
    self.init(
      degrees: ContiguousArray(zip(offsets.dropFirst(), offsets).map { UInt32(clamping: $0 - $1) })
    )
  }

  func ranks(_ members: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    ContiguousArray(members.lazy.map { ranks[Int($0)] })
  }

  func sorted(_ members: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    ContiguousArray(places.lazy.map { members[Int($0)] })
  }
}
