public import GraphModel

/// Holds the values of one slot for all rows of a chunk.
///
/// Typed cases keep hot loops free of boxes; `values` holds anything. Which case a column has is a
/// matter of speed alone: `value(at:)` reads them all.
public enum Column: Sendable {
  /// Nodes by index in the graph; `.max` is null.
  case nodes(ContiguousArray<UInt32>)
  /// Relationships by index in the graph; `.max` is null.
  case relationships(ContiguousArray<UInt32>)
  /// Integers; where `isNull` is not empty it marks nulls.
  case integers(ContiguousArray<Int64>, isNull: ContiguousArray<Bool>)
  /// Floats; where `isNull` is not empty it marks nulls.
  case floats(ContiguousArray<Double>, isNull: ContiguousArray<Bool>)
  /// Days by their numbers, counted from 1970-01-01; where `isNull` is not empty it marks nulls.
  case dates(ContiguousArray<Int64>, isNull: ContiguousArray<Bool>)
  /// Texts, or null, by their numbers in a dictionary.
  case texts(TextCodes)
  /// Truth values.
  case booleans(ContiguousArray<Ternary>)
  /// Anything.
  case values(ContiguousArray<Value>)
  /// One value in every row.
  case constant(Value, count: Int)
}

/// Holds a truth value of three-valued logic in one byte.
public enum Ternary: UInt8, Hashable, BitwiseCopyable, Sendable {
  case no, yes, unknown

  /// Makes one of a truth value that may be missing.
  public init(_ truth: Bool?) { self = truth.map { $0 ? .yes : .no } ?? .unknown }

  /// The truth value; `nil` when unknown.
  public var truth: Bool? { self == .unknown ? nil : self == .yes }
}

extension Column {
  /// The index that stands for null in columns of nodes and relationships.
  public static let null = UInt32.max

  /// The number of rows.
  public var count: Int {
    switch self {
    case .nodes(let indices), .relationships(let indices): indices.count
    case .integers(let numbers, _), .dates(let numbers, _): numbers.count
    case .floats(let numbers, _): numbers.count
    case .texts(let texts): texts.codes.count
    case .booleans(let truths): truths.count
    case .values(let values): values.count
    case .constant(_, let count): count
    }
  }

  /// Returns the value in one row.
  public func value(at row: Int) -> Value {
    switch self {
    case .nodes(let indices):
      indices[row] == Self.null ? .null : .node(NodeID(rawValue: Int64(indices[row])))
    case .relationships(let indices):
      indices[row] == Self.null
        ? .null : .relationship(RelationshipID(rawValue: Int64(indices[row])))
    case .integers(let numbers, let isNull):
      !isNull.isEmpty && isNull[row] ? .null : .integer(numbers[row])
    case .floats(let numbers, let isNull):
      !isNull.isEmpty && isNull[row] ? .null : .float(numbers[row])
    case .dates(let days, let isNull):
      !isNull.isEmpty && isNull[row]
        ? .null : CalendarDate(dayNumber: Int(days[row])).map(Value.date) ?? .null
    case .texts(let texts): texts.value(at: row)
    case .booleans(let truths): truths[row].truth.map(Value.boolean) ?? .null
    case .values(let values): values[row]
    case .constant(let value, _): value
    }
  }

  /// Returns the rows named by `selection`, in that order; rows may repeat.
  public func gathered(_ selection: ContiguousArray<Int32>) -> Column {
    switch self {
    case .nodes(let indices): .nodes(indices.gathered(selection))
    case .relationships(let indices): .relationships(indices.gathered(selection))
    case .integers(let numbers, let isNull):
      .integers(
        numbers.gathered(selection),
        isNull: isNull.isEmpty ? [] : isNull.gathered(selection)
      )
    case .floats(let numbers, let isNull):
      .floats(
        numbers.gathered(selection),
        isNull: isNull.isEmpty ? [] : isNull.gathered(selection)
      )
    case .dates(let days, let isNull):
      .dates(
        days.gathered(selection),
        isNull: isNull.isEmpty ? [] : isNull.gathered(selection)
      )
    case .texts(let texts): .texts(texts.gathered(selection))
    case .booleans(let truths): .booleans(truths.gathered(selection))
    case .values(let values):
      .values(ContiguousArray(selection.lazy.map { values[Int($0)] }))
    case .constant(let value, _): .constant(value, count: selection.count)
    }
  }

  /// Returns the values of all rows, boxed.
  public var boxed: ContiguousArray<Value> {
    if case .values(let values) = self { return values }
    if case .texts(let texts) = self { return texts.boxed }
    return ContiguousArray((0..<count).lazy.map(value))
  }
}
