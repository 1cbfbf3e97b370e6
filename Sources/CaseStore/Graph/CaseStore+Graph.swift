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
    let coder = ElementCoder(db)
    var keys: [Int64: String] = [:]
    let nodes = try readNodes(db, coder, &keys)
    return KeyedGraph(nodes: nodes, relationships: try readRelationships(db, coder, keys))
  }

  private static func readNodes(
    _ db: Database,
    _ coder: ElementCoder,
    _ keys: inout [Int64: String]
  ) throws -> [KeyedNode] {
    var nodes: [KeyedNode] = []
    let rows = try StoredRows(.node, db)
    while let row = try rows.next() {
      let key = try coder.key(.node, row.id, own: row.key)
      guard let labels = try coder.labels(row.shape),
        let properties = try coder.properties(row.shape, row.value)
      else { throw StorageError.unreadable(.node, key) }
      keys[row.id] = key
      nodes.append(KeyedNode(key: key, labels: labels, properties: properties))
    }
    return try inOrder(nodes, of: nodes.map(\.key))
  }

  private static func readRelationships(
    _ db: Database,
    _ coder: ElementCoder,
    _ nodeKeys: [Int64: String]
  ) throws -> [KeyedRelationship] {
    var relationships: [KeyedRelationship] = []
    let rows = try StoredRows(.relationship, db)
    while let row = try rows.next() {
      let key = try coder.key(.relationship, row.id, own: row.key)
      guard let source = nodeKeys[row.source], let target = nodeKeys[row.target] else {
        throw StorageError.missingEnd(of: key)
      }
      guard let properties = try coder.properties(row.shape, row.value) else {
        throw StorageError.unreadable(.relationship, key)
      }
      relationships.append(
        KeyedRelationship(
          key: key,
          type: try coder.shape(row.shape).name,
          source: source,
          target: target,
          properties: properties
        )
      )
    }
    return try inOrder(relationships, of: relationships.map(\.key))
  }

  /// Returns elements in the order of their keys, which must differ: other tools can write keys that
  /// SQLite tells apart and Swift does not.
  private static func inOrder<Element>(_ elements: [Element], of keys: [String])
    throws(StorageError) -> [Element]
  {
    // Places are sorted, since elements hold references that would be counted at each move.
    let places = keys.indices.sorted { keys[$0] < keys[$1] }
    for (place, next) in zip(places, places.dropFirst()) where keys[place] == keys[next] {
      throw StorageError(.caseDamaged, "two elements of the case have the same key")
    }
    return places.map { elements[$0] }
  }
}
