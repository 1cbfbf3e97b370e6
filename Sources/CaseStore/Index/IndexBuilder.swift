public import GraphModel

/// Builds the index of a case from its elements, one by one.
///
/// All nodes come before all relationships that lead to them, and get indices from 0. Memory does
/// not grow with the case but for one bit per element: what was added waits in a temporary file.
/// Nothing is seen of the index before `finish`, which puts it in place at once.
public struct IndexBuilder: ~Copyable {
  let spill: SpillFile
  var dictionary: SpilledDictionary
  private(set) var labels: [String] = []
  var labelSets: [[Int]] = []
  var labelMembers: [MemberRun] = []
  var nodeLabelSets = SpilledRuns()
  var nodeKeys: SpilledKeys
  var nodeProperties = SpilledProperties()
  private(set) var types: [String] = []
  var typeMembers: [MemberRun] = []
  var relationshipTypes = SpilledRuns()
  var sources = SpillFile.List()
  var targets = SpillFile.List()
  var relationshipKeys: SpilledKeys
  var relationshipProperties = SpilledProperties()
  private var labelNumbers: [String: Int] = [:]
  private var typeNumbers: [String: Int] = [:]
  private var setNumbers: [[String]: UInt32] = [:]
  private let file: IndexFile

  /// By type, the nodes that its relationships leave, and those that they enter.
  var typeEnds: [(sources: EndRange, targets: EndRange)] = []

  /// The keys of both kinds of element.
  var keys: [(owner: ImageFormat.Owner, keys: SpilledKeys)] {
    [(.node, nodeKeys), (.relationship, relationshipKeys)]
  }

  /// The number of nodes so far.
  public var nodeCount: Int { nodeKeys.count }
  /// The number of relationships so far.
  public var relationshipCount: Int { relationshipKeys.count }

  /// Begins the index of a case.
  ///
  /// - Parameter casePath: The file of the case.
  /// - Throws: `fileUnwritable`.
  public init(casePath: String) throws(StorageError) {
    let file = IndexFile(casePath: casePath)
    let spill = try SpillFile(folder: file.folder)
    let (dictionary, keys) = (try SpilledDictionary(spill), try SpilledKeys(spill))
    self.file = file
    self.spill = spill
    self.dictionary = dictionary
    (nodeKeys, relationshipKeys) = (keys, keys)
  }

  /// Adds a node and returns its index.
  ///
  /// - Parameter key: Different from those of all nodes before.
  /// - Throws: `fileUnwritable`; `tooLarge` beyond 4 GiB of keys or texts.
  @discardableResult
  public mutating func addNode(key: IndexKey, labels: [String], properties: Properties)
    throws(StorageError) -> UInt32
  {
    let node = try beginNode(key, labels)
    try nodeProperties.append(properties, of: node, &dictionary, spill)
    return node
  }

  /// Adds a node without its properties.
  mutating func beginNode(_ key: IndexKey, _ labels: [String]) throws(StorageError) -> UInt32 {
    let node = UInt32(nodeCount)
    let set = labelSet(labels)
    for label in labelSets[Int(set)] { labelMembers[label].add(node, count: 1) }
    try nodeKeys.append(key, spill)
    try nodeLabelSets.append(set, count: 1, spill)
    return node
  }

  /// Adds a relationship between two nodes and returns its index.
  ///
  /// - Parameter key: Different from those of all relationships before.
  /// - Throws: `danglingID` for an end that was not added; otherwise as for nodes.
  @discardableResult
  public mutating func addRelationship(
    key: IndexKey,
    type: String,
    source: UInt32,
    target: UInt32,
    properties: Properties
  ) throws(StorageError) -> UInt32 {
    let relationship = try beginRelationship(key, type, source, target)
    try relationshipProperties.append(properties, of: relationship, &dictionary, spill)
    return relationship
  }

  /// Adds a relationship without its properties.
  mutating func beginRelationship(
    _ key: IndexKey,
    _ type: String,
    _ source: UInt32,
    _ target: UInt32
  ) throws(StorageError) -> UInt32 {
    guard Int(source) < nodeCount, Int(target) < nodeCount else {
      throw StorageError(.danglingID, "a relationship leads to no node")
    }
    let relationship = UInt32(relationshipCount)
    let number = typeNumber(type)
    typeMembers[number].add(relationship, count: 1)
    try relationshipKeys.append(key, spill)
    try relationshipTypes.append(UInt32(number), count: 1, spill)
    typeEnds[number].sources.add(source)
    typeEnds[number].targets.add(target)
    try spill.append(source, to: &sources)
    try spill.append(target, to: &targets)
    return relationship
  }

  /// Writes the index and puts it in the place of the one before.
  ///
  /// - Throws: `fileUnwritable`; the index before is as it was then.
  public consuming func finish(_ stamp: ImageStamp) throws(StorageError) {
    let writer = try IndexFileWriter(path: file.path, permissions: file.permissions)
    var sections = SectionWriter(writer, spill)
    try sections.write(self)
    try sections.finish(stamp, [nodeKeys, relationshipKeys])
  }

  mutating func labelSet(_ names: [String]) -> UInt32 {
    if let number = setNumbers[names] { return number }
    let set = Set(names.map { labelNumber($0) }).sorted()
    let number = labelSets.firstIndex(of: set) ?? labelSets.count
    if number == labelSets.count { labelSets.append(set) }
    setNumbers[names] = UInt32(number)
    return UInt32(number)
  }

  private mutating func labelNumber(_ label: String) -> Int {
    if let number = labelNumbers[label] { return number }
    labelNumbers[label] = labels.count
    labels.append(label)
    labelMembers.append(MemberRun())
    return labels.count - 1
  }

  mutating func typeNumber(_ type: String) -> Int {
    if let number = typeNumbers[type] { return number }
    typeNumbers[type] = types.count
    types.append(type)
    typeMembers.append(MemberRun())
    typeEnds.append((EndRange(), EndRange()))
    return types.count - 1
  }
}

/// Says which elements have a label, or a type, as long as they follow one another.
struct MemberRun {
  private(set) var first: UInt32 = 0
  private(set) var count = 0
  /// Whether there is none between the first and the last that does not belong to them.
  private(set) var isRun = true

  mutating func add(_ element: UInt32, count added: Int) {
    if count == 0 { first = element }
    isRun = isRun && Int(element) == Int(first) + count
    count += added
  }
}
