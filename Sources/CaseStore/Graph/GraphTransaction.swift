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
  /// The highest row numbers, where they are known.
  var lastIDs: [ElementKind: Int64] = [:]
  /// The position of the last log entry before this transaction, if it was asked for.
  private var knownPosition: Int64?
  /// The row number of the node that was put last.
  var lastNodeID: Int64 = 0
  /// What was added, where the log is to hold it as ranges.
  var added: AddedRanges?
  /// Statements for blocks, once there was one.
  var inserts: (nodes: BlockInsert, relationships: BlockInsert)?
  private var failure: StorageError?

  /// - Parameters:
  ///   - rangeName: What the log calls all that is added, if it is to hold ranges of ids instead of
  ///     every new element.
  ///   - cache: Where to look for what the last transaction knew.
  init(
    _ database: Database,
    by author: LogAuthor,
    at: String,
    rangeName: String? = nil,
    cache: KnownElementsCache? = nil
  ) throws {
    self.database = database
    coder = ElementCoder(database)
    entry = LogEntry(author, at: at)
    added = try rangeName.map { try AddedRanges(named: $0, database) }
    if let cache { coder.known = cache.known(at: try previousPosition()) }
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
      try transaction.withFreshKey(.node) { transaction, key throws in
        let node = KeyedNode(key: key, labels: labels, properties: properties)
        _ = try transaction.write(node, isFresh: true)
        transaction.know(key, transaction.lastNodeID)
      }
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
      try transaction.withFreshKey(.relationship) { transaction, key throws in
        let relationship = KeyedRelationship(
          key: key,
          type: type,
          source: source,
          target: target,
          properties: properties
        )
        _ = try transaction.write(relationship, isFresh: true)
      }
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
    let id = try storedID(.node, key)
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

  /// Returns the position of the last log entry before this transaction.
  mutating func previousPosition() throws -> Int64 {
    if let knownPosition { return knownPosition }
    let position = try LogEnd(database: database).position()
    knownPosition = position
    return position
  }

  /// Lets `add` add an element by a key that is not in use, and returns that key: the letter of its
  /// kind and the number of its row, and underscores where an author has used that already.
  private mutating func withFreshKey(
    _ kind: ElementKind,
    _ add: (inout GraphTransaction, String) throws -> Void
  ) throws -> String {
    let last = try lastIDs[kind] ?? kind.lastID(database)
    var key = "\(kind == .node ? "n" : "r")\(last.addingReportingOverflow(1).partialValue)"
    while true {
      let mayBeInRange = try !coder.ranges().ids(kind, key).isEmpty
      if try !mayBeInRange || storedID(kind, key) == nil {
        do {
          try add(&self, key)
          return key
        } catch let error as DatabaseError
          where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
          // Nothing of it was written.
        }
      }
      key += "_"
    }
  }
}
