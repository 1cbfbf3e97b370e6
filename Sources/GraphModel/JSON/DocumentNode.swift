/// Holds a value read from a text document together with the place where it stands.
///
/// YAML and JSON documents are both read into this tree, so that one decoder with one set of
/// error messages serves both.
public struct DocumentNode: Sendable {
  /// What was read.
  public enum Content: Sendable {
    /// A null, boolean, number or string.
    case scalar(JSONValue)
    /// Elements in order.
    case sequence([DocumentNode])
    /// Members in order, repetitions included.
    case mapping([Member])
  }

  /// One member of a mapping.
  public struct Member: Sendable {
    /// The name.
    public let key: String
    /// Where the name stands.
    public let keyPosition: SourcePosition
    /// The value.
    public let value: DocumentNode

    /// Makes a member.
    public init(key: String, keyPosition: SourcePosition, value: DocumentNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// The value.
  public let content: Content
  /// Where the value begins.
  public let position: SourcePosition

  /// Makes a node.
  public init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// Returns the value without places; of repeated members all are kept.
  public var json: JSONValue {
    switch content {
    case .scalar(let value): value
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let members):
      .object(members.map { JSONMember(key: $0.key, value: $0.value.json) })
    }
  }
}
