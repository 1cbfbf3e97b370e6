import GraphModel

/// Collects the properties of nodes, or of relationships.
struct SpilledProperties {
  private(set) var names: [String] = []
  var columns: [SpilledColumn] = []
  private var numbers: [String: Int] = [:]

  /// Returns the number of a column, which is made if it is new.
  mutating func number(of key: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = names.count
    names.append(key)
    columns.append(SpilledColumn())
    return names.count - 1
  }

  /// Appends the properties of an element.
  mutating func append(
    _ properties: Properties,
    of element: UInt32,
    _ dictionary: inout SpilledDictionary,
    _ spill: SpillFile
  ) throws(StorageError) {
    for (key, value) in properties where value != .null {
      try append(value, number(of: key), of: element, &dictionary, spill)
    }
  }

  /// Appends a value that is not null to a column.
  mutating func append(
    _ value: Value,
    _ column: Int,
    of element: UInt32,
    _ dictionary: inout SpilledDictionary,
    _ spill: SpillFile
  ) throws(StorageError) {
    var (form, word) = (ImageFormat.Form.json, UInt64(0))
    switch value {
    case .integer(let number): (form, word) = (.integer, UInt64(bitPattern: number))
    case .float(let number): (form, word) = (.float, number.bitPattern)
    case .boolean(let truth): (form, word) = (.boolean, truth ? 1 : 0)
    case .string(let text):
      (form, word) = (.string, UInt64(try dictionary.number(of: text, spill)))
    case .date(let day) where Int32(exactly: day.dayNumber) != nil:
      (form, word) = (.date, UInt64(bitPattern: Int64(day.dayNumber)))
    default: word = UInt64(try dictionary.number(of: value.json.text(), spill))
    }
    try columns[column].append(word, form, of: element, spill)
  }
}
