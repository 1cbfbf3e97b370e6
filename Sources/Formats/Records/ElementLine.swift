public import GraphModel

/// Writes and reads an element of the graph as one JSON object, as the format `tables` does.
public enum ElementLine {
  /// Returns key, labels and properties.
  public static func json(_ node: KeyedNode) -> JSONValue {
    [
      "key": .string(node.key), "labels": .strings(node.labels),
      "properties": Value.object(node.properties),
    ]
  }

  /// Returns key, ends, type and properties.
  public static func json(_ relationship: KeyedRelationship) -> JSONValue {
    [
      "key": .string(relationship.key), "from": .string(relationship.source),
      "to": .string(relationship.target), "type": .string(relationship.type),
      "properties": Value.object(relationship.properties),
    ]
  }

  /// Reads a node; `nil` where a member is missing or of another type.
  static func node(_ json: JSONValue) -> KeyedNode? {
    guard let key = text(json["key"]), case .array(let labels)? = json["labels"],
      let properties = json["properties"].flatMap(Value.properties(json:))
    else { return nil }
    let texts = labels.compactMap(text)
    guard texts.count == labels.count else { return nil }
    return KeyedNode(key: key, labels: texts, properties: properties)
  }

  /// Reads a relationship; `nil` where a member is missing or of another type.
  static func relationship(_ json: JSONValue) -> KeyedRelationship? {
    guard let key = text(json["key"]), let source = text(json["from"]),
      let target = text(json["to"]), let type = text(json["type"]),
      let properties = json["properties"].flatMap(Value.properties(json:))
    else { return nil }
    return KeyedRelationship(
      key: key,
      type: type,
      source: source,
      target: target,
      properties: properties
    )
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard case .string(let text) = value, !text.isEmpty else { return nil }
    return text
  }
}
