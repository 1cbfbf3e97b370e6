import GRDB
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

/// One row of `change_log`.
struct ChangeRow {
  static let columns = "kind, element_id, element_key, before, after"

  let kind: ElementKind
  let id: Int64
  let key: String
  let before: String?
  var after: String?

  init(_ row: Row) throws(StorageError) {
    guard let kind = ElementKind(rawValue: try row.requiredText(0)) else {
      throw StorageError(.caseDamaged, "the log holds an element of no known kind")
    }
    self.kind = kind
    id = try row.requiredInteger(1)
    key = try row.requiredText(2)
    before = row.text(3)
    after = row.text(4)
  }

  static func all(of position: Int64, in db: Database) throws -> [ChangeRow] {
    let sql = "SELECT \(columns) FROM change_log WHERE position = ? ORDER BY ordinal"
    return try Row.fetchAll(db, sql: sql, arguments: [position]).map(ChangeRow.init)
  }

  func element(_ text: String?) throws(StorageError) -> GraphElement? {
    guard let text else { return nil }
    guard let element = GraphElement(kind, key: key, logText: text) else {
      throw StorageError(
        .caseDamaged,
        "the log entry of \(kind) '\(key)' cannot be read",
        record: key
      )
    }
    return element
  }
}
