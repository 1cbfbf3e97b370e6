import GRDB
import GraphModel

/// The row of a node.
struct NodeRow {
  let stored: StoredRow
  /// The JSON array of labels.
  let labels: String
  /// The properties as the log writes them.
  let properties: String

  var id: Int64 { stored.id }

  /// The node as the log writes it.
  var logText: String { Self.logText(labels: labels, properties: properties) }

  static func logText(labels: String, properties: String) -> String {
    #"{"labels":\#(labels),"properties":\#(properties)}"#
  }
}

extension GraphTransaction {
  func nodeRow(_ key: String) throws -> NodeRow? {
    guard let stored = try storedRow(.node, key) else { return nil }
    guard let properties = try coder.propertiesText(stored.shape, stored.value) else {
      throw StorageError.unreadable(.node, key)
    }
    return NodeRow(
      stored: stored,
      labels: try coder.shape(stored.shape).name,
      properties: properties
    )
  }

  /// - Parameters:
  ///   - id: The row number that a removed node had and gets back.
  ///   - isFresh: Whether it is known that there is no node with the key.
  mutating func write(_ node: KeyedNode, id: Int64? = nil, isFresh: Bool = false) throws
    -> PutOutcome
  {
    let key = try StoredText.name(node.key, .invalidID, "the key of a node")
    return try writeNode(
      key,
      labels: StoredText.labels(node.labels),
      properties: try StoredText.properties(node.properties, of: key),
      id: id,
      isFresh: isFresh
    )
  }

  /// Writes a node whose texts are in the form in which they are stored.
  mutating func writeNode(
    _ key: String,
    labels: String,
    properties: String,
    id: Int64? = nil,
    isFresh: Bool = false
  ) throws -> PutOutcome {
    let text = NodeRow.logText(labels: labels, properties: properties)
    let old = isFresh ? nil : try nodeRow(key)
    if let old { lastNodeID = old.id }
    guard old?.logText != text else { return .same }
    let shape = try coder.id(of: Shape(kind: .node, name: labels))
    guard let old else {
      let own = try ownKey(.node, id, key)
      try execute(
        "INSERT INTO node (id, shape, key, value) VALUES (?, ?, ?, ?)",
        [id, shape, own, properties]
      )
      lastNodeID = id ?? database.lastInsertedRowID
      lastIDs[.node] = id == nil ? lastNodeID : nil
      let row = StoredRow(.node, lastNodeID, shape, key: own, value: properties)
      try recordAdded(row, key, text)
      return .added
    }
    try execute("UPDATE node SET shape = ?, value = ? WHERE id = ?", [shape, properties, old.id])
    let row = StoredRow(.node, old.id, shape, key: old.stored.key, value: properties)
    try record(old.stored, key, before: old.logText, after: (row, text))
    return .changed
  }

  mutating func deleteNode(_ key: String) throws -> Bool {
    let key = try StoredText.name(key, .invalidID, "the key of a node")
    guard let old = try nodeRow(key) else { return false }
    try execute("DELETE FROM node WHERE id = ?", [old.id])
    removedNodes[old.id] = key
    know(key, nil)
    try record(old.stored, key, before: old.logText, after: nil)
    return true
  }

  /// Returns the keys of a removed node and of a relationship that still leads to it.
  func danglingEnd() throws -> (node: String, relationship: String)? {
    guard !removedNodes.isEmpty else { return nil }
    let ids = JSONValue.array(removedNodes.keys.sorted().map(JSONValue.integer)).text()
    let sql = """
      WITH removed AS MATERIALIZED (
        SELECT value AS id FROM json_each(?) AS j
        WHERE NOT EXISTS (SELECT 1 FROM node WHERE node.id = j.value))
      SELECT id, key, iif(source IN removed, source, target) FROM relationship
      WHERE source IN removed OR target IN removed LIMIT 1
      """
    guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [ids]) else {
      return nil
    }
    let node = removedNodes[try row.requiredInteger(2)] ?? "?"
    return (node, try coder.key(.relationship, try row.requiredInteger(0), own: row.text(1)))
  }
}
