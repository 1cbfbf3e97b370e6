/// Holds what is known of a value before the query runs: the kinds that it can be of.
public struct StaticType: Hashable, Sendable {
  /// Lists the kinds of values, each a member of the set.
  public struct Kinds: OptionSet, Hashable, Sendable {
    /// One bit for every kind.
    public let rawValue: UInt32

    /// Makes a set of bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The absence of a value.
    public static let null = Kinds(rawValue: 1)
    /// A truth value.
    public static let boolean = Kinds(rawValue: 1 << 1)
    /// A whole number.
    public static let integer = Kinds(rawValue: 1 << 2)
    /// A number with a fraction.
    public static let float = Kinds(rawValue: 1 << 3)
    /// Text.
    public static let string = Kinds(rawValue: 1 << 4)
    /// Values in order.
    public static let list = Kinds(rawValue: 1 << 5)
    /// Values by key.
    public static let map = Kinds(rawValue: 1 << 6)
    /// A node.
    public static let node = Kinds(rawValue: 1 << 7)
    /// A relationship.
    public static let relationship = Kinds(rawValue: 1 << 8)
    /// A walk through the graph.
    public static let path = Kinds(rawValue: 1 << 9)
    /// A day.
    public static let date = Kinds(rawValue: 1 << 10)
    /// A time of day.
    public static let localTime = Kinds(rawValue: 1 << 11)
    /// A time of day with an offset.
    public static let time = Kinds(rawValue: 1 << 12)
    /// A day and time.
    public static let localDateTime = Kinds(rawValue: 1 << 13)
    /// A moment.
    public static let dateTime = Kinds(rawValue: 1 << 14)
    /// A length of time.
    public static let duration = Kinds(rawValue: 1 << 15)
    /// A place.
    public static let point = Kinds(rawValue: 1 << 16)

    /// Every kind.
    public static let all = Kinds(rawValue: 1 << 17 - 1)
    /// Both kinds of numbers.
    public static let number: Kinds = [.integer, .float]
    /// What tells a day or a time.
    public static let instant: Kinds = [.date, .localTime, .time, .localDateTime, .dateTime]
  }

  /// The kinds that the value can be of.
  public let kinds: Kinds
  /// The type of the elements if it is a list: one or, where nothing is known, none.
  let elements: [StaticType]

  /// Makes a type of some kinds; a list among them has elements of which nothing is known.
  public init(_ kinds: Kinds) {
    self.kinds = kinds
    elements = []
  }

  init(kinds: Kinds, elements: [StaticType]) {
    self.kinds = kinds
    self.elements = elements
  }

  /// A list with elements of one type.
  public static func list(of element: StaticType) -> StaticType {
    StaticType(kinds: .list, elements: element == .any ? [] : [element])
  }

  /// Nothing is known.
  public static let any = StaticType(.all)
  /// The literal null.
  public static let null = StaticType(.null)
  /// A truth value.
  public static let boolean = StaticType(.boolean)
  /// A whole number.
  public static let integer = StaticType(.integer)
  /// A number with a fraction.
  public static let float = StaticType(.float)
  /// A number of either kind.
  public static let number = StaticType(.number)
  /// Text.
  public static let string = StaticType(.string)
  /// A list of anything.
  public static let list = StaticType(.list)
  /// Values by key.
  public static let map = StaticType(.map)
  /// A node.
  public static let node = StaticType(.node)
  /// A relationship.
  public static let relationship = StaticType(.relationship)
  /// A walk through the graph.
  public static let path = StaticType(.path)
  /// A length of time.
  public static let duration = StaticType(.duration)
  /// A place.
  public static let point = StaticType(.point)
  /// What tells a day or a time.
  public static let instant = StaticType(.instant)

  /// Whether the value can be null.
  public var isNullable: Bool { kinds.contains(.null) }

  /// The same type, or null.
  public var nullable: StaticType { StaticType(kinds: kinds.union(.null), elements: elements) }

  /// The type of the elements, if the value is a list.
  public var element: StaticType { elements.first ?? .any }
}
