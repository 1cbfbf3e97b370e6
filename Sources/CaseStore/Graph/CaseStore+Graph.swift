import GRDB
import GraphModel

extension CaseStore {
  /// Reads the whole graph from one snapshot.
  ///
  /// Time and memory grow with the size of the case.
  ///
  /// - Throws: `caseDamaged` when an element cannot be read, or has no unique key or no ends.
  public func readGraph() throws(StorageError) -> StoredGraph {
    try read { db in
      let last = try Row.fetchOne(
        db,
        sql: "SELECT position, at FROM transaction_log ORDER BY position DESC LIMIT 1"
      )
      return StoredGraph(
        graph: try Self.readGraph(db),
        logPosition: try last?.requiredInteger(0) ?? 0,
        lastChangeAt: try last?.requiredText(1)
      )
    }
  }

  static func readGraph(_ db: Database) throws -> KeyedGraph {
    KeyedGraph(nodes: try readNodes(db), relationships: try readRelationships(db))
  }

  private static func readNodes(_ db: Database) throws -> [KeyedNode] {
    var nodes: [KeyedNode] = []
    var labelLists: [String: [String]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT key, labels, properties FROM node ORDER BY key"
    )
    while let row = try rows.next() {
      let (key, text) = (try row.requiredText(0), try row.requiredText(1))
      // Few combinations of labels occur, each of them often.
      guard let labels = labelLists[text] ?? StoredText.readLabels(text),
        let properties = StoredText.readProperties(try row.requiredText(2))
      else { throw damaged("node '\(key)' cannot be read", key) }
      labelLists[text] = labels
      nodes.append(KeyedNode(key: key, labels: labels, properties: properties))
    }
    try checkUnique(nodes.map(\.key))
    return nodes
  }

  private static func readRelationships(_ db: Database) throws -> [KeyedRelationship] {
    var relationships: [KeyedRelationship] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.key, r.type, s.key, t.key, r.properties FROM relationship AS r
        LEFT JOIN node AS s ON s.id = r.source LEFT JOIN node AS t ON t.id = r.target
        ORDER BY r.key
        """
    )
    while let row = try rows.next() {
      let key = try row.requiredText(0)
      guard let source = row.text(2), let target = row.text(3) else {
        throw damaged("relationship '\(key)' leads to a node that is not there", key)
      }
      guard let properties = StoredText.readProperties(try row.requiredText(4)) else {
        throw damaged("relationship '\(key)' cannot be read", key)
      }
      relationships.append(
        KeyedRelationship(
          key: key,
          type: try row.requiredText(1),
          source: source,
          target: target,
          properties: properties
        )
      )
    }
    try checkUnique(relationships.map(\.key))
    return relationships
  }

  /// Other tools can write keys that SQLite tells apart and Swift does not.
  private static func checkUnique(_ keys: [String]) throws(StorageError) {
    guard Set(keys).count == keys.count else {
      throw StorageError(.caseDamaged, "two elements of the case have the same key")
    }
  }

  private static func damaged(_ message: String, _ key: String) -> StorageError {
    StorageError(.caseDamaged, message, record: key)
  }
}
