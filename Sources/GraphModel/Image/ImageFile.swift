/// Holds the header and the tables of an image after all lengths and places in them were checked.
///
/// Complexity: linear in the number of sections and pages, not in that of elements.
@safe struct ImageFile {
  typealias Header = ImageFormat.Header

  let storage: ImageStorage
  let nodeCount: Int
  let relationshipCount: Int
  let stamp: ImageStamp
  private let places: [UInt64: Int]

  /// - Parameter region: Where the image is; what it holds may come from anybody.
  init(_ region: any ImageRegion) throws(ImageError) {
    let bytes = unsafe ImageBytes(region.bytes)
    try Self.checkOrigin(bytes)
    guard bytes.uint64(Header.totalBytes) == UInt64(bytes.count) else {
      throw .damaged("the length is not what the header says")
    }
    guard bytes.hash(0..<Header.headerChecksum) == bytes.uint64(Header.headerChecksum) else {
      throw .damaged("the header does not have its checksum")
    }
    let tables = try Self.tables(bytes)
    nodeCount = try Self.elementCount(bytes.uint64(Header.nodeCount))
    relationshipCount = try Self.elementCount(bytes.uint64(Header.relationshipCount))
    stamp = ImageStamp(
      logPosition: Int64(bitPattern: bytes.uint64(Header.logPosition)),
      entryDigest: bytes.uint64(Header.entryDigest),
      caseDigest: bytes.uint64(Header.caseDigest)
    )
    let sections = try Self.sections(bytes, tables)
    let bounded = ImageBounds(
      sections,
      nodeCount: nodeCount,
      relationshipCount: relationshipCount
    ).sections
    storage = unsafe ImageStorage(
      region: region,
      data: bytes.part(ImageFormat.headerBytes..<tables.sections.lowerBound),
      checksums: bytes.part(tables.checksums),
      sections: bounded
    )
    places = Dictionary(
      storage.sections.enumerated().map { (Self.key($1.kind, $1.item), $0) }
    ) { first, _ in first }
    guard places.count == sections.count else { throw .damaged("two sections are the same") }
  }

  /// Returns a section; `nil` where the image has none of the kind for the item.
  func section(_ kind: ImageFormat.Kind, _ item: UInt32 = 0) -> ImageStorage.Section? {
    places[Self.key(kind.rawValue, item)].map { storage.sections[$0] }
  }

  private static func key(_ kind: UInt32, _ item: UInt32) -> UInt64 {
    UInt64(kind) << 32 | UInt64(item)
  }

  private static func checkOrigin(_ bytes: ImageBytes) throws(ImageError) {
    guard bytes.count >= ImageFormat.headerBytes,
      bytes.uint64(Header.magic) == ImageFormat.magic
    else { throw .foreign }
    guard bytes.uint32(Header.byteOrderMark) == ImageFormat.byteOrderMark, isLittleEndian else {
      throw .otherByteOrder
    }
    let version = bytes.uint32(Header.version)
    guard version == ImageFormat.version else { throw .otherVersion(version) }
  }

  private static var isLittleEndian: Bool { UInt32(littleEndian: 1) == 1 }

  private static func elementCount(_ number: UInt64) throws(ImageError) -> Int {
    guard let count = Int(exactly: number), count <= ImageFormat.elementLimit else {
      throw .damaged("there are more elements than indices")
    }
    return count
  }

  /// Returns where the two tables stand, which come behind the sections and end the image.
  private static func tables(_ bytes: ImageBytes) throws(ImageError)
    -> (sections: Range<Int>, checksums: Range<Int>)
  {
    let damaged = ImageError.damaged("the tables are not where the header says")
    guard let start = Int(exactly: bytes.uint64(Header.tableOffset)),
      let middle = Int(exactly: bytes.uint64(Header.checksumsOffset)),
      let pages = Int(exactly: bytes.uint64(Header.pageCount)),
      bytes.uint32(Header.pageShift) == UInt32(ImageFormat.pageShift),
      (ImageFormat.headerBytes...bytes.count).contains(start),
      (start...bytes.count).contains(middle),
      middle - start == Int(bytes.uint32(Header.sectionCount)) * ImageFormat.entryBytes
    else { throw damaged }
    let dataCount = start - ImageFormat.headerBytes
    let wanted = (dataCount + ImageStorage.pageBytes - 1) >> ImageFormat.pageShift
    guard pages == wanted, bytes.count - middle == pages * 8 else { throw damaged }
    guard bytes.hash(start..<bytes.count) == bytes.uint64(Header.tablesChecksum) else {
      throw .damaged("the tables do not have their checksum")
    }
    return (start..<middle, middle..<bytes.count)
  }

  private static func sections(
    _ bytes: ImageBytes,
    _ tables: (sections: Range<Int>, checksums: Range<Int>)
  ) throws(ImageError) -> [ImageStorage.Section] {
    var sections: [ImageStorage.Section] = []
    for entry in stride(
      from: tables.sections.lowerBound,
      to: tables.sections.upperBound,
      by: ImageFormat.entryBytes
    ) {
      guard let offset = Int(exactly: bytes.uint64(entry + 8)),
        let length = Int(exactly: bytes.uint64(entry + 16)),
        let count = Int(exactly: bytes.uint64(entry + 32)),
        offset >= ImageFormat.headerBytes, offset <= tables.sections.lowerBound,
        length <= tables.sections.lowerBound - offset, offset % ImageFormat.alignment == 0,
        let width = Int(exactly: bytes.uint32(entry + 24)), [1, 2, 4, 8].contains(width),
        length % width == 0
      else { throw .damaged("a section lies outside of the image") }
      sections.append(
        ImageStorage.Section(
          kind: bytes.uint32(entry),
          item: bytes.uint32(entry + 4),
          offset: offset - ImageFormat.headerBytes,
          length: length,
          width: width,
          form: bytes.uint32(entry + 28),
          count: count
        )
      )
    }
    return sections
  }
}

/// Reads numbers out of bytes that were not checked.
@safe struct ImageBytes {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = unsafe bytes }

  var count: Int { unsafe bytes.count }

  /// The number at an offset; 0 outside.
  func uint32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset <= count - 4 else { return 0 }
    return UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The number at an offset; 0 outside.
  func uint64(_ offset: Int) -> UInt64 {
    guard offset >= 0, offset <= count - 8 else { return 0 }
    return UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The checksum of a range within the bytes.
  func hash(_ range: Range<Int>) -> UInt64 { unsafe ImageChecksum.hash(part(range)) }

  /// The bytes of a range within the bytes.
  @unsafe func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
  }
}
