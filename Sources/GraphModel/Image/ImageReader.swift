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

  /// Returns the parts of a section that offsets cut it into.
  func parts(_ offsetKind: ImageFormat.Kind, _ kind: ImageFormat.Kind, count: Int)
    throws(ImageError) -> [ImageIndices]
  {
    let offsets = try offsets(offsetKind, count: count)
    let members = try indices(kind)
    return (0..<count).map { members.part(offsets.range($0, within: members.count)) }
  }

  /// Returns the relationships of nodes in one direction.
  func adjacency(_ direction: ImageFormat.Direction) throws(ImageError) -> ImageAdjacency {
    let (item, count) = (direction.rawValue, file.relationshipCount)
    return ImageAdjacency(
      offsets: try offsets(.adjacencyOffsets, item, count: file.nodeCount),
      relationships: try indices(.adjacencyRelationships, item, count: count),
      neighbours: try indices(.adjacencyNeighbours, item, count: count),
      types: try indices(.adjacencyTypes, item, count: count)
    )
  }

  /// Returns the keys of elements.
  func keys(_ owner: ImageFormat.Owner) throws(ImageError) -> ImageKeys {
    ImageKeys(
      texts: try texts(owner == .node ? .nodeKeys : .relationshipKeys, count: count(owner)),
      slots: try indices(.keySlots, owner.rawValue)
    )
  }

  /// Returns the properties of elements.
  func columns(_ owner: ImageFormat.Owner) throws(ImageError)
    -> [(key: String, column: ImageColumn)]
  {
    let dictionary = try texts(.dictionary)
    let keys = try names(owner == .node ? .nodeProperties : .relationshipProperties)
    var columns: [(key: String, column: ImageColumn)] = []
    for (number, key) in keys.enumerated() {
      let item = UInt32(number) * 2 + owner.rawValue
      columns.append((key, try column(item, elementCount: count(owner), dictionary)))
    }
    return columns
  }

  private func count(_ owner: ImageFormat.Owner) -> Int {
    owner == .node ? file.nodeCount : file.relationshipCount
  }

  private func column(_ item: UInt32, elementCount: Int, _ dictionary: ImageText)
    throws(ImageError) -> ImageColumn
  {
    guard let section = file.section(.columnValues, item),
      let form = ImageFormat.Form(rawValue: section.form), section.width == form.width
    else { throw .damaged("the values of a property are missing") }
    let isSparse = file.section(.columnElements, item) != nil
    let length = section.length / section.width
    guard section.count <= elementCount, length == (isSparse ? section.count : elementCount) else {
      throw .damaged("the values of a property are too few or too many")
    }
    let hasGaps = file.section(.columnPresence, item) != nil
    return ImageColumn(
      form: form,
      count: section.count,
      numbers: form.width == 8
        ? .empty
        : ImageIndices(file.storage, offset: section.offset, count: length, width: form.width),
      words: ImageWords(
        file.storage,
        offset: section.offset,
        count: form.width == 8 ? length : 0
      ),
      tags: form == .mixed ? try indices(.columnTags, item, count: length) : .empty,
      elements: isSparse ? try indices(.columnElements, item, count: length) : nil,
      presence: hasGaps
        ? try indices(.columnPresence, item, count: (elementCount + 7) / 8) : nil,
      dictionary: dictionary
    )
  }
}

extension ImageFormat.Form {
  /// The bytes of a value.
  public var width: Int {
    switch self {
    case .integer, .float, .mixed: 8
    case .string, .date, .json: 4
    case .boolean: 1
    }
  }
}
