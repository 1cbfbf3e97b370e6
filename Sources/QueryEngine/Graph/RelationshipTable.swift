import GraphModel

/// Holds types, ends and deletion marks of relationships by index.
struct RelationshipTable {
  /// The types by number.
  private(set) var typeNames = NameTable()
  /// The number of the type by relationship.
  private(set) var types = StoredNumbers()
  /// The node that the relationship leaves.
  private(set) var sources = StoredNumbers()
  /// The node that the relationship enters.
  private(set) var targets = StoredNumbers()
  /// Whether the relationship was deleted.
  private(set) var isDeleted = DeletionMarks()
  /// The number of deleted relationships.
  private(set) var deletedCount = 0
  /// The number of relationships by type.
  private(set) var countsByType: [Int] = []
  private var members: [IndexList] = []

  init() {}

  /// Begins with the relationships of an image.
  init(_ image: GraphImage) {
    typeNames = NameTable(image.types)
    types = StoredNumbers(image.relationshipTypes)
    sources = StoredNumbers(image.sources)
    targets = StoredNumbers(image.targets)
    isDeleted = DeletionMarks(count: image.relationshipCount)
    countsByType = image.typeMembers.map(\.count)
    members = image.typeMembers.map { IndexList($0) }
  }

  /// The number of relationships that were ever created.
  var capacity: Int { types.count }

  /// The number of relationships.
  var count: Int { types.count - deletedCount }

  /// Returns the name of a relationship's type, also after it was deleted.
  func typeName(of relationship: UInt32) -> String {
    typeNames.names[Int(types[Int(relationship)])]
  }

  /// Returns the end of a relationship that is not `node`; the same node for a loop.
  func otherEnd(of relationship: UInt32, from node: UInt32) -> UInt32 {
    let source = sources[Int(relationship)]
    return source == node ? targets[Int(relationship)] : source
  }

  /// Returns the relationships of a type in ascending order.
  mutating func relationships(typed type: String) -> ContiguousArray<UInt32> {
    guard let number = typeNames.number(of: type) else { return [] }
    let isDeleted = isDeleted
    return members[number].ordered { !isDeleted[Int($0)] }
  }

  /// Returns the number of relationships of a type.
  func count(typed type: String) -> Int {
    typeNames.number(of: type).map { countsByType[$0] } ?? 0
  }

  /// Adds a relationship.
  mutating func append(type: String, source: UInt32, target: UInt32) -> UInt32 {
    let number = typeNames.intern(type)
    if number == members.count {
      members.append(IndexList())
      countsByType.append(0)
    }
    let relationship = UInt32(types.count)
    types.append(UInt32(number))
    sources.append(source)
    targets.append(target)
    isDeleted.append()
    members[number].add(relationship)
    countsByType[number] += 1
    return relationship
  }

  /// Marks a relationship as deleted, or takes the mark away.
  mutating func setDeleted(_ mark: Bool, _ relationship: UInt32) {
    guard isDeleted[Int(relationship)] != mark else { return }
    isDeleted[Int(relationship)] = mark
    deletedCount += mark ? 1 : -1
    let type = Int(types[Int(relationship)])
    countsByType[type] += mark ? -1 : 1
    if mark { members[type].markRemoval() } else { members[type].add(relationship) }
  }

  /// Returns which relationships have one of the types; all of them where no type is named.
  func selection(of typeNames: [String]) -> TypeSelection {
    guard !typeNames.isEmpty else { return .all }
    let numbers = Set(typeNames.compactMap(self.typeNames.number(of:))).sorted()
    return .some(ContiguousArray(numbers.map(UInt32.init)))
  }
}

/// Tells which relationship types are wanted.
enum TypeSelection {
  case all
  /// Numbers of types in ascending order; none where the graph has none of them.
  case some(ContiguousArray<UInt32>)

  /// Whether the type is wanted.
  func contains(_ type: UInt32) -> Bool {
    switch self {
    case .all: true
    case .some(let types): types.contains(type)
    }
  }
}
