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
