import CaseModel

/// The graph that paths run over: entities and events, each edge with the facts that carry it.
struct PathGraph {
  struct Edge {
    let to: PathAnswer.Node
    let facts: [FactID]
    let rank: Int
  }

  private var edges: [PathAnswer.Node: [Edge]] = [:]
  private let view: CaseView

  init(view: CaseView, goals: Set<EntityID>, throughHubs: Bool) {
    self.view = view
    let index = view.index
    func isHub(_ id: EntityID) -> Bool {
      guard !throughHubs, !goals.contains(id), let entity = index.entities[id] else {
        return false
      }
      return entity.type == .country || entity.type == .topic || entity.agencyKind == .outlet
    }
    func join(_ one: EntityID, _ other: PathAnswer.Node, _ facts: [FactID]) {
      if isHub(one) { return }
      if case .entity(let entity) = other, isHub(entity) { return }
      add(.entity(one), other, facts)
    }
    for event in view.events {
      for participation in view.participations(in: event.id) {
        guard let entity = participation.participant.entity else { continue }
        join(entity, .event(event.id), [FactID(event.id), participation.id])
      }
      for attribute in view.attributes(of: event.id) {
        guard case .subject(let subject) = attribute.value, view.shows(FactID(subject)) else {
          continue
        }
        add(.event(event.id), .event(subject), [attribute.id])
      }
    }
    for post in index.content.posts where view.shows(post.id) {
      for place in [post.agency, post.country] {
        guard let place else { continue }
        join(post.holder, .entity(place), [post.id])
      }
    }
    for relation in index.content.relations where view.shows(relation.id) {
      join(relation.subject, .entity(relation.object), [relation.id])
    }
    for key in edges.keys { edges[key]?.sort { ($0.rank, $0.to) < ($1.rank, $1.to) } }
  }

  private mutating func add(
    _ one: PathAnswer.Node,
    _ other: PathAnswer.Node,
    _ facts: [FactID]
  ) {
    guard let rank = view.evidence(for: facts).status?.rank else { return }
    edges[one, default: []].append(Edge(to: other, facts: facts, rank: rank))
    edges[other, default: []].append(Edge(to: one, facts: facts, rank: rank))
  }

  /// Where the edges of a node that are at least as strong as `floor` lead to.
  func neighbours(of node: PathAnswer.Node, floor: Status) -> [PathAnswer.Node] {
    (edges[node] ?? []).filter { $0.rank <= floor.rank }.map(\.to)
  }

  /// Breadth first over the edges that are at least as strong as `floor`.
  ///
  /// Of all shortest paths this is the first by the order of the edges at each node, so that the
  /// same one is found where only a part of the case is known, if all shortest paths are in it.
  func shortest(from start: PathAnswer.Node, to goal: PathAnswer.Node, floor: Status)
    -> [PathAnswer.Step]?
  {
    var cameBy: [PathAnswer.Node: PathAnswer.Step] = [:]
    var seen: Set<PathAnswer.Node> = [start]
    var ring = [start]
    while !ring.isEmpty {
      if seen.contains(goal) { return unwind(cameBy, start: start, goal: goal) }
      var next: [PathAnswer.Node] = []
      for node in ring {
        for edge in edges[node] ?? [] where edge.rank <= floor.rank {
          guard seen.insert(edge.to).inserted else { continue }
          cameBy[edge.to] = PathAnswer.Step(from: node, facts: edge.facts, to: edge.to)
          next.append(edge.to)
        }
      }
      ring = next
    }
    return nil
  }

  private func unwind(
    _ cameBy: [PathAnswer.Node: PathAnswer.Step],
    start: PathAnswer.Node,
    goal: PathAnswer.Node
  ) -> [PathAnswer.Step] {
    var steps: [PathAnswer.Step] = []
    var node = goal
    while node != start, let step = cameBy[node] {
      steps.append(step)
      node = step.from
    }
    return steps.reversed()
  }
}
