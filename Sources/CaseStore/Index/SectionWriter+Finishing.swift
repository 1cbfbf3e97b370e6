import GraphModel

extension SectionWriter {
  typealias Header = ImageFormat.Header

  /// Fills the reserved sections, writes the tables and the header, and puts the file in place.
  consuming func finish(_ stamp: ImageStamp, _ keys: [SpilledKeys]) throws(StorageError) {
    let (sections, writer) = (sections, writer)
    var ranges: [ImageKeyRanges] = []
    for list in keys {
      guard let checked = ImageKeyRanges(list.ranges, elementCount: list.count) else {
        throw SectionFiller.duplicate
      }
      ranges.append(checked)
    }
    let checksums = try unsafe writer.map { (bytes) throws(StorageError) in
      let filler = unsafe SectionFiller(bytes, sections, ranges)
      try filler.fill()
      return unsafe Self.checksums(UnsafeRawBufferPointer(bytes))
    }
    let tableOffset = writer.offset
    for section in sections { try Self.append(section, to: writer) }
    let checksumsOffset = writer.offset
    for checksum in checksums { try writer.append(checksum, width: 8) }
    try unsafe writer.map { (bytes) throws(StorageError) in
      func put(_ number: some FixedWidthInteger, at offset: Int) {
        unsafe bytes.storeBytes(of: number.littleEndian, toByteOffset: offset, as: type(of: number))
      }
      put(ImageFormat.magic, at: Header.magic)
      put(ImageFormat.byteOrderMark, at: Header.byteOrderMark)
      put(ImageFormat.version, at: Header.version)
      put(UInt64(bytes.count), at: Header.totalBytes)
      put(UInt64(tableOffset), at: Header.tableOffset)
      put(UInt32(sections.count), at: Header.sectionCount)
      put(UInt32(ImageFormat.pageShift), at: Header.pageShift)
      put(UInt64(checksumsOffset), at: Header.checksumsOffset)
      put(UInt64(checksums.count), at: Header.pageCount)
      put(UInt64(keys[0].count), at: Header.nodeCount)
      put(UInt64(keys[1].count), at: Header.relationshipCount)
      put(stamp.logPosition, at: Header.logPosition)
      put(stamp.entryDigest, at: Header.entryDigest)
      put(stamp.caseDigest, at: Header.caseDigest)
      let tables = unsafe UnsafeRawBufferPointer(rebasing: bytes[tableOffset...])
      put(unsafe ImageChecksum.hash(tables), at: Header.tablesChecksum)
      let header = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<Header.headerChecksum])
      put(unsafe ImageChecksum.hash(header), at: Header.headerChecksum)
    }
    try writer.finish()
  }

  private static func append(_ section: Section, to writer: IndexFileWriter) throws(StorageError) {
    try writer.append(UInt64(section.kind.rawValue), width: 4)
    try writer.append(UInt64(section.item), width: 4)
    try writer.append(UInt64(section.offset), width: 8)
    try writer.append(UInt64(section.length), width: 8)
    try writer.append(UInt64(section.width), width: 4)
    try writer.append(UInt64(section.form), width: 4)
    try writer.append(UInt64(section.count), width: 8)
  }

  /// The checksum of each page behind the header.
  private static func checksums(_ bytes: UnsafeRawBufferPointer) -> [UInt64] {
    stride(from: ImageFormat.headerBytes, to: bytes.count, by: 1 << ImageFormat.pageShift).map {
      let end = min($0 + 1 << ImageFormat.pageShift, bytes.count)
      return unsafe ImageChecksum.hash(UnsafeRawBufferPointer(rebasing: bytes[$0..<end]))
    }
  }
}

/// Computes in place the sections that follow from others: members, adjacency, and tables of keys.
@safe struct SectionFiller {
  private let bytes: UnsafeMutableRawBufferPointer
  private let sections: [SectionWriter.Section]
  private let places: [Place: Int]
  /// By owner.
  private let ranges: [ImageKeyRanges]

  /// - Parameter bytes: The file so far, which the sections lie within.
  init(
    _ bytes: UnsafeMutableRawBufferPointer,
    _ sections: [SectionWriter.Section],
    _ ranges: [ImageKeyRanges]
  ) {
    self.ranges = ranges
    unsafe self.bytes = unsafe bytes
    self.sections = sections
    places = Dictionary(
      sections.enumerated().map { (Place(kind: $1.kind, item: $1.item), $0) }
    ) { first, _ in first }
  }

  private struct Place: Hashable {
    let kind: ImageFormat.Kind
    let item: UInt32
  }

  func fill() throws(StorageError) {
    fillLabelMembers()
    fillTypeMembers()
    fillOrdersAndAdjacency()
    for owner in ImageFormat.Owner.allCases { try fillSlots(owner) }
  }

  /// One section as numbers of 8, 16 or 32 bits; every place is checked.
  @safe struct Numbers {
    let bytes: UnsafeMutableRawBufferPointer
    let width: Int
    var count: Int { unsafe bytes.count / width }

    subscript(index: Int) -> Int {
      get {
        switch width {
        case 1: Int(unsafe bytes[index])
        case 2: Int(unsafe bytes.load(fromByteOffset: index * 2, as: UInt16.self))
        default: Int(unsafe bytes.load(fromByteOffset: index * 4, as: UInt32.self))
        }
      }
      nonmutating set {
        switch width {
        case 1: unsafe bytes[index] = UInt8(truncatingIfNeeded: newValue)
        case 2:
          let number = UInt16(truncatingIfNeeded: newValue)
          unsafe bytes.storeBytes(of: number, toByteOffset: index * 2, as: UInt16.self)
        default:
          let number = UInt32(truncatingIfNeeded: newValue)
          unsafe bytes.storeBytes(of: number, toByteOffset: index * 4, as: UInt32.self)
        }
      }
    }
  }

  func section(_ kind: ImageFormat.Kind, _ item: UInt32) -> SectionWriter.Section? {
    places[Place(kind: kind, item: item)].map { sections[$0] }
  }

  func numbers(_ kind: ImageFormat.Kind, _ item: UInt32 = 0) -> Numbers {
    let section = section(kind, item)
    let offset = section?.offset ?? 0
    let part = unsafe bytes[offset..<offset + (section?.length ?? 0)]
    return unsafe Numbers(bytes: .init(rebasing: part), width: section?.width ?? 1)
  }

  /// The items of the sections of a kind.
  func items(of kind: ImageFormat.Kind) -> [UInt32] {
    sections.filter { $0.kind == kind }.map(\.item)
  }

  private func fillLabelMembers() {
    let (sets, members) = (numbers(.nodeLabelSets), numbers(.labelMembers))
    guard members.count > 0 else { return }
    let (setOffsets, setMembers) = (numbers(.labelSetOffsets), numbers(.labelSetMembers))
    var next = places(.labelMemberPlaces)
    for node in 0..<sets.count {
      let set = sets[node]
      for place in setOffsets[set]..<setOffsets[set + 1] {
        let label = setMembers[place]
        guard let free = next[label] else { continue }
        members[free] = node
        next[label] = free + 1
      }
    }
  }

  private func fillTypeMembers() {
    let (types, members) = (numbers(.relationshipTypes), numbers(.typeMembers))
    guard members.count > 0 else { return }
    var next = places(.typeMemberPlaces)
    for relationship in 0..<types.count {
      let type = types[relationship]
      guard let free = next[type] else { continue }
      members[free] = relationship
      next[type] = free + 1
    }
  }

  /// Where the list of each label or type begins; `nil` for those without a list.
  private func places(_ kind: ImageFormat.Kind) -> [Int?] {
    let places = numbers(kind)
    return stride(from: 0, to: places.count, by: 3).map {
      places[$0] == 0 ? nil : places[$0 + 1]
    }
  }

  private func fillSlots(_ owner: ImageFormat.Owner) throws(StorageError) {
    let list: ImageFormat.TextList = owner == .node ? .nodeKeys : .relationshipKeys
    let slots = numbers(.keySlots, owner.rawValue)
    let offsets = numbers(.textOffsets, list.rawValue)
    let texts = numbers(.textBytes, list.rawValue)
    func text(_ number: Int) -> UnsafeRawBufferPointer {
      let part = unsafe texts.bytes[offsets[number]..<offsets[number + 1]]
      return unsafe UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: part))
    }
    for number in 0..<offsets.count - 1 {
      let key = unsafe text(number)
      var slot = unsafe ImageKeys.firstSlot(of: key, slotCount: slots.count)
      while slots[slot] > 0 {
        guard unsafe !text(slots[slot] - 1).elementsEqual(key) else { throw Self.duplicate }
        slot = slot + 1 < slots.count ? slot + 1 : 0
      }
      slots[slot] = number + 1
      guard
        ranges[Int(owner.rawValue)].ranges.isEmpty
          || ranges[Int(owner.rawValue)].element(unsafe String(decoding: key, as: UTF8.self)) == nil
      else { throw Self.duplicate }
    }
  }

  static var duplicate: StorageError {
    StorageError(.caseDamaged, "two elements of the case have the same key")
  }
}
