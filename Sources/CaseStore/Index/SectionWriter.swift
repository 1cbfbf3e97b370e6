import GraphModel

/// Writes the sections of an index one behind the other, and the tables and the header in the end.
struct SectionWriter: ~Copyable {
  typealias Kind = ImageFormat.Kind

  /// One entry of the section table.
  struct Section {
    let kind: Kind
    let item: UInt32
    let offset: Int
    var length = 0
    let width: Int
    var form: UInt32 = 0
    var count = 0
  }

  let writer: IndexFileWriter
  let spill: SpillFile
  private(set) var sections: [Section] = []

  init(_ writer: IndexFileWriter, _ spill: SpillFile) {
    self.writer = writer
    self.spill = spill
  }

  /// Writes all sections.
  mutating func write(_ builder: borrowing IndexBuilder) throws(StorageError) {
    try writer.reserve(ImageFormat.headerBytes)
    try writeNames(.labels, builder.labels)
    try writeNames(.types, builder.types)
    try writeNames(.nodeProperties, builder.nodeProperties.names)
    try writeNames(.relationshipProperties, builder.relationshipProperties.names)
    try writeLists(.labelSetOffsets, .labelSetMembers, builder.labelSets)
    try writeOffsets(.labelMemberOffsets, counts: builder.labelCounts)
    try writeOffsets(.typeMemberOffsets, counts: builder.typeCounts)
    try writeTexts(.nodeKeys, builder.nodeKeys)
    try writeTexts(.relationshipKeys, builder.relationshipKeys)
    try writeTexts(.dictionary, builder.dictionary.texts)
    try copy(.nodeLabelSets, builder.nodeLabelSets)
    let typeWidth = builder.types.count <= 256 ? 1 : 4
    try writeTypes(builder.relationshipTypes, width: typeWidth)
    try copy(.relationshipSources, builder.sources)
    try copy(.relationshipTargets, builder.targets)
    for (number, column) in builder.nodeProperties.columns.enumerated() {
      let item = UInt32(number) * 2 + ImageFormat.Owner.node.rawValue
      try write(column, item: item, elementCount: builder.nodeCount)
    }
    for (number, column) in builder.relationshipProperties.columns.enumerated() {
      let item = UInt32(number) * 2 + ImageFormat.Owner.relationship.rawValue
      try write(column, item: item, elementCount: builder.relationshipCount)
    }
    try reserve(.labelMembers, builder.labelCounts.reduce(0, +))
    try reserve(.typeMembers, builder.relationshipCount)
    for direction in ImageFormat.Direction.allCases {
      let item = direction.rawValue
      try reserve(.adjacencyOffsets, item: item, builder.nodeCount + 1)
      try reserve(.adjacencyRelationships, item: item, builder.relationshipCount)
      try reserve(.adjacencyNeighbours, item: item, builder.relationshipCount)
      try reserve(.adjacencyTypes, item: item, builder.relationshipCount, width: typeWidth)
    }
    try reserve(
      .keySlots,
      item: ImageFormat.Owner.node.rawValue,
      Self.slotCount(builder.nodeCount)
    )
    try reserve(
      .keySlots,
      item: ImageFormat.Owner.relationship.rawValue,
      Self.slotCount(builder.relationshipCount)
    )
    try writer.align()
  }

  /// Two of three slots are taken, so that a search is short.
  private static func slotCount(_ count: Int) -> Int { count + count / 2 + 1 }

  private mutating func begin(_ kind: Kind, _ item: UInt32 = 0, width: Int) throws(StorageError) {
    try writer.align()
    sections.append(Section(kind: kind, item: item, offset: writer.offset, width: width))
  }

  private mutating func end(form: UInt32 = 0, count: Int = 0) {
    let last = sections.count - 1
    sections[last].length = writer.offset - sections[last].offset
    sections[last].form = form
    sections[last].count = count
  }

  private mutating func reserve(
    _ kind: Kind,
    item: UInt32 = 0,
    _ count: Int,
    width: Int = 4
  ) throws(StorageError) {
    try begin(kind, item, width: width)
    try writer.reserve(count * width)
    end()
  }

  private mutating func copy(
    _ kind: Kind,
    item: UInt32 = 0,
    _ list: SpillFile.List,
    width: Int = 4
  ) throws(StorageError) {
    try begin(kind, item, width: width)
    let writer = writer
    try unsafe spill.read(list) { (bytes) throws(StorageError) in try unsafe writer.append(bytes) }
    end()
  }

  private mutating func writeTexts(_ list: ImageFormat.TextList, _ texts: SpilledText)
    throws(StorageError)
  {
    try copy(.textOffsets, item: list.rawValue, texts.offsets)
    try copy(.textBytes, item: list.rawValue, texts.bytes, width: 1)
  }

  private mutating func writeNames(_ list: ImageFormat.TextList, _ names: [String])
    throws(StorageError)
  {
    var texts = try SpilledText(spill)
    for name in names { try texts.append(name, spill) }
    try writeTexts(list, texts)
  }

  private mutating func writeOffsets(_ kind: Kind, counts: [Int]) throws(StorageError) {
    try begin(kind, width: 4)
    var sum = 0
    try writer.append(0, width: 4)
    for count in counts {
      sum += count
      guard UInt32(exactly: sum) != nil else {
        throw StorageError(.tooLarge, "the case has more labels than an index can hold")
      }
      try writer.append(UInt64(sum), width: 4)
    }
    end()
  }

  private mutating func writeLists(_ offsets: Kind, _ members: Kind, _ lists: [[Int]])
    throws(StorageError)
  {
    try writeOffsets(offsets, counts: lists.map(\.count))
    try begin(members, width: 4)
    for number in lists.joined() { try writer.append(UInt64(number), width: 4) }
    end()
  }

  private mutating func writeTypes(_ types: SpillFile.List, width: Int) throws(StorageError) {
    guard width == 1 else { return try copy(.relationshipTypes, types) }
    try begin(.relationshipTypes, width: 1)
    let writer = writer
    try unsafe spill.read(types) { (bytes) throws(StorageError) in
      for offset in stride(from: 0, to: bytes.count, by: 4) {
        try writer.append(UInt64(unsafe bytes[offset]), width: 1)
      }
    }
    end()
  }
}

// MARK: - Columns

extension SectionWriter {
  /// Writes a column: dense where that takes less than twice the room.
  private mutating func write(_ column: SpilledColumn, item: UInt32, elementCount: Int)
    throws(StorageError)
  {
    let form = column.form
    let isDense = elementCount * form.width <= 2 * column.count * (form.width + 4)
    let elements = isDense ? elementCount : 0
    try writeValues(.columnValues, column, item, width: form.width, elements) { $0.word }
    sections[sections.count - 1].form = form.rawValue
    sections[sections.count - 1].count = column.count
    if form == .mixed {
      try writeValues(.columnTags, column, item, width: 1, elements) { UInt64($0.form) }
    }
    if !isDense {
      try writeValues(.columnElements, column, item, width: 4, 0) { UInt64($0.element) }
    } else if column.count < elementCount {
      try writePresence(column, item, elementCount)
    }
  }

  /// Writes something of each entry; of all elements, with zeros for those without an entry, where
  /// `elementCount` is not 0.
  private mutating func writeValues(
    _ kind: Kind,
    _ column: SpilledColumn,
    _ item: UInt32,
    width: Int,
    _ elementCount: Int,
    _ number: (SpilledColumn.Entry) -> UInt64
  ) throws(StorageError) {
    try begin(kind, item, width: width)
    let writer = writer
    var next = 0
    try column.read(spill) { (entry) throws(StorageError) in
      while elementCount > 0, next < Int(entry.element) {
        try writer.append(0, width: width)
        next += 1
      }
      try writer.append(number(entry), width: width)
      next += 1
    }
    while next < elementCount {
      try writer.append(0, width: width)
      next += 1
    }
    end()
  }

  private mutating func writePresence(_ column: SpilledColumn, _ item: UInt32, _ elementCount: Int)
    throws(StorageError)
  {
    try begin(.columnPresence, item, width: 1)
    var bits = ContiguousArray<UInt8>(repeating: 0, count: (elementCount + 7) / 8)
    try column.read(spill) { (entry) throws(StorageError) in
      bits[Int(entry.element >> 3)] |= 1 << UInt8(entry.element & 7)
    }
    for byte in bits { try writer.append(UInt64(byte), width: 1) }
    end()
  }
}

extension IndexFileWriter {
  /// Appends the low bytes of a number, the lowest first.
  func append(_ number: UInt64, width: Int) throws(StorageError) {
    try unsafe withUnsafeBytes(of: number.littleEndian) { (bytes) throws(StorageError) in
      try unsafe append(UnsafeRawBufferPointer(rebasing: bytes[..<width]))
    }
  }
}
