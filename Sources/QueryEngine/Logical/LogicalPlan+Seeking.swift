extension LogicalPlan {
  /// Holds the details of a search for nodes by a property.
  public struct NodeIndexSeek: Hashable, Sendable {
    /// Filled with the node.
    public var node: Slot
    /// The label that the nodes have; any where there is none.
    public var label: String?
    /// The key of the property.
    public var key: String
    /// What the property is compared with; it cannot raise an error.
    public var value: ScopedExpression
    /// How it is compared.
    public var comparison: Comparison

    /// Lists how a property is compared.
    public enum Comparison: Hashable, Sendable {
      /// It equals the value.
      case equal
      /// It equals one of a list of values; a value that is no list gives all nodes.
      case oneOf
      /// It is a text that begins with the value; the nodes come in the order of their texts.
      case prefix
      /// It is a text with words that begin with those of the value, in any order; more nodes may be
      /// given.
      case words
      /// It is a text at most so many edits from the value; all nodes are given where the number is
      /// not small, or the value no text.
      case withinDistance(ScopedExpression)
    }

    /// How many edits are allowed at most, where texts like another are looked for.
    var distanceLimit: ScopedExpression? {
      if case .withinDistance(let limit) = comparison { limit } else { nil }
    }

    /// What is looked up.
    var property: IndexedProperty { IndexedProperty(label: label, key: key) }
  }
}
