import GraphModel

/// Holds labels and deletion marks of nodes by index.
///
/// A node has the number of its set of labels: graphs have few different sets, so that one lookup
/// in a small table tells whether a node has a label.
struct NodeTable {
  /// The labels by number.
  private(set) var labels = NameTable()
  /// The set of labels by node.
  private(set) var labelSets = StoredNumbers()
  /// Whether the node was deleted.
  private(set) var isDeleted = DeletionMarks()
  /// The number of deleted nodes.
  private(set) var deletedCount = 0
  /// The number of nodes by label.
  private(set) var countsByLabel: [Int] = []
  private var sets: [[Int]] = [[]]
  private var setNumbers: [[Int]: UInt32] = [[]: 0]
  /// By label, whether a set has it.
  private var membership: [ContiguousArray<Bool>] = []
  private var members: [IndexList] = []
  /// By label, the nodes of an image that have it, where they follow one another.
  private var runs: [Range<UInt32>?] = []

  init() {}

  /// Begins with the nodes of an image.
  init(_ image: GraphImage) {
    labels = NameTable(image.labels)
    labelSets = StoredNumbers(image.nodeLabelSets)
    isDeleted = DeletionMarks(count: image.nodeCount)
    countsByLabel = image.labelMembers.map(\.count)
    members = image.labelMembers.map { IndexList($0) }
    runs = image.labelMembers.map(\.run)
    sets = image.labelSets
    setNumbers = Dictionary(zip(sets, 0...)) { first, _ in first }
    membership = labels.names.indices.map { label in
      ContiguousArray(sets.lazy.map { $0.contains(label) })
    }
    if setNumbers[[]] == nil { _ = intern(set: []) }
  }

  /// The number of nodes that were ever created.
  var capacity: Int { labelSets.count }

  /// The number of nodes.
  var count: Int { labelSets.count - deletedCount }

  /// Returns the numbers of a node's labels, in the order of their first use in the graph.
  func labelNumbers(of node: UInt32) -> [Int] { sets[Int(labelSets[Int(node)])] }

  /// Returns the names of a node's labels.
  func labelNames(of node: UInt32) -> [String] { labelNames(inSet: Int(labelSets[Int(node)])) }

  /// Returns the names of the labels in a set.
  func labelNames(inSet set: Int) -> [String] { sets[set].map { labels.names[$0] } }

  /// The number of sets of labels.
  var labelSetCount: Int { sets.count }

  /// Returns a table that tells for each set of labels whether the label is in it.
  func membership(of label: String) -> ContiguousArray<Bool>? {
    labels.number(of: label).map { membership[$0] }
  }

  /// Returns which nodes, of those of an image, have a label, and how many the image has; `nil` where
  /// they do not follow one another, or any has other labels now.
  func imageRun(of label: String) -> (nodes: Range<UInt32>, end: UInt32)? {
    guard let number = labels.number(of: label), number < runs.count, let run = runs[number],
      !labelSets.hasChanges
    else { return nil }
    return (run, UInt32(labelSets.baseCount))
  }

  /// Returns the nodes with a label in ascending order.
  mutating func nodes(labelled label: String) -> ContiguousArray<UInt32> {
    guard let number = labels.number(of: label) else { return [] }
    let (isMember, sets, isDeleted) = (membership[number], labelSets, isDeleted)
    return members[number].ordered { node in
      !isDeleted[Int(node)] && isMember[Int(sets[Int(node)])]
    }
  }

  /// Returns the number of nodes with a label.
  func count(labelled label: String) -> Int {
    labels.number(of: label).map { countsByLabel[$0] } ?? 0
  }

  /// Returns the number of a label.
  mutating func intern(label: String) -> Int {
    let number = labels.intern(label)
    if number == members.count {
      members.append(IndexList())
      countsByLabel.append(0)
      membership.append(ContiguousArray(sets.lazy.map { $0.contains(number) }))
    }
    return number
  }

  /// Returns the number of a set of labels.
  mutating func intern(set: [Int]) -> UInt32 {
    let sorted = Set(set).sorted()
    if let number = setNumbers[sorted] { return number }
    let number = UInt32(sets.count)
    sets.append(sorted)
    setNumbers[sorted] = number
    for label in membership.indices { membership[label].append(sorted.contains(label)) }
    return number
  }

  /// Adds a node with a set of labels.
  mutating func append(labelSet: UInt32) -> UInt32 {
    let node = UInt32(labelSets.count)
    labelSets.append(labelSet)
    isDeleted.append()
    enter(node, labels: sets[Int(labelSet)])
    return node
  }

  /// Gives a node another set of labels.
  mutating func setLabelSet(_ set: UInt32, of node: UInt32) {
    let (old, new) = (labelNumbers(of: node), sets[Int(set)])
    labelSets[Int(node)] = set
    guard !isDeleted[Int(node)] else { return }
    leave(labels: old.filter { !new.contains($0) })
    enter(node, labels: new.filter { !old.contains($0) })
  }

  /// Marks a node as deleted, or takes the mark away.
  mutating func setDeleted(_ mark: Bool, _ node: UInt32) {
    guard isDeleted[Int(node)] != mark else { return }
    isDeleted[Int(node)] = mark
    deletedCount += mark ? 1 : -1
    if mark {
      leave(labels: labelNumbers(of: node))
    } else {
      enter(node, labels: labelNumbers(of: node))
    }
  }

  private mutating func enter(_ node: UInt32, labels: [Int]) {
    for label in labels {
      members[label].add(node)
      countsByLabel[label] += 1
    }
  }

  private mutating func leave(labels: [Int]) {
    for label in labels {
      members[label].markRemoval()
      countsByLabel[label] -= 1
    }
  }
}
