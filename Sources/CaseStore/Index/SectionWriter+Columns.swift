import GraphModel

extension SectionWriter {
  /// Writes a column: dense where that takes less than twice the room, and in as few bytes as all
  /// of its values fit.
  mutating func write(_ column: SpilledColumn, item: UInt32, elementCount: Int)
    throws(StorageError)
  {
    let layout = ColumnLayout(column)
    let isDense =
      layout.isSteps
      || elementCount * layout.width <= 2 * column.count * (layout.width + 4)
    try writeValues(column, layout, item, isDense ? elementCount : 0)
    if column.form == .mixed { try writeTags(column, item, isDense ? elementCount : 0) }
    try writeForm(column, layout, item)
    if !isDense {
      try writeElements(column, item)
    } else if column.count < elementCount {
      try writePresence(column, item, elementCount)
    }
  }

  /// Writes the values; of all elements, with zeros for those without one, where `elementCount` is
  /// not 0.
  private mutating func writeValues(
    _ column: SpilledColumn,
    _ layout: ColumnLayout,
    _ item: UInt32,
    _ elementCount: Int
  ) throws(StorageError) {
    try begin(.columnValues, item, width: layout.width)
    if !layout.isSteps {
      try spread(column, column.words, 8, elementCount, width: layout.width) { layout.number($0) }
    }
    end(form: (column.form ?? .integer).rawValue, count: column.count)
  }

  private mutating func writeTags(_ column: SpilledColumn, _ item: UInt32, _ elementCount: Int)
    throws(StorageError)
  {
    try begin(.columnTags, item, width: 1)
    try spread(column, column.tags, 1, elementCount, width: 1) { $0 }
    end()
  }

  /// Writes a number for each value, and zeros between them.
  private func spread(
    _ column: SpilledColumn,
    _ list: SpillFile.List,
    _ listWidth: Int,
    _ elementCount: Int,
    width: Int,
    _ number: (UInt64) -> UInt64
  ) throws(StorageError) {
    let (writer, isDense) = (writer, elementCount > 0)
    var chunk = NumberChunk(width: width, capacity: 8_192)
    var element = 0
    try unsafe spill.read(list) { (bytes) throws(StorageError) in
      for offset in stride(from: 0, to: bytes.count, by: listWidth) {
        while isDense, !column.has(element) {
          chunk.append(0)
          element += 1
          if chunk.isFull { try chunk.flush(writer) }
        }
        let word =
          listWidth == 1
          ? UInt64(unsafe bytes[offset])
          : unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        chunk.append(number(word))
        element += 1
        if chunk.isFull { try chunk.flush(writer) }
      }
    }
    while isDense, element < elementCount {
      chunk.append(0)
      element += 1
      if chunk.isFull { try chunk.flush(writer) }
    }
    try chunk.flush(writer)
  }

  /// Writes what the values are to be read with.
  private mutating func writeForm(
    _ column: SpilledColumn,
    _ layout: ColumnLayout,
    _ item: UInt32
  ) throws(StorageError) {
    switch layout {
    case .plain: return
    case .based(let base, _):
      try begin(.columnBase, item, width: 8)
      try writer.append(UInt64(bitPattern: base), width: 8)
    case .coded(let codes, _):
      try begin(.columnCodes, item, width: 4)
      for number in codes.numbers ?? [] { try writer.append(UInt64(number), width: 4) }
    case .steps(let steps):
      try begin(.columnSteps, item, width: 8)
      for step in steps {
        try writer.append(UInt64(step.element), width: 8)
        try writer.append(UInt64(bitPattern: step.number), width: 8)
      }
    }
    end()
  }

  private mutating func writeElements(_ column: SpilledColumn, _ item: UInt32)
    throws(StorageError)
  {
    try begin(.columnElements, item, width: 4)
    let writer = writer
    try column.eachElement { (element) throws(StorageError) in
      try writer.append(UInt64(element), width: 4)
    }
    end()
  }

  private mutating func writePresence(_ column: SpilledColumn, _ item: UInt32, _ elementCount: Int)
    throws(StorageError)
  {
    try begin(.columnPresence, item, width: 1)
    for place in 0..<(elementCount + 7) / 8 {
      let word = place >> 3 < column.presence.count ? column.presence[place >> 3] : 0
      try writer.append(word >> UInt64((place & 7) * 8), width: 1)
    }
    end()
  }
}

/// Says how the values of a column are written.
private enum ColumnLayout {
  case plain(width: Int)
  /// Integers or dates, less the least of them.
  case based(Int64, width: Int)
  /// Texts, by a code for each.
  case coded(ColumnCodes, width: Int)
  /// Integers, perhaps among few other values, that count up from few places.
  case steps([(element: UInt32, number: Int64)])

  init(_ column: SpilledColumn) {
    let mayCount = column.form == .integer || column.form == .mixed
    if mayCount, let steps = column.steps, steps.count * 16 < column.count {
      self = .steps(steps)
      return
    }
    switch column.form {
    case .integer, .date:
      let (base, highest) = (column.bounds.lowerBound, column.bounds.upperBound)
      let distance = UInt64(bitPattern: highest &- base)
      let width = distance == .max ? 8 : SectionWriter.width(of: distance + 1)
      self = width < 8 ? .based(base, width: width) : .plain(width: 8)
    case .string, .json:
      let codes = column.codes
      let width = codes.numbers.map { SectionWriter.width(of: UInt64($0.count)) } ?? 4
      self = width < 4 ? .coded(codes, width: width) : .plain(width: 4)
    case .boolean: self = .plain(width: 1)
    case .float, .mixed: self = .plain(width: 8)
    case nil: self = .based(0, width: 1)
    }
  }

  var width: Int {
    switch self {
    case .plain(let width), .based(_, let width), .coded(_, let width): width
    case .steps: 8
    }
  }

  var isSteps: Bool {
    if case .steps = self { true } else { false }
  }

  @inline(__always)
  func number(_ word: UInt64) -> UInt64 {
    switch self {
    case .plain, .steps: word
    case .based(let base, _): word &- UInt64(bitPattern: base)
    case .coded(let codes, _): UInt64(codes.code(UInt32(truncatingIfNeeded: word)))
    }
  }
}
