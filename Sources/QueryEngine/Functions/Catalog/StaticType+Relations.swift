public import GraphModel

extension StaticType {
  /// Returns the type of a value that is of one of two types.
  public func union(_ other: StaticType) -> StaticType {
    let kinds = kinds.union(other.kinds)
    guard kinds.contains(.list) else { return StaticType(kinds) }
    let element: StaticType =
      if !self.kinds.contains(.list) {
        other.element
      } else if !other.kinds.contains(.list) {
        self.element
      } else {
        self.element.union(other.element)
      }
    return StaticType.list(of: element).adding(kinds)
  }

  private func adding(_ kinds: Kinds) -> StaticType {
    StaticType(kinds: kinds.union(self.kinds), elements: elements)
  }

  /// Whether a value of type `other` can be one of this type; null can be of every type.
  ///
  /// Only where this is false is an argument wrong before the query runs.
  public func canAccept(_ other: StaticType) -> Bool {
    let wanted = other.kinds.subtracting(.null)
    if wanted.isEmpty { return true }
    let common = kinds.intersection(wanted)
    if common != .list { return !common.isEmpty }
    return element.canAccept(other.element)
  }

  /// Returns the most that is known of a value at hand.
  public init(of value: Value) {
    switch value {
    case .list(let values):
      let types = values.map(StaticType.init(of:))
      guard let first = types.first else {
        self = .list
        return
      }
      self = .list(of: types.dropFirst().reduce(first) { $0.union($1) })
    default: self.init(Kinds(of: value))
    }
  }
}

extension StaticType.Kinds {
  init(of value: Value) {
    self =
      switch value {
      case .null: .null
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .date: .date
      case .localTime: .localTime
      case .time: .time
      case .localDateTime: .localDateTime
      case .dateTime: .dateTime
      case .duration: .duration
      case .point: .point
      case .list: .list
      case .map: .map
      case .node: .node
      case .relationship: .relationship
      case .path: .path
      }
  }
}

extension StaticType: CustomStringConvertible {
  private static let names: [(Kinds, String)] = [
    (.boolean, "BOOLEAN"), (.integer, "INTEGER"), (.float, "FLOAT"), (.string, "STRING"),
    (.map, "MAP"), (.node, "NODE"), (.relationship, "RELATIONSHIP"), (.path, "PATH"),
    (.date, "DATE"), (.localTime, "LOCAL TIME"), (.time, "ZONED TIME"),
    (.localDateTime, "LOCAL DATETIME"), (.dateTime, "ZONED DATETIME"), (.duration, "DURATION"),
    (.point, "POINT"),
  ]

  /// The kinds with `|` between them, or `ANY`.
  public var description: String {
    let wanted = kinds.subtracting(.null)
    if wanted == Kinds.all.subtracting(.null) { return "ANY" }
    if wanted.isEmpty { return "NULL" }
    var parts = Self.names.filter { wanted.contains($0.0) }.map(\.1)
    if wanted.contains(.list) { parts.append("LIST<\(element)>") }
    return parts.joined(separator: " | ")
  }
}
