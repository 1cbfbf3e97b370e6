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
