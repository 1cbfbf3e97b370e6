/// Describes the values that a type predicate asks for.
///
/// `<value type> ::= <component type> [ NOT NULL ] [ { | <component type> [ NOT NULL ] }… ]`
public struct ValueType: Hashable, Sendable {
  /// Holds one of several types of which any will do.
  public struct Component: Hashable, Sendable {
    /// What the values are.
    public var name: Name
    /// Whether null is among them.
    public var isNullable: Bool

    /// Makes a component.
    public init(_ name: Name, isNullable: Bool) {
      self.name = name
      self.isNullable = isNullable
    }
  }

  /// Lists what values can be.
  public indirect enum Name: Hashable, Sendable {
    case null, nothing, any, propertyValue
    case boolean, string, integer, float
    case date, localTime, zonedTime, localDateTime, zonedDateTime, duration, point
    case map, node, relationship, path
    /// A list and what its elements are.
    case list(ValueType)
  }

  /// At least one.
  public var components: [Component]

  /// Makes a type.
  public init(_ components: [Component]) { self.components = components }
}

extension ValueType.Name {
  /// How each type but lists is written, the canonical spelling first.
  static let spellings: [(name: Self, words: [String])] = [
    (.null, ["NULL"]), (.nothing, ["NOTHING"]), (.any, ["ANY", "ANY VALUE"]),
    (.propertyValue, ["PROPERTY VALUE", "ANY PROPERTY VALUE"]),
    (.boolean, ["BOOLEAN", "BOOL"]), (.string, ["STRING", "VARCHAR"]),
    (.integer, ["INTEGER", "INT", "SIGNED INTEGER", "INTEGER64", "INT64"]),
    (.float, ["FLOAT", "FLOAT64"]), (.date, ["DATE"]),
    (.localTime, ["LOCAL TIME", "TIME WITHOUT TIME ZONE", "TIME WITHOUT TIMEZONE"]),
    (.zonedTime, ["ZONED TIME", "TIME WITH TIME ZONE", "TIME WITH TIMEZONE"]),
    (
      .localDateTime,
      ["LOCAL DATETIME", "TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP WITHOUT TIMEZONE"]
    ),
    (.zonedDateTime, ["ZONED DATETIME", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH TIMEZONE"]),
    (.duration, ["DURATION"]), (.point, ["POINT"]), (.map, ["MAP", "ANY MAP"]),
    (.node, ["NODE", "ANY NODE", "VERTEX", "ANY VERTEX"]),
    (.relationship, ["RELATIONSHIP", "ANY RELATIONSHIP", "EDGE", "ANY EDGE"]), (.path, ["PATH"]),
  ]
}

extension ValueType {
  /// The type in canonical form.
  public var text: String {
    components.map { $0.name.text + ($0.isNullable ? "" : " NOT NULL") }.joined(separator: " | ")
  }
}

extension ValueType.Name {
  /// The name in canonical form.
  var text: String {
    if case .list(let element) = self { return "LIST<\(element.text)>" }
    return Self.spellings.first { $0.name == self }?.words.first ?? ""
  }
}
