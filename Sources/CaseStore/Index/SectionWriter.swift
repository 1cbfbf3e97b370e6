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
    try writePlaces(.labelMemberPlaces, builder.labelMembers)
    try writePlaces(.typeMemberPlaces, builder.typeMembers)
    try writeKeys(builder)
    try writeTexts(.dictionary, builder.dictionary.texts)
    let setWidth = Self.width(of: UInt64(builder.labelSets.count))
    try writeNarrow(.nodeLabelSets, builder.nodeLabelSets, width: setWidth)
    let typeWidth = Self.width(of: UInt64(builder.types.count))
    try writeNarrow(.relationshipTypes, builder.relationshipTypes, width: typeWidth)
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
    try reserveOrders(builder)
    try reserve(.labelMembers, Self.listed(builder.labelMembers))
    try reserve(.typeMembers, Self.listed(builder.typeMembers))
    try reserveAdjacency(builder)
    for (owner, keys) in builder.keys {
      // Two of three slots are taken, so that a search is short.
      let count = keys.texts.count
      try reserve(.keySlots, item: owner.rawValue, count + count / 2 + 1)
    }
    try writer.align()
  }

  /// The least number of bytes that holds all numbers below a bound.
  static func width(of bound: UInt64) -> Int {
    bound <= 1 << 8 ? 1 : bound <= 1 << 16 ? 2 : bound <= 1 << 32 ? 4 : 8
  }

  private static func listed(_ members: [MemberRun]) -> Int {
    members.reduce(0) { $0 + ($1.isRun ? 0 : $1.count) }
  }

  private mutating func writePlaces(_ kind: Kind, _ members: [MemberRun]) throws(StorageError) {
    try begin(kind, width: 4)
    var listed = 0
    for member in members {
      try writer.append(member.isRun ? 0 : 1, width: 4)
      try writer.append(member.isRun ? UInt64(member.first) : UInt64(listed), width: 4)
      try writer.append(UInt64(member.count), width: 4)
      if !member.isRun { listed += member.count }
    }
    end()
  }

  private mutating func writeKeys(_ builder: borrowing IndexBuilder) throws(StorageError) {
    var prefixes: [String] = []
    var numbers: [String: Int] = [:]
    for (owner, keys) in builder.keys {
      try begin(.keyRanges, owner.rawValue, width: 8)
      for range in keys.ranges {
        let number = numbers[range.prefix] ?? prefixes.count
        if number == prefixes.count {
          numbers[range.prefix] = number
          prefixes.append(range.prefix)
        }
        try writer.append(UInt64(range.first), width: 8)
        try writer.append(UInt64(range.count), width: 8)
        try writer.append(UInt64(bitPattern: range.firstNumber), width: 8)
        try writer.append(UInt64(number), width: 8)
      }
      end()
    }
    try writeNames(.keyPrefixes, prefixes)
    try writeTexts(.nodeKeys, builder.nodeKeys.texts)
    try writeTexts(.relationshipKeys, builder.relationshipKeys.texts)
  }

  mutating func begin(_ kind: Kind, _ item: UInt32 = 0, width: Int) throws(StorageError) {
    try writer.align()
    sections.append(Section(kind: kind, item: item, offset: writer.offset, width: width))
  }

  mutating func end(form: UInt32 = 0, count: Int = 0) {
    let last = sections.count - 1
    sections[last].length = writer.offset - sections[last].offset
    sections[last].form = form
    sections[last].count = count
  }

  mutating func reserve(
    _ kind: Kind,
    item: UInt32 = 0,
    _ count: Int,
    width: Int = 4,
    form: UInt32 = 0,
    base: Int = 0
  ) throws(StorageError) {
    try begin(kind, item, width: width)
    try writer.reserve(count * width)
    end(form: form, count: base)
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

  private mutating func writeNarrow(_ kind: Kind, _ numbers: SpilledRuns, width: Int)
    throws(StorageError)
  {
    try begin(kind, width: width)
    let writer = writer
    var chunk = NumberChunk(width: width, capacity: 8_192)
    try numbers.read(spill) { (number, count) throws(StorageError) in
      for _ in 0..<count {
        chunk.append(UInt64(number))
        if chunk.isFull { try chunk.flush(writer) }
      }
    }
    try chunk.flush(writer)
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
