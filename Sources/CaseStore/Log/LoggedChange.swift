/// Describes what one transaction did to one element.
public struct LoggedChange: Hashable, Sendable {
  /// What the element is.
  public let kind: ElementKind
  /// The key of the element.
  public let key: String
  /// The element before the change; `nil` when it was added.
  public let before: GraphElement?
  /// The element after the change; `nil` when it was removed.
  public let after: GraphElement?
}

/// Describes what one transaction did to a whole table of elements.
public struct LoggedTable: Hashable, Sendable {
  /// What the elements are.
  public let kind: ElementKind
  /// What their keys begin with.
  public let name: String
  /// Whether they were added, or removed.
  public let isAdded: Bool
  /// How many they are.
  public let elementCount: Int64
}
