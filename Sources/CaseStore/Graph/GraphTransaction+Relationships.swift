import GRDB
import GraphModel

/// The row of a relationship, without its key; the ends are keys of nodes.
struct RelationshipRow {
  let id: Int64
  let type: String
  let source: String
  let target: String
  let properties: String

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
    let sql = """
      SELECT r.id, r.type, r.properties, r.source, r.target, s.key, t.key FROM relationship AS r
      LEFT JOIN node AS s ON s.id = r.source LEFT JOIN node AS t ON t.id = r.target
      WHERE r.key = ?
      """
    guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [key])
    else { return nil }
    let ends = [(3, 5), (4, 6)].compactMap { id, key in
      row.text(key) ?? row.integer(id).flatMap { removedNodes[$0] }
    }
    guard ends.count == 2 else {
      throw StorageError(
        .caseDamaged,
        "relationship '\(key)' leads to a node that is not there",
        record: key
      )
    }
    return RelationshipRow(
      id: try row.requiredInteger(0),
      type: try row.requiredText(1),
      source: ends[0],
      target: ends[1],
      properties: try row.requiredText(2)
    )
  }

  /// - Parameter id: The row number that a removed relationship had and gets back.
  mutating func write(_ relationship: KeyedRelationship, id: Int64? = nil) throws -> PutOutcome {
    let key = try StoredText.name(relationship.key, .invalidID, "the key of a relationship")
    let type = try StoredText.name(relationship.type, .invalidValue, "the type of '\(key)'")
    let properties = try StoredText.properties(relationship.properties, of: key)
    let source = try end(relationship.source, of: key)
    let target = try end(relationship.target, of: key)
    let text = RelationshipRow.logText(
      type: type,
      source: source.key,
      target: target.key,
      properties: properties
    )
    guard let old = try relationshipRow(key) else {
      try execute(
        """
        INSERT INTO relationship (id, key, type, source, target, properties)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [id, key, type, source.id, target.id, properties]
      )
      try record(.relationship, id ?? database.lastInsertedRowID, key, before: nil, after: text)
      return .added
    }
    guard old.logText != text else { return .same }
    try execute(
      "UPDATE relationship SET type = ?, source = ?, target = ?, properties = ? WHERE id = ?",
      [type, source.id, target.id, properties, old.id]
    )
    try record(.relationship, old.id, key, before: old.logText, after: text)
    return .changed
  }

  mutating func deleteRelationship(_ key: String) throws -> Bool {
    let key = try StoredText.name(key, .invalidID, "the key of a relationship")
    guard let old = try relationshipRow(key) else { return false }
    try execute("DELETE FROM relationship WHERE id = ?", [old.id])
    try record(.relationship, old.id, key, before: old.logText, after: nil)
    return true
  }

  private func end(_ node: String, of key: String) throws -> (id: Int64, key: String) {
    let node = try StoredText.name(node, .invalidID, "an end of '\(key)'")
    let sql = "SELECT id FROM node WHERE key = ?"
    guard let id = try Int64.fetchOne(database, cachedSQL: sql, [node]) else {
      throw StorageError(
        .danglingID,
        "relationship '\(key)' leads to node '\(node)', which does not exist",
        record: key,
        remedy: "add the node first"
      )
    }
    return (id, node)
  }
}
