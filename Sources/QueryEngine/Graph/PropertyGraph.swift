public import GraphModel

/// Holds a labelled property graph in memory, for one run at a time.
///
/// Nodes and relationships have indices from 0 that are never used again; `NodeID` and
/// `RelationshipID` are these indices. Deleted elements stay known as deleted.
public final class PropertyGraph {
  /// Labels and deletion marks of nodes.
  private(set) var nodes = NodeTable()
  /// Types, ends and deletion marks of relationships.
  private(set) var relationships = RelationshipTable()
  /// The properties of nodes.
  private(set) var nodeProperties = PropertyTable()
  /// The properties of relationships.
  private(set) var relationshipProperties = PropertyTable()
  /// Relationships by the node that they leave.
  private(set) var outgoing = Adjacency(isOutgoing: true)
  /// Relationships by the node that they enter.
  private(set) var incoming = Adjacency(isOutgoing: false)
  /// The names that nodes have in a store.
  private(set) var nodeKeys = KeyTable()
  /// The names that relationships have in a store.
  private(set) var relationshipKeys = KeyTable()
  /// Adds relationships when queries come to them, if there are any to derive.
  public var deriver: (any RelationshipDeriver)?
  /// Finds nodes by the values of properties.
  var propertyIndexes = PropertyIndexes()
  /// Finds nodes by the beginnings of texts, and by texts that are like others.
  var textIndexes = TextIndexes()
  /// Keeps the marks of searches for paths.
  let searchMarks = SearchMarksPool()
  private var journal: [GraphJournalEntry] = []
  private var marks: [Int] = []

  /// What algorithms were given of the graph as it is; `nil` until one asks.
  private var projections: ProjectionCache?
  /// How much a filter hides of the graph that this one was made of.
  var hidden: GraphVisibility.Counts?

  /// Makes an empty graph.
  public init() {}

  /// Makes a graph to begin from one that was kept; columns are shared until one of them changes.
  ///
  /// Complexity: O(1).
  public init(_ snapshot: GraphSnapshot) {
    nodes = snapshot.nodes
    relationships = snapshot.relationships
    nodeProperties = snapshot.nodeProperties
    relationshipProperties = snapshot.relationshipProperties
    outgoing = snapshot.outgoing
    incoming = snapshot.incoming
    nodeKeys = snapshot.nodeKeys
    relationshipKeys = snapshot.relationshipKeys
    projections = snapshot.projections
    hidden = snapshot.hidden
  }

  /// Makes a graph that begins with what an image holds; the image is read in place, when it is
  /// asked for.
  ///
  /// Complexity: linear in the number of labels, types and property keys.
  public init(_ image: GraphImage) {
    nodes = NodeTable(image)
    relationships = RelationshipTable(image)
    nodeProperties = PropertyTable(image.nodeProperties, elementCount: image.nodeCount)
    relationshipProperties = PropertyTable(
      image.relationshipProperties,
      elementCount: image.relationshipCount
    )
    outgoing = Adjacency(isOutgoing: true, image)
    incoming = Adjacency(isOutgoing: false, image)
    nodeKeys = KeyTable(image.nodeKeys)
    relationshipKeys = KeyTable(image.relationshipKeys)
  }

  /// Returns the node with a key, if there is one.
  public func node(keyed key: String) -> NodeID? {
    guard let node = nodeKeys.element(key), !nodes.isDeleted[Int(node)] else { return nil }
    return NodeID(rawValue: Int64(node))
  }

  /// Returns the relationship with a key, if there is one.
  public func relationship(keyed key: String) -> RelationshipID? {
    guard let relationship = relationshipKeys.element(key),
      !relationships.isDeleted[Int(relationship)]
    else { return nil }
    return RelationshipID(rawValue: Int64(relationship))
  }

  /// Adds a node.
  @discardableResult
  public func createNode(labels: [String], properties: Properties = [:], key: String? = nil)
    -> UInt32
  {
    let set = nodes.intern(set: labels.map { nodes.intern(label: $0) })
    let node = nodes.append(labelSet: set)
    note(.nodeCreated(node))
    for (name, value) in properties where value != .null {
      _ = nodeProperties.set(name, of: node, to: value)
    }
    if let key { nodeKeys[node] = key }
    noteIndexed(node)
    return node
  }

  /// Adds a relationship between two nodes.
  @discardableResult
  public func createRelationship(
    type: String,
    from source: UInt32,
    to target: UInt32,
    properties: Properties = [:],
    key: String? = nil
  ) -> UInt32 {
    let relationship = append(type, source, target, properties)
    note(.relationshipCreated(relationship))
    if let key { relationshipKeys[relationship] = key }
    return relationship
  }

  /// Adds a relationship that follows from others: it is no change, and nothing takes it back.
  public func addDerivedRelationship(
    type: String,
    from source: NodeID,
    to target: NodeID,
    properties: Properties
  ) -> RelationshipID {
    let (source, target) = (UInt32(source.rawValue), UInt32(target.rawValue))
    projections = nil
    return RelationshipID(rawValue: Int64(append(type, source, target, properties)))
  }

  private func append(
    _ type: String,
    _ source: UInt32,
    _ target: UInt32,
    _ properties: Properties
  ) -> UInt32 {
    let relationship = relationships.append(type: type, source: source, target: target)
    outgoing.append(relationship, at: source)
    incoming.append(relationship, at: target)
    for (name, value) in properties where value != .null {
      _ = relationshipProperties.set(name, of: relationship, to: value)
    }
    return relationship
  }

  /// Deletes a node; its relationships stay, and the session refuses the statement if any does.
  func deleteNode(_ node: UInt32) {
    guard !nodes.isDeleted[Int(node)] else { return }
    nodes.setDeleted(true, node)
    note(.nodeDeleted(node))
  }

  /// Deletes a relationship.
  func deleteRelationship(_ relationship: UInt32) {
    guard !relationships.isDeleted[Int(relationship)] else { return }
    relationships.setDeleted(true, relationship)
    note(.relationshipDeleted(relationship))
  }

  /// Adds labels to a node.
  func addLabels(_ labels: [String], to node: UInt32) {
    let added = labels.map { nodes.intern(label: $0) }
    setLabels(nodes.labelNumbers(of: node) + added, of: node)
  }

  /// Removes labels from a node.
  func removeLabels(_ labels: [String], from node: UInt32) {
    let removed = labels.compactMap(nodes.labels.number(of:))
    setLabels(nodes.labelNumbers(of: node).filter { !removed.contains($0) }, of: node)
  }

  /// Sets or removes (by null) a property of a node.
  func setNodeProperty(_ key: String, of node: UInt32, to value: Value) {
    if value == .null, nodeProperties.keys.number(of: key) == nil { return }
    let (number, old) = nodeProperties.set(key, of: node, to: value)
    noteIndexed(node)
    if isRecording, !old.isIdentical(to: value) { note(.nodeProperty(node, key: number, old: old)) }
  }

  /// Sets or removes (by null) a property of a relationship.
  func setRelationshipProperty(_ key: String, of relationship: UInt32, to value: Value) {
    if value == .null, relationshipProperties.keys.number(of: key) == nil { return }
    let (number, old) = relationshipProperties.set(key, of: relationship, to: value)
    projections = nil
    if isRecording, !old.isIdentical(to: value) {
      note(.relationshipProperty(relationship, key: number, old: old))
    }
  }

  /// Notes the name that a store has given to a node.
  func setKey(_ key: String, ofNode node: UInt32) { nodeKeys[node] = key }

  /// Notes the name that a store has given to a relationship.
  func setKey(_ key: String, ofRelationship relationship: UInt32) {
    relationshipKeys[relationship] = key
  }

  /// Returns the nodes with a label in ascending order.
  func nodes(labelled label: String) -> ContiguousArray<UInt32> { nodes.nodes(labelled: label) }

  /// Returns the relationships of a type in ascending order.
  func relationships(typed type: String) -> ContiguousArray<UInt32> {
    relationships.relationships(typed: type)
  }

  /// Builds the sorted adjacency anew if enough was added; for readers to call before they start.
  func prepareAdjacency() {
    guard outgoing.needsBuilding(nodeCount: nodes.capacity) else { return }
    outgoing.build(relationships, nodeCount: nodes.capacity, keepsDeleted: isRecording)
    incoming.build(relationships, nodeCount: nodes.capacity, keepsDeleted: isRecording)
  }

  private func setLabels(_ labels: [Int], of node: UInt32) {
    let set = nodes.intern(set: labels)
    let old = nodes.labelSets[Int(node)]
    guard set != old else { return }
    nodes.setLabelSet(set, of: node)
    noteIndexed(node)
    note(.labelsChanged(node, oldSet: old))
  }

  private func noteIndexed(_ node: UInt32) {
    propertyIndexes.note(node, nodeCount: nodes.capacity)
    textIndexes.note(node, nodeCount: nodes.capacity)
  }
}

// MARK: - Statements

extension PropertyGraph {
  /// Whether a statement has begun, so that changes can be taken back.
  var isRecording: Bool { !marks.isEmpty }

  private func note(_ entry: GraphJournalEntry) {
    forgetProjections(entry)
    if isRecording { journal.append(entry) }
  }

  /// Returns what is kept for algorithms until the graph changes.
  func projectionCache() -> ProjectionCache {
    if let projections { return projections }
    let made = ProjectionCache()
    projections = made
    return made
  }

  /// Properties of nodes are in no projection.
  private func forgetProjections(_ change: GraphJournalEntry) {
    if case .nodeProperty = change { return }
    projections = nil
  }

  /// Begins a statement; one inside another can be taken back by itself.
  func beginStatement() { marks.append(journal.count) }

  /// Takes back all changes since the last beginning.
  func rollback() {
    guard let mark = marks.popLast() else { return }
    while journal.count > mark, let entry = journal.popLast() { undo(entry) }
  }

  /// Ends the statement and returns its changes; those of an inner statement belong to the outer.
  func commit() -> [GraphChange] {
    guard marks.popLast() != nil, marks.isEmpty, !journal.isEmpty else { return [] }
    let changes = ChangeSummary(journal).changes(of: self)
    for case .nodeDeleted(let node) in journal { nodeProperties.removeAll(of: node) }
    for case .relationshipDeleted(let relationship) in journal {
      relationshipProperties.removeAll(of: relationship)
    }
    journal.removeAll()
    return changes
  }

  /// Returns a node that the running statement deleted although it still has relationships.
  func danglingNode() -> NodeID? {
    for case .nodeDeleted(let node) in journal where !relationships(incidentTo: node).isEmpty {
      return NodeID(rawValue: Int64(node))
    }
    return nil
  }

  private func undo(_ entry: GraphJournalEntry) {
    forgetProjections(entry)
    switch entry {
    case .nodeCreated(let node):
      nodes.setDeleted(true, node)
      nodeProperties.removeAll(of: node)
      nodeKeys[node] = nil
    case .nodeDeleted(let node):
      nodes.setDeleted(false, node)
      noteIndexed(node)
    case .labelsChanged(let node, let set):
      nodes.setLabelSet(set, of: node)
      noteIndexed(node)
    case .nodeProperty(let node, let key, let old):
      _ = nodeProperties.set(key, of: node, to: old)
      noteIndexed(node)
    case .relationshipCreated(let relationship):
      relationships.setDeleted(true, relationship)
      relationshipProperties.removeAll(of: relationship)
      relationshipKeys[relationship] = nil
    case .relationshipDeleted(let relationship): relationships.setDeleted(false, relationship)
    case .relationshipProperty(let relationship, let key, let old):
      _ = relationshipProperties.set(key, of: relationship, to: old)
    }
  }
}
