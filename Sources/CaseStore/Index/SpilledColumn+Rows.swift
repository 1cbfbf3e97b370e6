import GraphModel

extension SpilledColumn {
  /// Appends the values of elements that follow one another, all in one form or null.
  mutating func append(
    _ values: RowColumns.Column,
    _ form: ImageFormat.Form,
    first: UInt32,
    _ spill: SpillFile
  ) throws(StorageError) {
    let numbers = values.numbers
    guard !values.hasNulls, self.form == nil || self.form == form else {
      for (row, number) in numbers.enumerated() where values.kinds[row] != .null {
        try append(UInt64(bitPattern: number), form, of: first + UInt32(row), spill)
      }
      return
    }
    self.form = form
    switch form {
    case .integer, .date: noteAll(numbers, first, isInteger: form == .integer)
    default:
      steps = nil
      for number in numbers { codes.note(UInt32(truncatingIfNeeded: number)) }
    }
    mark(first, count: numbers.count)
    count += numbers.count
    try words.append(numbers, spill)
  }

  private mutating func noteAll(
    _ numbers: ContiguousArray<Int64>,
    _ first: UInt32,
    isInteger: Bool
  ) {
    guard var lowest = numbers.first else { return }
    var highest = lowest
    for number in numbers {
      lowest = min(lowest, number)
      highest = max(highest, number)
    }
    bounds =
      count == 0
      ? lowest...highest : min(bounds.lowerBound, lowest)...max(bounds.upperBound, highest)
    guard isInteger else { return steps = nil }
    for (row, number) in numbers.enumerated() where steps != nil {
      noteStep(number, first + UInt32(row))
    }
  }

  private mutating func mark(_ first: UInt32, count: Int) {
    let end = Int(first) + count
    while presence.count << 6 < end { presence.append(0) }
    for element in Int(first)..<end { presence[element >> 6] |= 1 << UInt64(element & 63) }
  }
}

extension SpilledProperties {
  /// Appends the values of rows, which belong to elements that follow one another.
  ///
  /// - Parameter bytes: What the rows were taken from.
  /// - Returns: Whether all of them could be read.
  mutating func append(
    _ rows: borrowing RowColumns,
    of shape: Shape,
    _ bytes: Span<UInt8>,
    first: UInt32,
    _ dictionary: inout SpilledDictionary,
    _ words: inout WordNumbers,
    _ spill: SpillFile
  ) throws(StorageError) -> Bool {
    for (index, key) in (shape.keys ?? []).enumerated() {
      guard var column = rows.column(index) else { continue }
      let number = number(of: key)
      var form = ImageFormat.Form.string
      switch shape.forms[index] {
      case .word:
        guard column.hasOnly(.integer), try words.replace(&column, &dictionary, spill) else {
          return false
        }
      case .day:
        guard column.hasOnly(.integer), Self.areDays(column.numbers) else { return false }
        form = .date
      case .json where column.hasOnly(.integer): form = .integer
      case .json where column.hasOnly(.plainText):
        for row in column.numbers.indices where column.kinds[row] != .null {
          let text = bytes.extracting(column.range(row))
          column.numbers[row] = Int64(try dictionary.number(of: text, spill))
        }
      case .json:
        guard try appendOthers(column, number, bytes, first, &dictionary, spill) else {
          return false
        }
        continue
      }
      try columns[number].append(column, form, first: first, spill)
    }
    return true
  }

  private mutating func appendOthers(
    _ column: RowColumns.Column,
    _ number: Int,
    _ bytes: Span<UInt8>,
    _ first: UInt32,
    _ dictionary: inout SpilledDictionary,
    _ spill: SpillFile
  ) throws(StorageError) -> Bool {
    for (row, kind) in column.kinds.enumerated() where kind != .null {
      let element = first + UInt32(row)
      switch kind {
      case .integer:
        let word = UInt64(bitPattern: column.numbers[row])
        try columns[number].append(word, .integer, of: element, spill)
      case .plainText:
        let text = bytes.extracting(column.range(row))
        let word = UInt64(try dictionary.number(of: text, spill))
        try columns[number].append(word, .string, of: element, spill)
      default:
        var text = ContiguousArray<UInt8>()
        for index in column.range(row) { text.append(bytes[index]) }
        guard let json = try? JSONReader.read(text).json, let value = Value(json: json) else {
          return false
        }
        if value != .null { try append(value, number, of: element, &dictionary, spill) }
      }
    }
    return true
  }

  private static func areDays(_ numbers: ContiguousArray<Int64>) -> Bool {
    guard let lowest = numbers.min(), let highest = numbers.max() else { return true }
    return [lowest, highest].allSatisfy { day in
      Int32(exactly: day) != nil && CalendarDate(dayNumber: Int(day)) != nil
    }
  }
}

/// Knows which texts of the dictionary of an index the words of the store are.
struct WordNumbers {
  private var numbers: ContiguousArray<UInt32> = []
  private var others: [Int64: UInt32] = [:]
  private let text: (Int64) throws(StorageError) -> String?

  /// - Parameter text: Returns the text of a word.
  init(text: @escaping (Int64) throws(StorageError) -> String?) { self.text = text }

  /// Puts the numbers of texts in the place of words; returns whether all words are known.
  mutating func replace(
    _ values: inout RowColumns.Column,
    _ dictionary: inout SpilledDictionary,
    _ spill: SpillFile
  ) throws(StorageError) -> Bool {
    for row in values.numbers.indices where values.kinds[row] != .null {
      let word = values.numbers[row]
      if 0..<Int64(numbers.count) ~= word, numbers[Int(word)] > 0 {
        values.numbers[row] = Int64(numbers[Int(word)] - 1)
        continue
      }
      if let number = others[word] {
        values.numbers[row] = Int64(number)
        continue
      }
      guard let text = try text(word) else { return false }
      let number = try dictionary.number(of: text, spill)
      remember(number, of: word)
      values.numbers[row] = Int64(number)
    }
    return true
  }

  private mutating func remember(_ number: UInt32, of word: Int64) {
    guard 0..<Int64(numbers.count * 2 + 1_024) ~= word else { return others[word] = number }
    while numbers.count <= Int(word) { numbers.append(0) }
    numbers[Int(word)] = number + 1
  }
}
