import GraphModel

/// Holds the properties of all nodes, or of all relationships, by key.
struct PropertyTable {
  /// The keys by number.
  private(set) var keys = NameTable()
  private var columns: [StoredColumn] = []
  private let baseCount: UInt32

  init() { baseCount = 0 }

  /// Begins with the properties of an image that has so many elements.
  init(_ base: [(key: String, column: ImageColumn)], elementCount: Int) {
    keys = NameTable(base.map(\.key))
    baseCount = UInt32(elementCount)
    columns = base.map { StoredColumn($0.column, baseCount: UInt32(elementCount)) }
  }

  /// Returns a value; null where there is none.
  func value(_ key: String, of element: UInt32) -> Value {
    guard let number = keys.number(of: key) else { return .null }
    return columns[number].value(element)
  }

  /// Returns the values of one key; `Column.null` among the elements is null.
  func column(_ key: String, of elements: ContiguousArray<UInt32>) -> Column {
    guard let number = keys.number(of: key) else { return .constant(.null, count: elements.count) }
    return columns[number].column(elements)
  }

  /// Returns those of some elements that may have one of some values: all that have one, and perhaps
  /// others.
  func candidates(_ key: String, _ values: [Value], among elements: ContiguousArray<UInt32>)
    -> ContiguousArray<UInt32>
  {
    guard let number = keys.number(of: key) else { return [] }
    return columns[number].candidates(values, among: elements)
  }

  /// Returns the column of a key whose elements by number are told without a look at any other.
  func countedColumn(_ key: String) -> StoredColumn? {
    keys.number(of: key).flatMap { columns[$0].isCounted ? columns[$0] : nil }
  }

  /// Returns the column of a key whose texts an image has in order.
  func orderedColumn(_ key: String) -> StoredColumn? {
    keys.number(of: key).flatMap { columns[$0].textOrder == nil ? nil : columns[$0] }
  }

  /// Returns the elements that may have an integer, and whether all of them have it, where these are
  /// told without a look at any other and all values are those of the image; else `nil`.
  func countedElements(_ key: String, with integer: Int64)
    -> (elements: ContiguousArray<UInt32>, areEqual: Bool)?
  {
    keys.number(of: key).flatMap { columns[$0].countedElements(with: integer) }
  }

  /// Returns the keys for which an element has a value, in the order of their first use.
  func keyNumbers(of element: UInt32) -> [Int] {
    columns.indices.filter { columns[$0].value(element) != .null }
  }

  /// Returns all properties of an element.
  func properties(of element: UInt32) -> Properties {
    var properties: Properties = [:]
    for (number, column) in columns.enumerated() {
      let value = column.value(element)
      if value != .null { properties[keys.names[number]] = value }
    }
    return properties
  }

  /// Returns the number of elements that have a value for the key.
  func count(_ key: String) -> Int { keys.number(of: key).map { columns[$0].count } ?? 0 }

  /// Sets or removes (by null) a value; returns the number of the key and the old value.
  mutating func set(_ key: String, of element: UInt32, to value: Value) -> (key: Int, old: Value) {
    let number = keys.intern(key)
    return (number, set(number, of: element, to: value))
  }

  /// Sets or removes (by null) a value; returns the old one.
  mutating func set(_ key: Int, of element: UInt32, to value: Value) -> Value {
    while columns.count <= key { columns.append(StoredColumn(baseCount: baseCount)) }
    return columns[key].set(value, element)
  }

  /// Removes all properties of an element.
  mutating func removeAll(of element: UInt32) {
    for key in keyNumbers(of: element) { _ = set(key, of: element, to: .null) }
  }
}
