import GraphModel

/// Holds the values of one property key: of an image those that it has, changed or not, then those
/// of elements added.
struct StoredColumn {
  private let base: ImageColumn?
  /// The elements below this index are those of the image.
  private let baseCount: UInt32
  /// The values of elements of the image that were changed; null for those removed.
  private var changed: [UInt32: Value] = [:]
  /// By index less that of the first element added.
  private var added = PropertyColumn()
  /// The number of elements with a value.
  private(set) var count: Int

  /// Makes a column without values for a graph whose image has so many elements.
  init(baseCount: UInt32) {
    base = nil
    self.baseCount = baseCount
    count = 0
  }

  init(_ base: ImageColumn, baseCount: UInt32) {
    self.base = base
    self.baseCount = baseCount
    count = base.count
  }

  /// Returns the value of an element; null where it has none.
  func value(_ element: UInt32) -> Value {
    guard element < baseCount else { return added.value(element - baseCount) }
    if !changed.isEmpty, let value = changed[element] { return value }
    return base?.value(element) ?? .null
  }

  /// Returns the values of elements, of which `Column.null` is null.
  func column(_ elements: ContiguousArray<UInt32>) -> Column {
    if baseCount == 0 { return added.column(elements) }
    // `Column.null` is no element of the image, so that it has no value there.
    let isOfBase = elements.allSatisfy { $0 < baseCount || $0 == Column.null }
    guard let base, isOfBase, changed.isEmpty else { return mixed(elements) }
    return Self.column(base, elements)
  }

  /// Returns those of some elements that may have one of some values: all that have one, and perhaps
  /// others.
  func candidates(_ values: [Value], among elements: ContiguousArray<UInt32>)
    -> ContiguousArray<UInt32>
  {
    guard let base else { return elements }
    var integers: [Int64] = []
    for value in values {
      guard case .integer(let number) = value else { return elements }
      integers.append(number)
    }
    let numbers = IntegerSet(integers)
    return ContiguousArray(
      elements.lazy.filter { element in
        guard element < baseCount, changed.isEmpty || changed[element] == nil else { return true }
        return base.mayHold(numbers, element)
      }
    )
  }

  /// Whether the elements that had a number in the image can be told without a look at any other.
  var isCounted: Bool { base?.isCounted ?? false }

  /// Returns the elements that may have had a number in the image, of a column that is counted.
  func imageElements(with value: Value) -> ContiguousArray<UInt32> {
    switch value {
    case .integer(let number): base?.elements(with: number) ?? []
    case .float(let number): Int64(exactly: number).flatMap { base?.elements(with: $0) } ?? []
    default: []
    }
  }

  /// Returns what `imageElements(with:)` does, and whether all of them have the integer, of a column
  /// that is counted and as in the image; else `nil`.
  func countedElements(with integer: Int64)
    -> (elements: ContiguousArray<UInt32>, areEqual: Bool)?
  {
    guard let base, base.isCounted, !hasLaterElements else { return nil }
    return (base.elements(with: integer), base.form == .integer)
  }

  /// The order of the texts of the image; `nil` where it has none.
  var textOrder: ImageTextOrder? { base?.textOrder }

  /// Whether an element may have another value than in the image.
  func isLater(_ element: UInt32) -> Bool { element >= baseCount || changed[element] != nil }

  /// How many elements may have another value than in the image, of so many.
  func laterCount(_ elementCount: Int) -> Int { changed.count + elementCount - Int(baseCount) }

  /// Whether any element has another value than in the image.
  var hasLaterElements: Bool { !changed.isEmpty || added.count > 0 }

  /// Returns the elements that may have another value than in the image, of so many elements.
  func laterElements(_ elementCount: Int) -> ContiguousArray<UInt32> {
    ContiguousArray(changed.keys) + (baseCount..<UInt32(elementCount))
  }

  /// Sets or removes (by null) the value of an element; returns the old one.
  mutating func set(_ value: Value, _ element: UInt32) -> Value {
    guard element < baseCount else {
      let before = added.count
      let old = added.set(value, element - baseCount)
      count += added.count - before
      return old
    }
    let old = self.value(element)
    if old == .null, value == .null { return old }
    count += (value == .null ? 0 : 1) - (old == .null ? 0 : 1)
    changed[element] = value
    return old
  }

  private static func column(_ base: ImageColumn, _ elements: ContiguousArray<UInt32>) -> Column {
    switch base.form(of: elements) {
    case .integer:
      let (numbers, isNull) = base.integers(of: elements)
      return .integers(numbers, isNull: isNull)
    case .float:
      let (numbers, isNull) = base.floats(of: elements)
      return .floats(numbers, isNull: isNull)
    case .date:
      let (days, isNull) = base.integers(of: elements)
      return .dates(days, isNull: isNull)
    case .string:
      return .texts(TextCodes(codes: base.textCodes(of: elements), dictionary: base.texts))
    default: return .values(base.values(of: elements))
    }
  }

  /// Returns the values where some are not those of the image; typed as long as all are.
  private func mixed(_ elements: ContiguousArray<UInt32>) -> Column {
    var column =
      base.map { Self.column($0, elements) }
      ?? .integers(
        ContiguousArray(repeating: 0, count: elements.count),
        isNull: ContiguousArray(repeating: true, count: elements.count)
      )
    for (row, element) in elements.enumerated() where element != Column.null {
      if element >= baseCount {
        column.replace(row, by: added.value(element - baseCount))
      } else if let value = changed[element] {
        column.replace(row, by: value)
      }
    }
    return column
  }
}

extension Column {
  /// Puts a value into one row; the column becomes one of boxes where it has another type.
  fileprivate mutating func replace(_ row: Int, by value: Value) {
    switch (self, value) {
    case (.integers(var numbers, var isNull), .integer(let number)):
      self = .constant(.null, count: 0)
      numbers[row] = number
      if !isNull.isEmpty { isNull[row] = false }
      self = .integers(numbers, isNull: isNull)
    case (.floats(var numbers, var isNull), .float(let number)):
      self = .constant(.null, count: 0)
      numbers[row] = number
      if !isNull.isEmpty { isNull[row] = false }
      self = .floats(numbers, isNull: isNull)
    case (.integers(let numbers, var isNull), .null):
      if isNull.isEmpty { isNull = ContiguousArray(repeating: false, count: numbers.count) }
      isNull[row] = true
      self = .integers(numbers, isNull: isNull)
    case (.floats(let numbers, var isNull), .null):
      if isNull.isEmpty { isNull = ContiguousArray(repeating: false, count: numbers.count) }
      isNull[row] = true
      self = .floats(numbers, isNull: isNull)
    default:
      var values = boxed
      self = .constant(.null, count: 0)
      values[row] = value
      self = .values(values)
    }
  }
}
