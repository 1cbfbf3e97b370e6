import GraphModel

extension SectionWriter {
  /// Writes a column: dense where that takes less than twice the room, and in as few bytes as all
  /// of its values fit.
  mutating func write(_ column: SpilledColumn, item: UInt32, elementCount: Int)
    throws(StorageError)
  {
    let layout = ColumnLayout(column)
    let end = layout.isSteps ? elementCount : column.end
    let isDense =
      layout.isSteps || end * layout.width <= 2 * column.count * (layout.width + 4)
    try writeValues(column, layout, item, isDense ? end : 0)
    if column.form == .mixed { try writeTags(column, item, isDense ? end : 0) }
    try writeForm(column, layout, item)
    if !isDense {
      try writeElements(column, item)
    } else if column.count < end {
      try writePresence(column, item, end)
    }
  }

  /// Writes the values; of as many elements, with zeros for those without one, where `elementCount`
  /// is not 0.
  private mutating func writeValues(
    _ column: SpilledColumn,
    _ layout: ColumnLayout,
    _ item: UInt32,
    _ elementCount: Int
  ) throws(StorageError) {
    try begin(.columnValues, item, width: layout.width)
    if !layout.isSteps {
      var places = ValuePlaces(column, elementCount, width: layout.width)
      let (writer, number) = (writer, layout.number)
      try column.words.read(spill) { (count, word) throws(StorageError) in
        for place in 0..<count { try places.append(number(word(place)), writer) }
      }
      try places.finish(writer)
    }
    end(form: (column.form ?? .integer).rawValue, count: column.count)
  }

  private mutating func writeTags(_ column: SpilledColumn, _ item: UInt32, _ elementCount: Int)
    throws(StorageError)
  {
    try begin(.columnTags, item, width: 1)
    var places = ValuePlaces(column, elementCount, width: 1)
    let writer = writer
    try unsafe spill.read(column.tags) { (bytes) throws(StorageError) in
      for index in 0..<bytes.count { try places.append(UInt64(unsafe bytes[index]), writer) }
    }
    try places.finish(writer)
    end()
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

/// Puts a number for each value of a column one behind the other; of a dense column with zeros
/// between them.
private struct ValuePlaces {
  private let column: SpilledColumn
  private let elementCount: Int
  private let hasGaps: Bool
  private var chunk: NumberChunk
  private var element = 0

  /// - Parameter elementCount: 0 for a column that is not dense.
  init(_ column: SpilledColumn, _ elementCount: Int, width: Int) {
    self.column = column
    self.elementCount = elementCount
    hasGaps = column.count < elementCount
    chunk = NumberChunk(width: width, capacity: 8_192)
  }

  @inline(__always)
  mutating func append(_ number: UInt64, _ writer: IndexFileWriter) throws(StorageError) {
    while hasGaps, !column.has(element) { try put(0, writer) }
    try put(number, writer)
  }

  mutating func finish(_ writer: IndexFileWriter) throws(StorageError) {
    while element < elementCount { try put(0, writer) }
    try chunk.flush(writer)
  }

  @inline(__always)
  private mutating func put(_ number: UInt64, _ writer: IndexFileWriter) throws(StorageError) {
    chunk.append(number)
    element += 1
    if chunk.isFull { try chunk.flush(writer) }
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

  /// Returns what is written for a word.
  var number: (UInt64) -> UInt64 {
    switch self {
    case .plain, .steps: { $0 }
    case .based(let base, _): { $0 &- UInt64(bitPattern: base) }
    case .coded(let codes, _): { UInt64(codes.code(UInt32(truncatingIfNeeded: $0))) }
    }
  }
}
