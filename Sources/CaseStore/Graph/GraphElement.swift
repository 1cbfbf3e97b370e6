public import GraphModel

/// Tells the two kinds of element apart.
public enum ElementKind: String, Hashable, Sendable {
  /// A node.
  case node
  /// A relationship.
  case relationship
}

/// Holds a node or a relationship.
public enum GraphElement: Hashable, Sendable {
  /// A node.
  case node(KeyedNode)
  /// A relationship.
  case relationship(KeyedRelationship)

  /// Reads the form that the log keeps; `nil` when `text` is no such form.
  init?(_ kind: ElementKind, key: String, logText text: String) {
    guard let json = try? JSONReader.read(text.utf8).json, let stored = json["properties"],
      case .map(let properties)? = Value(json: stored)
    else { return nil }
    switch kind {
    case .node:
      guard let labels = json["labels"].flatMap({ StoredText.readLabels($0.text()) }) else {
        return nil
      }
      self = .node(KeyedNode(key: key, labels: labels, properties: properties))
    case .relationship:
      guard case .string(let type)? = json["type"], case .string(let source)? = json["source"],
        case .string(let target)? = json["target"]
      else { return nil }
      self = .relationship(
        KeyedRelationship(
          key: key,
          type: type,
          source: source,
          target: target,
          properties: properties
        )
      )
    }
  }
}
