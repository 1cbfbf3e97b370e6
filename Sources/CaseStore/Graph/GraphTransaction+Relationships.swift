import GRDB
import GraphModel

/// The row of a relationship; the ends are keys of nodes.
struct RelationshipRow {
  let stored: StoredRow
  let type: String
  let source: String
  let target: String
  /// The properties as the log writes them.
  let properties: String

  var id: Int64 { stored.id }

  /// The relationship as the log writes it.
  var logText: String {
    Self.logText(type: type, source: source, target: target, properties: properties)
  }

  static func logText(type: String, source: String, target: String, properties: String) -> String {
    let ends: JSONValue = [
      "type": .string(type), "source": .string(source), "target": .string(target),
    ]
    return ends.text().dropLast() + #","properties":\#(properties)}"#
  }
}

extension GraphTransaction {
  func relationshipRow(_ key: String) throws -> RelationshipRow? {
    guard let stored = try storedRow(.relationship, key) else { return nil }
    guard let source = try nodeKey(stored.source), let target = try nodeKey(stored.target) else {
      throw StorageError.missingEnd(of: key)
    }
    guard let properties = try coder.propertiesText(stored.shape, stored.value) else {
      throw StorageError.unreadable(.relationship, key)
    }
    return RelationshipRow(
      stored: stored,
      type: try coder.shape(stored.shape).name,
      source: source,
      target: target,
      properties: properties
    )
  }

  /// Returns the key of a node that is there, or that this transaction has removed.
  private func nodeKey(_ id: Int64) throws -> String? {
    let sql = "SELECT key FROM node WHERE id = ?"
    let row = try RawStatement(kept: sql, database, [id])
    guard try row.step() else { return removedNodes[id] }
    return try coder.key(.node, id, own: row.text(0))
  }

  /// - Parameters:
  ///   - id: The row number that a removed relationship had and gets back.
  ///   - isFresh: Whether it is known that there is no relationship with the key.
  mutating func write(
    _ relationship: KeyedRelationship,
    id: Int64? = nil,
    isFresh: Bool = false
  ) throws -> PutOutcome {
    let key = try StoredText.name(relationship.key, .invalidID, "the key of a relationship")
    let type = try StoredText.name(relationship.type, .invalidValue, "the type of '\(key)'")
    let properties = try StoredText.properties(relationship.properties, of: key)
    let source = try end(relationship.source, of: key)
    let target = try end(relationship.target, of: key)
    return try writeRelationship(
      key,
      type: type,
      ends: (source, target),
      properties: properties,
      id: id,
      isFresh: isFresh
    )
  }

  /// Writes a relationship whose texts are in the form in which they are stored.
  mutating func writeRelationship(
    _ key: String,
    type: String,
    ends: (source: (id: Int64, key: String), target: (id: Int64, key: String)),
    properties: String,
    id: Int64? = nil,
    isFresh: Bool = false
  ) throws -> PutOutcome {
    let (source, target) = ends
    let text = RelationshipRow.logText(
      type: type,
      source: source.key,
      target: target.key,
      properties: properties
    )
    let old = isFresh ? nil : try relationshipRow(key)
    guard old?.logText != text else { return .same }
    let shape = try coder.id(of: Shape(kind: .relationship, name: type))
    guard let old else {
      let own = try ownKey(.relationship, id, key)
      try execute(
        """
        INSERT INTO relationship (id, shape, source, target, key, value)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [id, shape, source.id, target.id, own, properties]
      )
      let newID = id ?? database.lastInsertedRowID
      lastIDs[.relationship] = id == nil ? newID : nil
      let row = StoredRow(
        .relationship,
        newID,
        shape,
        ends: (source.id, target.id),
        key: own,
        value: properties
      )
      try recordAdded(row, key, text)
      return .added
    }
    try execute(
      "UPDATE relationship SET shape = ?, source = ?, target = ?, value = ? WHERE id = ?",
      [shape, source.id, target.id, properties, old.id]
    )
    let row = StoredRow(
      .relationship,
      old.id,
      shape,
      ends: (source.id, target.id),
      key: old.stored.key,
      value: properties
    )
    try record(old.stored, key, before: old.logText, after: (row, text))
    return .changed
  }

  mutating func deleteRelationship(_ key: String) throws -> Bool {
    let key = try StoredText.name(key, .invalidID, "the key of a relationship")
    guard let old = try relationshipRow(key) else { return false }
    try execute("DELETE FROM relationship WHERE id = ?", [old.id])
    try record(old.stored, key, before: old.logText, after: nil)
    return true
  }

  private mutating func end(_ node: String, of key: String) throws -> (id: Int64, key: String) {
    let node = try StoredText.name(node, .invalidID, "an end of '\(key)'")
    guard let id = try nodeID(node) else { throw Self.dangling(node, of: key) }
    return (id, node)
  }

  static func dangling(_ node: String, of key: String) -> StorageError {
    StorageError(
      .danglingID,
      "relationship '\(key)' leads to node '\(node)', which does not exist",
      record: key,
      remedy: "add the node first"
    )
  }
}
