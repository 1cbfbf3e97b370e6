public import CaseModel

/// Holds a chain of facts that connects two entities.
public struct Chain: Hashable, Sendable {
  /// Names an entity or event of the chain.
  public enum Node: Hashable, Sendable {
    /// An entity.
    case entity(EntityID)
    /// An event.
    case event(EventID)

    var id: String {
      switch self {
      case .entity(let id): id.rawValue
      case .event(let id): id.rawValue
      }
    }
  }

  /// Holds one step.
  public struct Step: Hashable, Sendable {
    /// Where it starts.
    public let from: Node
    /// The facts that it rests on; the last one leads from one end to the other.
    public let facts: [FactID]
    /// Where it ends.
    public let to: Node

    /// Makes a step.
    public init(from: Node, facts: [FactID], to: Node) {
      self.from = from
      self.facts = facts
      self.to = to
    }
  }

  /// Where the chain starts.
  public let start: EntityID
  /// Where it ends.
  public let goal: EntityID
  /// The steps in order.
  public let steps: [Step]
  /// The fact that carries least.
  public let weakest: FactID?
  /// The status that was asked for, where the chain is weaker.
  public let missedMinimum: Status?

  /// Makes a chain.
  public init(
    start: EntityID,
    goal: EntityID,
    steps: [Step],
    weakest: FactID?,
    missedMinimum: Status? = nil
  ) {
    self.start = start
    self.goal = goal
    self.steps = steps
    self.weakest = weakest
    self.missedMinimum = missedMinimum
  }

  /// The nodes in order.
  var nodes: [Node] { [.entity(start)] + steps.map(\.to) }

  /// All facts, each once, in order.
  var facts: [FactID] {
    var seen: Set<FactID> = []
    return steps.flatMap(\.facts).filter { seen.insert($0).inserted }
  }
}
