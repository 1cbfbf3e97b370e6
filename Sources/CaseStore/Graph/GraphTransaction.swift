import GRDB
public import GraphModel

/// Changes the graph within one transaction and logs every step.
///
/// All or nothing: once a method has thrown, the transaction cannot commit, even if the caller
/// carries on.
public struct GraphTransaction: ~Copyable {
  let database: Database
  let coder: ElementCoder
  var entry: LogEntry
  /// Keys of removed nodes, which their relationships still refer to by number until the end.
  var removedNodes: [Int64: String] = [:]
  /// Row numbers of some nodes to which relationships mostly follow.
  private var knownNodes: [String: Int64] = [:]
  /// The row number of the node that was put last.
  var lastNodeID: Int64 = 0
  /// What was added, where the log is to hold it as ranges.
  var added: AddedRanges?
  /// Statements for blocks, once there was one.
  var inserts: (nodes: BlockInsert, relationships: BlockInsert)?
  private var failure: StorageError?

  /// - Parameter rangeName: What the log calls all that is added, if it is to hold ranges of ids
  ///   instead of every new element.
  init(
    _ database: Database,
    by author: LogAuthor,
    at: String,
    rangeName: String? = nil
  ) throws {
    self.database = database
    coder = ElementCoder(database)
    entry = LogEntry(author, at: at)
    added = try rangeName.map { try AddedRanges(named: $0, database) }
  }

  /// Reads the whole graph as this transaction has made it so far.
  ///
  /// - Throws: `caseDamaged`, as `CaseStore.readGraph`.
  public mutating func graph() throws(StorageError) -> KeyedGraph {
    try attempt { transaction throws in try CaseStore.readGraph(transaction.database) }
  }

  /// Adds a node, or gives the node with its key these labels and properties, and no others.
  ///
  /// - Throws: `invalidID` for a key that cannot be stored, `invalidValue` for a property that
  ///   cannot.
  @discardableResult
  public mutating func put(_ node: KeyedNode) throws(StorageError) -> PutOutcome {
    try attempt { transaction throws in try transaction.write(node) }
  }

  /// Adds a relationship, or makes the one with its key like it.
  ///
  /// - Throws: `danglingID` when one of its nodes does not exist; otherwise as for nodes.
  @discardableResult
  public mutating func put(
    _ relationship: KeyedRelationship
  ) throws(StorageError) -> PutOutcome {
    try attempt { transaction throws in try transaction.write(relationship) }
  }

  /// Removes a node and returns whether it existed; its relationships must be removed, too, before
  /// the transaction ends.
  @discardableResult
  public mutating func removeNode(key: String) throws(StorageError) -> Bool {
    try attempt { transaction throws in try transaction.deleteNode(key) }
  }

  /// Removes a relationship and returns whether it existed.
  @discardableResult
  public mutating func removeRelationship(key: String) throws(StorageError) -> Bool {
    try attempt { transaction throws in try transaction.deleteRelationship(key) }
  }

  /// Puts all nodes, then all relationships, and removes nothing.
  ///
  /// Elements that are in the store as they are cost one look-up and are not logged.
  ///
  /// - Parameter isFresh: Whether it is known that the store has none of the keys, and the graph
  ///   none twice.
  /// - Throws: As `put`.
  @discardableResult
  public mutating func merge(
    _ graph: KeyedGraph,
    isFresh: Bool = false
  ) throws(StorageError) -> MergeCounts {
    var counts = MergeCounts()
    try attempt { transaction throws in
      for node in graph.nodes {
        let outcome = try transaction.write(node, isFresh: isFresh)
        if outcome == .added { transaction.know(node.key, transaction.lastNodeID) }
        counts.count(outcome)
      }
      for relationship in graph.relationships {
        counts.count(try transaction.write(relationship, isFresh: isFresh))
      }
    }
    return counts
  }

  /// Adds a node whose author gave it no key, and returns the key that it got, such as `n12`.
  ///
  /// - Throws: `invalidValue` for a property that cannot be stored.
  public mutating func addNode(
    labels: [String],
    properties: Properties = [:]
  ) throws(StorageError) -> String {
    try attempt { transaction throws in
      let key = try transaction.freshKey(.node)
      let node = KeyedNode(key: key, labels: labels, properties: properties)
      _ = try transaction.write(node, isFresh: true)
      transaction.know(key, transaction.lastNodeID)
      return key
    }
  }

  /// Adds a relationship whose author gave it no key, and returns the key that it got, such as
  /// `r12`.
  ///
  /// - Throws: As `put`.
  public mutating func addRelationship(
    type: String,
    source: String,
    target: String,
    properties: Properties = [:]
  ) throws(StorageError) -> String {
    try attempt { transaction throws in
      let key = try transaction.freshKey(.relationship)
      _ = try transaction.write(
        KeyedRelationship(
          key: key,
          type: type,
          source: source,
          target: target,
          properties: properties
        ),
        isFresh: true
      )
      return key
    }
  }

  /// Returns the log entry to commit with; `nil` when nothing was changed.
  mutating func finish() throws(StorageError) -> LogEntry? {
    if let failure { throw failure }
    do {
      if let added, !added.isEmpty {
        try beginEntry()
        try added.log(database, into: &entry)
      }
      if let (node, relationship) = try danglingEnd() {
        throw StorageError(
          .danglingID,
          "node '\(node)' cannot go: relationship '\(relationship)' needs it",
          record: node,
          remedy: "remove the relationship in the same change"
        )
      }
    } catch { throw StorageError(error) }
    return entry.changeCount == 0 ? nil : entry
  }

  /// Remembers the row number of a node; so many are remembered that memory stays bounded.
  mutating func know(_ node: String, _ id: Int64?) {
    if id != nil, knownNodes.count >= 1 << 16 { knownNodes.removeAll(keepingCapacity: true) }
    knownNodes[node] = id
  }

  /// Returns the row number of a node; `nil` where there is none.
  mutating func nodeID(_ key: String) throws -> Int64? {
    if let id = knownNodes[key] { return id }
    let id = try storedRow(.node, key)?.id
    if let id { know(key, id) }
    return id
  }

  mutating func attempt<Result>(
    _ body: (inout GraphTransaction) throws -> Result
  ) throws(StorageError) -> Result {
    do { return try body(&self) } catch {
      let error = StorageError(error)
      failure = failure ?? error
      throw error
    }
  }

  /// Returns the key for an element without one: the letter of its kind and the number of its
  /// row, and underscores where an author has used that key already.
  private func freshKey(_ kind: ElementKind) throws -> String {
    let next = try kind.lastID(database).addingReportingOverflow(1).partialValue
    var key = "\(kind == .node ? "n" : "r")\(next)"
    while try storedRow(kind, key) != nil { key += "_" }
    return key
  }
}
