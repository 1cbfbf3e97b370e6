/// Holds for nodes at what distance and over which relationship a search came to them.
///
/// Clearing takes no time: marks of earlier searches have an earlier number.
struct SearchMarks {
  private var search: UInt32 = 0
  private var searches: ContiguousArray<UInt32> = []
  private var distances: ContiguousArray<Int32> = []
  private var steps: ContiguousArray<UInt32> = []

  /// Forgets all marks.
  mutating func clear(capacity: Int) {
    let missing = capacity - searches.count
    if missing > 0 {
      searches.append(contentsOf: repeatElement(0, count: missing))
      distances.append(contentsOf: repeatElement(0, count: missing))
      steps.append(contentsOf: repeatElement(0, count: missing))
    }
    if search == .max {
      for node in searches.indices { searches[node] = 0 }
      search = 0
    }
    search += 1
  }

  /// Returns the distance of a node; `nil` if the search has not come to it.
  func distance(_ node: UInt32) -> Int? {
    searches[Int(node)] == search ? Int(distances[Int(node)]) : nil
  }

  /// The relationship over which the search came to a node that it has come to.
  func step(_ node: UInt32) -> UInt32 { steps[Int(node)] }

  /// Marks a node; returns false if it was marked before.
  mutating func mark(_ node: UInt32, distance: Int, step: UInt32) -> Bool {
    guard searches[Int(node)] != search else { return false }
    searches[Int(node)] = search
    distances[Int(node)] = Int32(clamping: distance)
    steps[Int(node)] = step
    return true
  }

  /// Returns the relationships from a node back to where the search began.
  func way(from node: UInt32, _ table: RelationshipTable) -> ContiguousArray<UInt32> {
    var way: ContiguousArray<UInt32> = []
    var node = node
    while step(node) != Column.null {
      way.append(step(node))
      node = table.otherEnd(of: step(node), from: node)
    }
    return way
  }
}
