extension ImageReader {
  /// Returns the properties of elements, of which there are so many.
  func columns(_ owner: ImageFormat.Owner, elementCount: Int) throws(ImageError)
    -> [(key: String, column: ImageColumn)]
  {
    let dictionary = try texts(.dictionary)
    let keys = try names(owner == .node ? .nodeProperties : .relationshipProperties)
    var columns: [(key: String, column: ImageColumn)] = []
    for (number, key) in keys.enumerated() {
      let item = UInt32(number) * 2 + owner.rawValue
      columns.append((key, try column(item, elementCount: elementCount, dictionary)))
    }
    return columns
  }

  private func column(_ item: UInt32, elementCount: Int, _ dictionary: ImageText)
    throws(ImageError) -> ImageColumn
  {
    guard let section = file.section(.columnValues, item),
      let form = ImageFormat.Form(rawValue: section.form)
    else { throw .damaged("the values of a property are missing") }
    let isSparse = file.section(.columnElements, item) != nil
    let hasGaps = file.section(.columnPresence, item) != nil
    let length =
      if !isSparse, file.section(.columnSteps, item) != nil {
        elementCount
      } else {
        !isSparse && hasGaps ? section.length / section.width : section.count
      }
    guard max(section.count, length) <= elementCount else {
      throw .damaged("a property has more values than there are elements")
    }
    return ImageColumn(
      form: form,
      count: section.count,
      numbers: ImageNumbers(try numbers(section, form, count: length), count: length),
      tags: form == .mixed ? try indices(.columnTags, item, count: length) : .empty,
      elements: isSparse ? try indices(.columnElements, item, count: length) : nil,
      presence: hasGaps
        ? try indices(.columnPresence, item, count: (length + 7) / 8) : nil,
      dictionary: dictionary,
      order: try order(item, form, count: section.count)
    )
  }

  /// Returns the order of the texts of a column; `nil` where there is none.
  private func order(_ item: UInt32, _ form: ImageFormat.Form, count: Int) throws(ImageError)
    -> ImageTextOrder.Sections?
  {
    guard file.section(.columnOrder, item) != nil else { return nil }
    guard form == .string else { throw .damaged("the values that are in order are no texts") }
    return ImageTextOrder.Sections(
      elements: try indices(.columnOrder, item, count: count),
      backwards: try indices(.columnBackwardOrder, item, count: count),
      heads: try heads(.columnHeads, item, count: count),
      tails: try heads(.columnTails, item, count: count)
    )
  }

  private func heads(_ kind: ImageFormat.Kind, _ item: UInt32, count: Int) throws(ImageError)
    -> TextHeads
  {
    let words = try words(kind, item)
    guard words.count == ImageFormat.headCount(ofTexts: count) else {
      throw .damaged("the section of \(kind) has the wrong length")
    }
    return TextHeads(words)
  }

  private func numbers(
    _ section: ImageStorage.Section,
    _ form: ImageFormat.Form,
    count: Int
  ) throws(ImageError) -> ImageNumbers.Form {
    let item = section.item
    if form == .integer || form == .mixed, file.section(.columnSteps, item) != nil {
      return try steps(item)
    }
    guard section.length == count * section.width else {
      throw .damaged("the values of a property are too few or too many")
    }
    if section.width == 8 {
      guard form != .boolean, form != .string, form != .json else {
        throw .damaged("the values of a property are too wide")
      }
      return .words(try words(.columnValues, item))
    }
    let numbers = try indices(.columnValues, item)
    switch form {
    case .boolean: return .narrow(numbers, base: 0)
    case .string, .json:
      guard file.section(.columnCodes, item) != nil else { return .narrow(numbers, base: 0) }
      return .coded(numbers, codes: try indices(.columnCodes, item))
    case .integer, .date:
      let base = try words(.columnBase, item)
      guard base.count == 1 else { throw .damaged("the base of a property is missing") }
      return .narrow(numbers, base: base[0])
    case .float, .mixed: throw .damaged("the values of a property are too narrow")
    }
  }

  private func steps(_ item: UInt32) throws(ImageError) -> ImageNumbers.Form {
    let words = try words(.columnSteps, item)
    var (starts, numbers): ([Int], [UInt64]) = ([], [])
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      guard let start = Int(exactly: words[place]), start > starts.last ?? -1 else {
        throw .damaged("the steps of a property are not in order")
      }
      starts.append(start)
      numbers.append(words[place + 1])
    }
    return .steps(starts: starts, numbers: numbers)
  }
}
