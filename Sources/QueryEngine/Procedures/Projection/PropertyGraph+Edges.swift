import CypherSyntax
import GraphAlgorithms
import GraphModel

extension PropertyGraph {
  /// Makes edges of the relationships between members.
  ///
  /// ```
  /// for member in members:
  ///   for relationship leaving it (or entering it, for .incoming) to another member: add an edge
  /// ```
  func project(
    _ members: ContiguousArray<UInt32>,
    _ types: TypeSelection,
    _ direction: RelationshipPattern.Direction,
    weight: String?,
    _ execution: Execution
  ) throws -> GraphProjection {
    let numbers = memberNumbers(members)
    var sources: ContiguousArray<UInt32> = []
    var targets: ContiguousArray<UInt32> = []
    var links: ContiguousArray<UInt32> = []
    let way = direction == .incoming ? direction : .outgoing
    let reader = NeighbourReader(self, types, way)
    let found = NeighbourBuffer(needsRelationships: weight != nil)
    for (number, member) in members.enumerated() {
      if number % 4_096 == 0 { try execution.proceed() }
      found.removeAll()
      reader.read(member, to: found)
      for index in 0..<found.count {
        let (link, end) = found[index]
        guard numbers[Int(end)] != Column.null else { continue }
        sources.append(UInt32(number))
        targets.append(numbers[Int(end)])
        if weight != nil { links.append(link) }
      }
    }
    try execution.reserve(bytes: 20 * sources.count)
    let order = MemberOrder(count: members.count, ends: [sources, targets])
    let adjacency = try CompactGraph(
      nodeCount: members.count,
      sources: order.ranks(sources),
      targets: order.ranks(targets),
      weights: try weight.map { try weights(of: links, $0) },
      isDirected: direction != .either
    )
    return GraphProjection(adjacency, nodes: order.sorted(members), ascending: order.ranks)
  }

  /// Makes an edge of each pair of members who have relationships to a common third node.
  ///
  /// ```
  /// for member in members:
  ///   for node at the other end of one of its relationships: note (member, node)
  /// connect all who were noted with the same node
  /// ```
  func project(
    _ members: ContiguousArray<UInt32>,
    through types: TypeSelection,
    events isEvent: ContiguousArray<Bool>?,
    isWeighted: Bool,
    _ execution: Execution
  ) throws -> GraphProjection {
    let sets = nodes.labelSets
    var eventNumbers = ContiguousArray<UInt32>(repeating: Column.null, count: nodes.capacity)
    var eventCount: UInt32 = 0
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(members.count + 1)
    var events: ContiguousArray<UInt32> = []
    let reader = NeighbourReader(self, types, .either)
    let found = NeighbourBuffer(needsRelationships: false)
    for (number, member) in members.enumerated() {
      if number % 4_096 == 0 { try execution.proceed() }
      found.removeAll()
      reader.read(member, to: found)
      for index in 0..<found.count {
        let end = found[index].node
        if let isEvent, !isEvent[Int(sets[Int(end)])] { continue }
        if eventNumbers[Int(end)] == Column.null {
          eventNumbers[Int(end)] = eventCount
          eventCount += 1
        }
        events.append(eventNumbers[Int(end)])
      }
      offsets.append(events.count)
    }
    try execution.reserve(bytes: 16 * events.count)
    let order = MemberOrder(offsets: offsets)
    let graph = try Bipartite(
      eventCount: Int(eventCount),
      offsets: offsets,
      events: events,
      order: order.places
    )
    let adjacency = try graph.projection(isWeighted: isWeighted, execution: execution)
    return GraphProjection(adjacency, nodes: order.sorted(members), ascending: order.ranks)
  }

  /// Returns the place of each node among the members; `Column.null` for others.
  func memberNumbers(_ members: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    var numbers = ContiguousArray<UInt32>(repeating: Column.null, count: nodes.capacity)
    for (number, member) in members.enumerated() { numbers[Int(member)] = UInt32(number) }
    return numbers
  }

  private func weights(of links: ContiguousArray<UInt32>, _ key: String) throws(QueryError)
    -> ContiguousArray<Double>
  {
    var weights: ContiguousArray<Double> = []
    weights.reserveCapacity(links.count)
    for link in links {
      switch relationshipProperties.value(key, of: link) {
      case .integer(let number): weights.append(Double(number))
      case .float(let number): weights.append(number)
      case let value:
        throw QueryError(
          .invalidArgumentType,
          .runtime,
          "a relationship has \(value.kindWithArticle) where the weight `\(key)` needs a number",
          kind: .typeError,
          remedy: "name a property that all these relationships have, or leave the weight out"
        )
      }
    }
    return weights
  }
}
