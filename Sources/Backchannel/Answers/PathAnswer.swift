public import CaseModel

/// Answers how two entities are connected: the strongest of all paths and, of these, a shortest.
///
/// A path is as strong as its weakest fact. It leads over events that two took part in, posts,
/// relations, and statements about events; it does not lead through a country or an outlet unless
/// asked, since these connect everything with everything.
public struct PathAnswer: Sendable {
  /// Holds one step from a node to the next.
  public struct Step: Hashable, Sendable {
    /// Where the step starts.
    public let from: Node
    /// The facts it rests on.
    public let facts: [FactID]
    /// Where it ends.
    public let to: Node
  }

  /// Names an entity or event on a path.
  public enum Node: Hashable, Comparable, Sendable {
    /// An entity.
    case entity(EntityID)
    /// An event.
    case event(EventID)
  }

  /// The steps in order; empty when there is no path.
  public let steps: [Step]
  /// What the path rests on; its weakest fact is the weakest link.
  public let evidence: Evidence
  /// Whether the path is as strong as the filter asks; a weaker one is given all the same.
  public let isStrongEnough: Bool

  /// Looks for a path through `view` without its minimum, so that a weaker path can be told.
  ///
  /// Complexity: O(statuses × (|V| + |E|)).
  public init?(
    from start: EntityID,
    to goal: EntityID,
    view filtered: CaseView,
    throughHubs: Bool = false
  ) {
    let view = filtered.withoutMinimum
    let graph = PathGraph(view: view, goals: [start, goal], throughHubs: throughHubs)
    for status in Status.allCases {
      guard let steps = graph.shortest(from: .entity(start), to: .entity(goal), floor: status)
      else { continue }
      self.steps = steps
      evidence = view.evidence(for: steps.flatMap(\.facts))
      isStrongEnough = filtered.filter.minimum.map(status.isAtLeast) ?? true
      return
    }
    return nil
  }
}

extension CaseView {
  /// The view in which a path is looked for and its facts are described: this one without its
  /// minimum.
  public var withoutMinimum: CaseView {
    guard filter.minimum != nil else { return self }
    var unlimited = filter
    unlimited.minimum = nil
    return CaseView(index, filter: unlimited)
  }
}

/// The graph that paths run over: entities and events, each edge with the facts that carry it.
private struct PathGraph {
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

  /// Breadth first over the edges that are at least as strong as `floor`.
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
