/// Makes readers of the sections of an image, after checking that their lengths fit together.
struct ImageReader {
  let file: ImageFile

  /// Returns a section of indices.
  func indices(_ kind: ImageFormat.Kind, _ item: UInt32 = 0, count: Int? = nil) throws(ImageError)
    -> ImageIndices
  {
    guard let section = file.section(kind, item), section.width != 8 else {
      throw .damaged("the section of \(kind) is missing")
    }
    let found = section.length / section.width
    guard count == nil || count == found else {
      throw .damaged("the section of \(kind) has the wrong length")
    }
    return ImageIndices(file.storage, offset: section.offset, count: found, width: section.width)
  }

  /// Returns a section of offsets, at least one.
  private func offsets(_ kind: ImageFormat.Kind, _ item: UInt32 = 0, count: Int? = nil)
    throws(ImageError) -> ImageIndices
  {
    let offsets = try indices(kind, item, count: count.map { $0 + 1 })
    guard offsets.count > 0 else { throw .damaged("the section of \(kind) is empty") }
    return offsets
  }

  /// Returns a list of texts.
  func texts(_ list: ImageFormat.TextList, count: Int? = nil) throws(ImageError) -> ImageText {
    let offsets = try offsets(.textOffsets, list.rawValue, count: count)
    guard let bytes = file.section(.textBytes, list.rawValue), bytes.width == 1 else {
      throw .damaged("the texts of \(list) are missing")
    }
    return ImageText(
      file.storage,
      offsets: offsets,
      offset: bytes.offset,
      byteCount: bytes.length
    )
  }

  /// Returns a list of different names, decoded.
  func names(_ list: ImageFormat.TextList) throws(ImageError) -> [String] {
    let texts = try texts(list)
    let names = (0..<texts.count).map { texts[$0] }
    guard Set(names).count == names.count else { throw .damaged("two of \(list) are the same") }
    return names
  }

  /// Returns the sets of labels, decoded.
  func labelSets() throws(ImageError) -> [[Int]] {
    let offsets = try offsets(.labelSetOffsets)
    let members = try indices(.labelSetMembers)
    let sets = (0..<offsets.count - 1).map { set in
      offsets.range(set, within: members.count).map { Int(members[$0]) }
    }
    guard Set(sets).count == sets.count, sets.allSatisfy({ Set($0).sorted() == $0 }) else {
      throw .damaged("the sets of labels are not in order")
    }
    return sets
  }

  /// Returns the members of each label, or type.
  func members(_ placeKind: ImageFormat.Kind, _ kind: ImageFormat.Kind, of elementCount: Int)
    throws(ImageError) -> [ImageMembers]
  {
    let (places, members) = (try indices(placeKind), try indices(kind))
    var found: [ImageMembers] = []
    for place in stride(from: 0, to: places.count - 2, by: 3) {
      let (start, count) = (Int(places[place + 1]), Int(places[place + 2]))
      let isRun = places[place] == 0
      guard count <= (isRun ? elementCount : members.count) - start else {
        throw .damaged("the section of \(placeKind) leads too far")
      }
      found.append(
        isRun
          ? .run(UInt32(start)..<UInt32(start + count))
          : .list(members.part(start..<start + count))
      )
    }
    return found
  }

  /// Returns the keys of elements.
  func keys(_ owner: ImageFormat.Owner) throws(ImageError) -> ImageKeys {
    let prefixes = try texts(.keyPrefixes)
    let numbers = try words(.keyRanges, owner.rawValue)
    var ranges: [ImageKeyRanges.Range] = []
    for place in stride(from: 0, to: numbers.count - 3, by: 4) {
      guard let first = Int(exactly: numbers[place]), let count = Int(exactly: numbers[place + 1]),
        let number = Int64(exactly: numbers[place + 2]),
        let prefix = Int(exactly: numbers[place + 3]), prefix < prefixes.count
      else { throw .damaged("a range of keys makes no sense") }
      ranges.append(
        .init(first: first, count: count, firstNumber: number, prefix: prefixes[prefix])
      )
    }
    let count = count(owner)
    guard let keyRanges = ImageKeyRanges(ranges, elementCount: count) else {
      throw .damaged("the ranges of keys contradict one another")
    }
    return ImageKeys(
      count: count,
      ranges: keyRanges,
      texts: try texts(
        owner == .node ? .nodeKeys : .relationshipKeys,
        count: keyRanges.ownCount(of: count)
      ),
      slots: try indices(.keySlots, owner.rawValue)
    )
  }

  /// Returns a section of 64-bit numbers.
  func words(_ kind: ImageFormat.Kind, _ item: UInt32) throws(ImageError) -> ImageWords {
    guard let section = file.section(kind, item), section.width == 8 else {
      throw .damaged("the section of \(kind) is missing")
    }
    return ImageWords(file.storage, offset: section.offset, count: section.length / 8)
  }

  private func count(_ owner: ImageFormat.Owner) -> Int {
    owner == .node ? file.nodeCount : file.relationshipCount
  }
}
