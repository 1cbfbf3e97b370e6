/// Holds contacts that happened at a time: who could have passed something on to whom.
public struct TimedContacts: Sendable {
  /// The number of nodes, `0..<nodeCount`.
  public let nodeCount: Int
  /// Slots of each node's contacts, in order of their start.
  private let rows: CSR
  private let contacts: ContiguousArray<UInt32>
  private let starts: ContiguousArray<Int64>
  private let ends: ContiguousArray<Int64>

  /// Sorts contacts by node and start.
  ///
  /// O(nodes + contacts · log contacts).
  ///
  /// A contact begins at `starts` and what it passes on is there at `ends`, not earlier. When not
  /// directed it works both ways.
  public init(
    nodeCount: Int,
    sources: ContiguousArray<UInt32>,
    targets: ContiguousArray<UInt32>,
    starts: ContiguousArray<Int64>,
    ends: ContiguousArray<Int64>,
    isDirected: Bool
  ) throws(AlgorithmError) {
    let count = sources.count
    guard targets.count == count, starts.count == count, ends.count == count else {
      throw .lengthMismatch("sources, targets, starts and ends differ in length")
    }
    guard count < Int(UInt32.max) else {
      throw .invalidParameter("there are \(count) contacts", "give 4,294,967,294 at most")
    }
    try AlgorithmError.check(nodeCount: nodeCount, sources, targets)
    for contact in 0..<count where ends[contact] < starts[contact] {
      throw .invalidParameter("contact \(contact) ends before it starts", "exchange both times")
    }
    let order = (0..<count).sorted { (starts[$0], $0) < (starts[$1], $1) }
    var from: ContiguousArray<UInt32> = []
    var number: ContiguousArray<UInt32> = []
    for contact in order {
      from.append(sources[contact])
      number.append(UInt32(contact))
      if !isDirected, sources[contact] != targets[contact] {
        from.append(targets[contact])
        number.append(UInt32(contact))
      }
    }
    let grouped = CSR.grouped(rows: nodeCount, keys: from, values: number, weights: nil)
    var others: ContiguousArray<UInt32> = []
    for node in 0..<nodeCount {
      for contact in grouped[node] {
        let isForward = Int(sources[Int(contact)]) == node
        others.append(isForward ? targets[Int(contact)] : sources[Int(contact)])
      }
    }
    self.nodeCount = nodeCount
    rows = CSR(offsets: grouped.offsets, targets: others, weights: nil)
    contacts = grouped.targets
    self.starts = starts
    self.ends = ends
  }

  /// Finds when something that is at `source` from `time` on can be at each node at the earliest.
  ///
  /// Waiting is free. With `isStrict` a contact must begin later than the one before ended, else it
  /// may begin at the same time. O(nodes + contacts · log nodes). Wu et al., "Path problems in
  /// temporal graphs", 2014; label setting as Dijkstra's.
  public func earliestArrivals(
    from source: UInt32,
    at time: Int64,
    isStrict: Bool = false,
    execution: Execution = Execution()
  ) throws -> EarliestArrivals {
    guard Int(source) < nodeCount else { throw AlgorithmError.unknownNode(source, nodeCount) }
    var steps = StepCounter(execution)
    var arrivals = EarliestArrivals(nodeCount: nodeCount, source: source, time: time)
    var queue = MinimumHeap<QueuedNode<Int64>>()
    queue.insert(QueuedNode(key: time, node: source))
    while let next = queue.popMinimum() {
      guard arrivals.times[Int(next.node)] == next.key else { continue }
      let slots = slots(of: Int(next.node), from: next.key, after: isStrict && next.node != source)
      try steps.advance(slots.count + 1)
      for slot in slots {
        let contact = contacts[slot]
        let other = rows.targets[slot]
        let end = ends[Int(contact)]
        if arrivals.enter(other, at: end, by: contact, from: next.node) {
          queue.insert(QueuedNode(key: end, node: other))
        }
      }
    }
    return arrivals
  }

  /// Returns the contacts of a node that begin at `time`, or only after it, or later.
  private func slots(of node: Int, from time: Int64, after isLater: Bool) -> Range<Int> {
    let row = rows.range(of: node)
    var low = row.lowerBound
    var high = row.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      let start = starts[Int(contacts[middle])]
      if start < time || (isLater && start == time) { low = middle + 1 } else { high = middle }
    }
    return low..<row.upperBound
  }
}

/// Holds when each node can be reached from another at the earliest, and how.
public struct EarliestArrivals: Sendable {
  /// The earliest time at each node; `nil` where there is no way.
  public private(set) var times: ContiguousArray<Int64?>
  private var lastContacts: ContiguousArray<UInt32>
  private var parents: ContiguousArray<UInt32>
  private let source: UInt32

  init(nodeCount: Int, source: UInt32, time: Int64) {
    self.source = source
    times = ContiguousArray(repeating: nil, count: nodeCount)
    lastContacts = ContiguousArray(repeating: .max, count: nodeCount)
    parents = lastContacts
    times[Int(source)] = time
  }

  mutating func enter(
    _ node: UInt32,
    at time: Int64,
    by contact: UInt32,
    from parent: UInt32
  ) -> Bool {
    if let known = times[Int(node)], known <= time { return false }
    times[Int(node)] = time
    lastContacts[Int(node)] = contact
    parents[Int(node)] = parent
    return true
  }

  /// Returns the contacts, by their numbers in the input, that lead to `node` first.
  ///
  /// Empty for the source; `nil` where there is no way, or no such node.
  public func contacts(to node: UInt32) -> [UInt32]? {
    guard times.indices.contains(Int(node)), times[Int(node)] != nil else { return nil }
    var contacts: [UInt32] = []
    var node = node
    while node != source {
      contacts.append(lastContacts[Int(node)])
      node = parents[Int(node)]
    }
    return contacts.reversed()
  }
}
