import GraphModel

/// Collects the values of one property key in ascending order of elements, 16 bytes each: the
/// element, the form, and the value in 8 bytes.
struct SpilledColumn {
  /// One entry.
  struct Entry: BitwiseCopyable {
    let element: UInt32
    let form: UInt32
    let word: UInt64
  }

  private(set) var entries = SpillFile.List()
  private(set) var count = 0
  private var forms: Set<UInt32> = []

  /// The form of the column: that of all values, or mixed.
  var form: ImageFormat.Form {
    guard forms.count == 1, let form = forms.first else { return .mixed }
    return ImageFormat.Form(rawValue: form) ?? .mixed
  }

  /// Appends a value that is not null.
  mutating func append(
    _ value: Value,
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
    forms.insert(form.rawValue)
    count += 1
    let entry = Entry(element: element, form: form.rawValue, word: word)
    try unsafe withUnsafeBytes(of: entry) { (bytes) throws(StorageError) in
      try unsafe spill.append(bytes, to: &entries)
    }
  }

  /// Hands out the entries in order.
  func read(_ spill: SpillFile, _ body: (Entry) throws(StorageError) -> Void) throws(StorageError) {
    try unsafe spill.read(entries) { (bytes) throws(StorageError) in
      for offset in stride(from: 0, to: bytes.count, by: 16) {
        try body(unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Entry.self))
      }
    }
  }
}

/// Collects the properties of nodes, or of relationships.
struct SpilledProperties {
  private(set) var names: [String] = []
  private(set) var columns: [SpilledColumn] = []
  private var numbers: [String: Int] = [:]

  /// Appends the properties of an element.
  mutating func append(
    _ properties: Properties,
    of element: UInt32,
    _ dictionary: inout SpilledDictionary,
    _ spill: SpillFile
  ) throws(StorageError) {
    for (key, value) in properties where value != .null {
      let number = numbers[key] ?? names.count
      if number == names.count {
        numbers[key] = number
        names.append(key)
        columns.append(SpilledColumn())
      }
      try columns[number].append(value, of: element, &dictionary, spill)
    }
  }
}
