public import CypherSyntax

extension LogicalPlan {
  /// Holds the details of a search for the paths that a selector keeps.
  public struct StatefulShortestPath: Hashable, Sendable {
    /// The bound node from which the search goes out.
    public var from: Slot
    /// The node where the paths end.
    public var to: Slot
    /// Whether `to` is bound.
    public var isInto: Bool
    /// The groups of the path in the order of the search, at least one.
    public var steps: [SelectiveStep]
    /// Whether the path was written the other way round, so that lists must be reversed.
    public var isReversed: Bool
    /// Which of the paths.
    public var prefix: PathPatternPrefix
    /// What must be true of a whole path, before any is chosen.
    public var conditions: [ScopedExpression]
    /// The path, where the conditions need it.
    public var path: NamedPath?
    /// Slots of the same MATCH with relationships that must be different ones.
    public var distinctFrom: [Slot]
  }

  /// Holds one group of such a path; a single relationship is a group that stands once.
  public struct SelectiveStep: Hashable, Sendable {
    /// The group; `to` is the node where the last repetition ends.
    public var group: RepeatedPath
    /// The nodes of one repetition, in order.
    public var nodes: [Slot]
    /// Whether lists are filled with their only element instead.
    public var isSingle: Bool
    /// What must be true of the node where the last repetition ends.
    public var conditions: [ScopedExpression]
    /// The number of relationships in one repetition.
    public var length: Int { group.relationships.count }
  }
}
