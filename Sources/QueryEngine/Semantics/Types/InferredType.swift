/// Tells which kinds of value an expression may have: a set, so that what is unknown is simply all
/// of them, and what is null none.
///
/// A check fails only where no possible kind is right; the rest is left to the running query.
struct InferredType: Hashable {
  /// The possible kinds.
  var kinds: Kinds
  /// The type of the elements where a list is possible; none where nothing is known.
  private var elements: [InferredType]

  private init(_ kinds: Kinds, elements: [InferredType]) {
    self.kinds = kinds
    self.elements = elements
  }

  /// Makes a type of kinds, about whose elements nothing is known.
  init(_ kinds: Kinds) { self.init(kinds, elements: []) }

  /// Returns the type of lists of `element`.
  static func list(of element: InferredType) -> InferredType {
    InferredType(.list, elements: [element])
  }

  /// What the elements of a list are.
  var element: InferredType { elements.first ?? .any }

  /// Whether nothing but a list, or null, is possible.
  var isList: Bool { kinds == .list }

  /// Returns whether a value may be of one of `wanted`; null always may.
  func mayBe(_ wanted: Kinds) -> Bool { kinds.isEmpty || !kinds.isDisjoint(with: wanted) }

  /// Returns the type of what is of either type.
  func union(_ other: InferredType) -> InferredType {
    let both = kinds.union(other.kinds)
    guard both.contains(.list) else { return InferredType(both) }
    guard kinds.contains(.list) else { return InferredType(both, elements: other.elements) }
    guard other.kinds.contains(.list) else { return InferredType(both, elements: elements) }
    guard let left = elements.first, let right = other.elements.first else {
      return InferredType(both)
    }
    return InferredType(both, elements: [left.union(right)])
  }

  /// Anything.
  static let any = InferredType(.all)
  /// Nothing but null.
  static let null = InferredType([])
  static let boolean = InferredType(Kinds.boolean)
  static let integer = InferredType(Kinds.integer)
  static let float = InferredType(Kinds.float)
  static let number = InferredType(Kinds.number)
  static let string = InferredType(Kinds.string)
  static let map = InferredType(Kinds.map)
  static let node = InferredType(Kinds.node)
  static let relationship = InferredType(Kinds.relationship)
  static let path = InferredType(Kinds.path)
}

extension InferredType {
  /// Holds a set of kinds of value.
  struct Kinds: OptionSet, Hashable {
    let rawValue: UInt16

    static let boolean = Kinds(rawValue: 1)
    static let integer = Kinds(rawValue: 1 << 1)
    static let float = Kinds(rawValue: 1 << 2)
    static let string = Kinds(rawValue: 1 << 3)
    static let list = Kinds(rawValue: 1 << 4)
    static let map = Kinds(rawValue: 1 << 5)
    static let node = Kinds(rawValue: 1 << 6)
    static let relationship = Kinds(rawValue: 1 << 7)
    static let path = Kinds(rawValue: 1 << 8)
    /// Dates and times, which have components.
    static let instant = Kinds(rawValue: 1 << 9)
    static let duration = Kinds(rawValue: 1 << 10)
    static let point = Kinds(rawValue: 1 << 11)

    static let number: Kinds = [.integer, .float]
    static let temporal: Kinds = [.instant, .duration]
    static let element: Kinds = [.node, .relationship]
    static let all = Kinds(rawValue: (1 << 12) - 1)
  }
}

extension InferredType.Kinds {
  private static let names: [(kind: Self, name: String)] = [
    (.boolean, "boolean"), (.integer, "integer"), (.float, "float"), (.string, "string"),
    (.list, "list"), (.map, "map"), (.node, "node"), (.relationship, "relationship"),
    (.path, "path"), (.instant, "date or time"), (.duration, "duration"), (.point, "point"),
  ]

  /// The kinds as an error names them.
  var description: String {
    if self == .all { return "anything" }
    return Self.names.filter { contains($0.kind) }.map(\.name).joined(separator: " or ")
  }
}
