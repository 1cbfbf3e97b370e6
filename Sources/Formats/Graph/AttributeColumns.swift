import GraphModel

/// Lists the attributes of nodes, or those of edges, as columns each of which has one type: formats
/// that declare attributes first need that.
struct AttributeColumns {
  /// Lists the types.
  enum ValueType: String {
    case boolean, integer, float, string, date
    /// A list of texts.
    case texts
    /// Anything else, and values of different types under one key: their stored form as JSON.
    case json
  }

  /// One attribute.
  struct Column {
    /// The key of the property.
    let key: String
    /// The name in the file, which no other column has.
    let name: String
    /// Whether it follows from claims.
    let isDerived: Bool
    /// The type of all its values.
    let type: ValueType
  }

  /// In ascending order of keys, own ones first.
  let columns: [Column]
  private let own: [String: Int]
  private let derived: [String: Int]

  /// Looks at all elements.
  ///
  /// - Parameter reserved: Names that the format uses itself.
  init(
    _ elements: some Sequence<(own: Properties, derived: Properties)>,
    reserved: Set<String>
  ) {
    var types: (own: [String: ValueType], derived: [String: ValueType]) = ([:], [:])
    for element in elements {
      for (key, value) in element.own { Self.note(value, key, &types.own) }
      for (key, value) in element.derived { Self.note(value, key, &types.derived) }
    }
    // What follows from claims has the names that are documented.
    let derivedNames = AttributeNames(Set(types.derived.keys), reserved: reserved)
    let taken = reserved.union(types.derived.keys.map { derivedNames[$0] })
    let ownNames = AttributeNames(Set(types.own.keys), reserved: taken)
    var columns: [Column] = []
    var own: [String: Int] = [:]
    var derived: [String: Int] = [:]
    for (key, type) in types.own.sorted(by: { $0.key < $1.key }) {
      own[key] = columns.count
      columns.append(Column(key: key, name: ownNames[key], isDerived: false, type: type))
    }
    for (key, type) in types.derived.sorted(by: { $0.key < $1.key }) {
      derived[key] = columns.count
      columns.append(Column(key: key, name: derivedNames[key], isDerived: true, type: type))
    }
    self.columns = columns
    self.own = own
    self.derived = derived
  }

  /// Returns the values of an element with the numbers of their columns, in ascending order.
  func cells(own: Properties, derived: Properties) -> [(column: Int, value: Value)] {
    let owned = own.compactMap { key, value in self.own[key].map { (column: $0, value: value) } }
    let followed = derived.compactMap { key, value in
      self.derived[key].map { (column: $0, value: value) }
    }
    return (owned + followed).sorted { $0.column < $1.column }
  }

  /// How many columns have another name than their key.
  var renamedCount: Int { columns.count { $0.name != $0.key } }

  private static func note(_ value: Value, _ key: String, _ types: inout [String: ValueType]) {
    let type = type(of: value)
    let known = types[key] ?? type
    types[key] = known == type ? type : .json
  }

  private static func type(of value: Value) -> ValueType {
    switch value {
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .date: .date
    case .list(let values): values.allSatisfy { $0.stringValue != nil } ? .texts : .json
    default: .json
    }
  }
}

extension AttributeColumns.Column {
  /// The text of a value, except that of a list of texts; the stored form where values of
  /// different types are under one key.
  func text(_ value: Value) -> String {
    switch type {
    case .json, .texts: value.json.text()
    case .float:
      if case .float(let number) = value { FloatNotation.text(number) } else { value.text }
    default: value.text
    }
  }
}

/// Writes floats as XML Schema and Java do.
enum FloatNotation {
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-INF" : "INF" }
    return "\(number)"
  }

  /// Reads what `text` writes, and what Java writes.
  static func number(_ text: String) -> Double? {
    switch text {
    case "INF", "Infinity": .infinity
    case "-INF", "-Infinity": -.infinity
    case "NaN": .nan
    default: Double(text)
    }
  }
}

extension ExportGraph {
  /// The attributes of nodes as columns.
  func nodeColumns(reserved: Set<String>) -> AttributeColumns {
    AttributeColumns(
      nodes.lazy.map { (own: $0.properties, derived: $0.derived) },
      reserved: reserved
    )
  }

  /// The attributes of edges as columns.
  func edgeColumns(reserved: Set<String>) -> AttributeColumns {
    AttributeColumns(
      edges.lazy.map { (own: $0.properties, derived: $0.derived) },
      reserved: reserved
    )
  }
}
