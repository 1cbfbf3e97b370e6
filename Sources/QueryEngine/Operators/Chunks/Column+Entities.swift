import GraphModel

extension Column {
  /// Returns nodes by index, `Column.null` for null; throws where a value is something else.
  func nodeIndices() throws(QueryError) -> ContiguousArray<UInt32> {
    switch self {
    case .nodes(let indices): return indices
    case .constant(let value, let count):
      guard count > 0 else { return [] }
      return ContiguousArray(repeating: try value.nodeIndex(), count: count)
    default:
      var indices: ContiguousArray<UInt32> = []
      indices.reserveCapacity(count)
      for row in 0..<count { indices.append(try value(at: row).nodeIndex()) }
      return indices
    }
  }

  /// Returns relationships by index, `Column.null` for null; throws where a value is something
  /// else.
  func relationshipIndices() throws(QueryError) -> ContiguousArray<UInt32> {
    switch self {
    case .relationships(let indices): return indices
    case .constant(let value, let count):
      guard count > 0 else { return [] }
      return ContiguousArray(repeating: try value.relationshipIndex(), count: count)
    default:
      var indices: ContiguousArray<UInt32> = []
      indices.reserveCapacity(count)
      for row in 0..<count { indices.append(try value(at: row).relationshipIndex()) }
      return indices
    }
  }
}

extension Value {
  /// Returns the index of a node, `Column.null` for null; throws for anything else.
  func nodeIndex() throws(QueryError) -> UInt32 {
    switch self {
    case .null: return Column.null
    case .node(let id): return UInt32(truncatingIfNeeded: id.rawValue)
    default: throw .wrongType("a node", self)
    }
  }

  /// Returns the index of a relationship, `Column.null` for null; throws for anything else.
  func relationshipIndex() throws(QueryError) -> UInt32 {
    switch self {
    case .null: return Column.null
    case .relationship(let id): return UInt32(truncatingIfNeeded: id.rawValue)
    default: throw .wrongType("a relationship", self)
    }
  }

  /// Makes a node of an index.
  static func node(index: UInt32) -> Value { .node(NodeID(rawValue: Int64(index))) }

  /// Makes a list of relationships.
  static func relationships(_ indices: some Sequence<UInt32>) -> Value {
    .list(indices.map { .relationship(RelationshipID(rawValue: Int64($0))) })
  }
}

extension QueryError {
  /// Returns the error for a value of a wrong type.
  static func wrongType(_ wanted: String, _ value: Value) -> QueryError {
    QueryError(
      .invalidArgumentType,
      .runtime,
      "\(wanted) is needed here, and this is \(value.kindWithArticle)",
      kind: .typeError
    )
  }
}
