import GRDB
import GraphModel

/// The row of a node, without its key.
struct NodeRow {
  let id: Int64
  let labels: String
  let properties: String

  /// The node as the log writes it.
  var logText: String { Self.logText(labels: labels, properties: properties) }

  static func logText(labels: String, properties: String) -> String {
    #"{"labels":\#(labels),"properties":\#(properties)}"#
  }
}

extension GraphTransaction {
  func nodeRow(_ key: String) throws -> NodeRow? {
    let sql = "SELECT id, labels, properties FROM node WHERE key = ?"
    return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [key]).map { row in
      NodeRow(
        id: try row.requiredInteger(0),
        labels: try row.requiredText(1),
        properties: try row.requiredText(2)
      )
    }
  }

  /// - Parameter id: The row number that a removed node had and gets back.
  mutating func write(_ node: KeyedNode, id: Int64? = nil) throws -> PutOutcome {
    let key = try StoredText.name(node.key, .invalidID, "the key of a node")
    let labels = StoredText.labels(node.labels)
    let properties = try StoredText.properties(node.properties, of: key)
    let text = NodeRow.logText(labels: labels, properties: properties)
    guard let old = try nodeRow(key) else {
      try execute(
        "INSERT INTO node (id, key, labels, properties) VALUES (?, ?, ?, ?)",
        [id, key, labels, properties]
      )
      try record(.node, id ?? database.lastInsertedRowID, key, before: nil, after: text)
      return .added
    }
    guard old.labels != labels || old.properties != properties else { return .same }
    try execute(
      "UPDATE node SET labels = ?, properties = ? WHERE id = ?",
      [labels, properties, old.id]
    )
    try record(.node, old.id, key, before: old.logText, after: text)
    return .changed
  }

  mutating func deleteNode(_ key: String) throws -> Bool {
    let key = try StoredText.name(key, .invalidID, "the key of a node")
    guard let old = try nodeRow(key) else { return false }
    try execute("DELETE FROM node WHERE id = ?", [old.id])
    removedNodes[old.id] = key
    try record(.node, old.id, key, before: old.logText, after: nil)
    return true
  }

  /// Returns the keys of a removed node and of a relationship that still leads to it.
  func danglingEnd() throws -> (node: String, relationship: String)? {
    let sql = """
      SELECT key FROM relationship WHERE (source = ?1 OR target = ?1)
        AND NOT EXISTS (SELECT 1 FROM node WHERE id = ?1) LIMIT 1
      """
    for (id, key) in removedNodes.sorted(by: { $0.key < $1.key }) {
      let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id])
      if let relationship = row?.text(0) { return (key, relationship) }
    }
    return nil
  }
}
