import CaseModel

extension SubjectRecords {
  /// Adds so many records that the strongest and then shortest path between two, if there is one, is
  /// among them, with all that it is weighed by.
  ///
  /// For each strength, from the strongest on, a search goes out from both ends, ring by ring, always
  /// from the end where less is to be read; it reads no more than the rings.
  mutating func addPaths(from start: EntityID, to goal: EntityID, throughHubs: Bool) {
    neighbourhood.add(start)
    neighbourhood.add(goal)
    // What was taken back leads nowhere.
    addWhatIsTakenBack()
    var search = PathSearch(goals: [start, goal], throughHubs: throughHubs)
    guard start != goal else { return }
    for floor in Status.allCases {
      var sides = [PathSearch.Side(start), PathSearch.Side(goal)]
      while neighbourhood.isUsable, sides.allSatisfy({ !$0.ring.isEmpty }) {
        let costs = sides.map { side in search.unread(side.ring).reduce(0) { $0 + degree($1) } }
        let side = costs[0] <= costs[1] ? 0 : 1
        read(sides[side].ring, &search)
        sides[side].advance(search.graph, floor)
        if !sides[0].seen.isDisjoint(with: sides[1].seen) { return }
      }
    }
  }

  /// About how much there is to read of a node.
  private func degree(_ node: PathAnswer.Node) -> Int {
    guard case .entity(let entity) = node else { return 1 }
    return 1 + events(of: [entity.rawValue]).count
  }

  /// Reads all edges of some nodes.
  private mutating func read(_ ring: Set<PathAnswer.Node>, _ search: inout PathSearch) {
    let nodes = search.unread(ring)
    guard !nodes.isEmpty else { return }
    var entities: Set<String> = []
    for node in nodes {
      switch node {
      case .entity(let entity): entities.insert(entity.rawValue)
      case .event(let event):
        add([event])
        // Statements about an event lead to it.
        add(Set(eventsAbout(event)))
      }
    }
    add(events(of: entities))
    addTies(ofAll: entities)
    search.noteRead(nodes)
    guard neighbourhood.isUsable else { return }
    search.graph = PathGraph(
      view: CaseView(CaseIndex(neighbourhood.content)),
      goals: search.goals,
      throughHubs: search.throughHubs
    )
  }

  private func eventsAbout(_ event: EventID) -> [EventID] {
    sources(of: event.rawValue, [GraphVocabulary.Relationship.about])
      .filter { graph.node($0)?.record == .event }.map { EventID($0) }
  }
}

/// Holds how far a search for paths has come.
private struct PathSearch {
  let goals: Set<EntityID>
  let throughHubs: Bool
  /// The edges of all nodes that were read, and perhaps of others.
  var graph: PathGraph?
  private var read: Set<PathAnswer.Node> = []

  init(goals: Set<EntityID>, throughHubs: Bool) {
    self.goals = goals
    self.throughHubs = throughHubs
  }

  /// Which nodes were not read yet.
  func unread(_ nodes: Set<PathAnswer.Node>) -> Set<PathAnswer.Node> { nodes.subtracting(read) }

  mutating func noteRead(_ nodes: Set<PathAnswer.Node>) { read.formUnion(nodes) }

  /// One end, and what was reached from there.
  struct Side {
    var seen: Set<PathAnswer.Node>
    /// The nodes reached last.
    var ring: Set<PathAnswer.Node>

    init(_ end: EntityID) {
      seen = [.entity(end)]
      ring = seen
    }

    /// Goes on to all nodes that are one edge further.
    mutating func advance(_ graph: PathGraph?, _ floor: Status) {
      let next = ring.flatMap { graph?.neighbours(of: $0, floor: floor) ?? [] }
      ring = Set(next).subtracting(seen)
      seen.formUnion(ring)
    }
  }
}
