import GraphModel

extension Column {
  /// Makes a column of boxed values; a typed one where all values are of one kind that has a type.
  ///
  /// Nodes and relationships that the graph does not know stay boxed, as they have no index there;
  /// without a graph all of them do.
  init(typing values: ContiguousArray<Value>, in graph: PropertyGraph? = nil) {
    switch values.first {
    case .integer: self = Self.integers(of: values) ?? .values(values)
    case .float: self = Self.floats(of: values) ?? .values(values)
    case .node: self = Self.nodes(of: values, graph?.nodes.capacity ?? 0) ?? .values(values)
    case .relationship:
      self =
        Self.relationships(of: values, graph?.relationships.capacity ?? 0) ?? .values(values)
    default: self = .values(values)
    }
  }

  /// About how many bytes a boxed value takes.
  static let bytesPerValue = 48

  /// Whether the column holds one value for all rows.
  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// Returns null in every row.
  static func nulls(count: Int) -> Column { .constant(.null, count: count) }

  /// Returns truth values as a column.
  static func truth(_ truth: Ternary, count: Int) -> Column {
    .constant(truth.truth.map(Value.boolean) ?? .null, count: count)
  }

  /// Returns which rows are null.
  func isNull() -> ContiguousArray<Bool> {
    switch self {
    case .nodes(let indices), .relationships(let indices):
      ContiguousArray(indices.lazy.map { $0 == Self.null })
    case .integers(_, let isNull), .floats(_, let isNull), .dates(_, let isNull):
      isNull.isEmpty ? ContiguousArray(repeating: false, count: count) : isNull
    case .texts(let texts): ContiguousArray(texts.codes.lazy.map { $0 == TextCodes.null })
    case .booleans(let truths): ContiguousArray(truths.lazy.map { $0 == .unknown })
    case .values(let values): ContiguousArray(values.lazy.map(\.isNull))
    case .constant(let value, let count): ContiguousArray(repeating: value.isNull, count: count)
    }
  }

  private static func integers(of values: ContiguousArray<Value>) -> Column? {
    var numbers = ContiguousArray<Int64>()
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .integer(let number) = value else { return nil }
      numbers.append(number)
    }
    return .integers(numbers, isNull: [])
  }

  private static func floats(of values: ContiguousArray<Value>) -> Column? {
    var numbers = ContiguousArray<Double>()
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .float(let number) = value else { return nil }
      numbers.append(number)
    }
    return .floats(numbers, isNull: [])
  }

  private static func nodes(of values: ContiguousArray<Value>, _ capacity: Int) -> Column? {
    var indices = ContiguousArray<UInt32>()
    indices.reserveCapacity(values.count)
    for value in values {
      guard case .node(let id) = value, let index = UInt32(exactly: id.rawValue), index < capacity
      else { return nil }
      indices.append(index)
    }
    return .nodes(indices)
  }

  private static func relationships(
    of values: ContiguousArray<Value>,
    _ capacity: Int
  ) -> Column? {
    var indices = ContiguousArray<UInt32>()
    indices.reserveCapacity(values.count)
    for value in values {
      guard case .relationship(let id) = value, let index = UInt32(exactly: id.rawValue),
        index < capacity
      else { return nil }
      indices.append(index)
    }
    return .relationships(indices)
  }
}
