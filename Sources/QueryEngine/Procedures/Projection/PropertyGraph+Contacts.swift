import CypherSyntax
import GraphAlgorithms
import GraphModel

/// Holds who had contact with whom, from when to when, and through what.
struct GraphContacts {
  /// The nodes of the graph, ascending.
  var nodes: ContiguousArray<UInt32> = []
  /// The ends of each contact, by their places in `nodes`.
  var sources: ContiguousArray<UInt32> = []
  var targets: ContiguousArray<UInt32> = []
  /// When each contact begins and ends.
  var starts: [Value] = []
  var ends: [Value] = []
  /// The relationship or third node that each contact is.
  var means: [Value] = []
  var isDirected = false

  fileprivate mutating func add(_ source: UInt32, _ target: UInt32, _ time: ContactTime) {
    sources.append(source)
    targets.append(target)
    starts.append(time.start)
    ends.append(time.end)
    means.append(time.means)
  }
}

private struct ContactTime {
  let start: Value
  let end: Value
  let means: Value

  /// Without a known start there is no telling; without an end a contact is a moment.
  init?(_ means: Value, start: Value, end: Value?) {
    guard !start.isNull else { return nil }
    self.start = start
    self.end = end.flatMap { $0.isNull ? nil : $0 } ?? start
    self.means = means
  }
}

extension PropertyGraph {
  /// Returns the contacts between members, with times from two properties: of the relationships
  /// between them, or of the third nodes that they share.
  func contacts(_ key: ProjectionKey, start: String, end: String?, _ execution: Execution) throws
    -> GraphContacts
  {
    prepareAdjacency()
    var contacts = GraphContacts()
    contacts.nodes = try members(key.labels)
    switch key.edges {
    case .relationships(let types, let direction):
      contacts.isDirected = direction != .either
      try addRelationships(try selection(types), start, end, to: &contacts, execution)
      if direction == .incoming { swap(&contacts.sources, &contacts.targets) }
    case .through(let types, let labels):
      let isEvent = try labels.isEmpty ? nil : membership(labels)
      try addEvents(try selection(types), isEvent, start, end, to: &contacts, execution)
    }
    return contacts
  }

  private func addRelationships(
    _ types: TypeSelection,
    _ start: String,
    _ end: String?,
    to contacts: inout GraphContacts,
    _ execution: Execution
  ) throws {
    let numbers = memberNumbers(contacts.nodes)
    let reader = NeighbourReader(self, types, .outgoing)
    let found = NeighbourBuffer()
    for (source, member) in contacts.nodes.enumerated() {
      found.removeAll()
      reader.read(member, to: found)
      for index in 0..<found.count {
        let (link, target) = found[index]
        guard numbers[Int(target)] != Column.null else { continue }
        let time = ContactTime(
          .relationship(RelationshipID(rawValue: Int64(link))),
          start: relationshipProperties.value(start, of: link),
          end: end.map { relationshipProperties.value($0, of: link) }
        )
        if let time { contacts.add(UInt32(source), numbers[Int(target)], time) }
      }
      try execution.reserve(bytes: 128 * found.count)
      if source % 1_024 == 0 { try execution.proceed() }
    }
  }

  private func addEvents(
    _ types: TypeSelection,
    _ isEvent: ContiguousArray<Bool>?,
    _ start: String,
    _ end: String?,
    to contacts: inout GraphContacts,
    _ execution: Execution
  ) throws {
    let sets = nodes.labelSets
    var participants: [UInt32: ContiguousArray<UInt32>] = [:]
    let reader = NeighbourReader(self, types, .either)
    let found = NeighbourBuffer()
    for (number, member) in contacts.nodes.enumerated() {
      found.removeAll()
      reader.read(member, to: found)
      let events = Set((0..<found.count).lazy.map { found[$0].node })
      for event in events where isEvent.map({ $0[Int(sets[Int(event)])] }) ?? true {
        participants[event, default: []].append(UInt32(number))
      }
      try execution.reserve(bytes: 16 * found.count)
      if number % 1_024 == 0 { try execution.proceed() }
    }
    for event in participants.keys.sorted() {
      let time = ContactTime(
        .node(index: event),
        start: nodeProperties.value(start, of: event),
        end: end.map { nodeProperties.value($0, of: event) }
      )
      guard let time, let members = participants[event] else { continue }
      try execution.reserve(bytes: 64 * members.count * members.count)
      try execution.proceed()
      for (place, one) in members.enumerated() {
        for other in members[(place + 1)...] { contacts.add(one, other, time) }
      }
    }
  }
}
