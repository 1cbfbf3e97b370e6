/// Reads the values of one property key of the nodes, or of the relationships, of an image.
public final class ImageColumn: Sendable {
  /// The form of the values.
  public let form: ImageFormat.Form
  /// The number of elements with a value.
  public let count: Int
  let numbers: ImageNumbers
  let tags: ImageIndices
  /// The elements of a sparse column.
  let elements: ImageIndices?
  /// A byte for eight elements each, of a dense column with gaps.
  let presence: ImageIndices?
  let dictionary: ImageText

  init(
    form: ImageFormat.Form,
    count: Int,
    numbers: ImageNumbers,
    tags: ImageIndices,
    elements: ImageIndices?,
    presence: ImageIndices?,
    dictionary: ImageText
  ) {
    self.form = form
    self.count = count
    self.numbers = numbers
    self.tags = tags
    self.elements = elements
    self.presence = presence
    self.dictionary = dictionary
  }

  /// Returns the value of an element; null where it has none.
  public func value(_ element: UInt32) -> Value {
    place(of: element).map(value(at:)) ?? .null
  }

  /// Returns the place of an element's value; `nil` where it has none.
  @inline(__always)
  func place(of element: UInt32) -> Int? {
    let index = Int(element)
    if let elements {
      let place = elements.lowerBound(of: element, in: 0..<elements.count)
      return place < elements.count && elements[place] == element ? place : nil
    }
    guard let presence else { return index < numbers.count ? index : nil }
    guard index >> 3 < presence.count else { return nil }
    return presence[index >> 3] >> UInt32(index & 7) & 1 == 1 ? index : nil
  }

  /// Returns whether the value of an element may equal one of some integers; true in doubt.
  @inline(__always)
  public func mayHold(_ wanted: IntegerSet, _ element: UInt32) -> Bool {
    guard let place = place(of: element) else { return false }
    switch form {
    case .integer: return wanted.contains(Int64(bitPattern: numbers[place]))
    case .mixed:
      return tags[place] != ImageFormat.Form.integer.rawValue
        || wanted.contains(Int64(bitPattern: numbers[place]))
    case .float, .json: return true
    case .boolean, .string, .date: return false
    }
  }

  /// Whether the elements with a number can be told without a look at any other.
  public var isCounted: Bool {
    (form == .integer || form == .mixed) && elements == nil && numbers.areSteps
  }

  /// Returns the elements that may have a number, of a column that is counted: all that have it, and
  /// perhaps others.
  public func elements(with integer: Int64) -> [UInt32] {
    var words = [UInt64(bitPattern: integer)]
    if form == .mixed { words += [Double(integer).bitPattern, (-Double(integer)).bitPattern] }
    return words.flatMap(numbers.places(of:)).compactMap { UInt32(exactly: $0) }
      .filter { place(of: $0) != nil }
  }

  func value(at place: Int) -> Value {
    guard form == .mixed else { return Self.value(form, numbers[place], dictionary) }
    return ImageFormat.Form(rawValue: tags[place]).map {
      Self.value($0, numbers[place], dictionary)
    } ?? .null
  }

  static func value(_ form: ImageFormat.Form, _ word: UInt64, _ dictionary: ImageText) -> Value {
    switch form {
    case .integer: return .integer(Int64(bitPattern: word))
    case .float: return .float(Double(bitPattern: word))
    case .boolean: return .boolean(word != 0)
    case .string: return .string(dictionary[Int(truncatingIfNeeded: word)])
    case .date:
      return CalendarDate(dayNumber: Int(Int64(bitPattern: word))).map(Value.date) ?? .null
    case .json:
      let text = dictionary[Int(truncatingIfNeeded: word)]
      guard let json = try? JSONReader.read(text.utf8).json else { return .null }
      return Value(json: json) ?? .null
    case .mixed: return .null
    }
  }
}

// MARK: - Batches

extension ImageColumn {
  /// Returns the form that the values of all these elements have; `mixed` where they differ.
  public func form(of elements: ContiguousArray<UInt32>) -> ImageFormat.Form {
    guard form == .mixed else { return form }
    var common: UInt32?
    for element in elements {
      guard let place = place(of: element) else { continue }
      let tag = tags[place]
      guard tag == common ?? tag else { return .mixed }
      common = tag
    }
    return common.flatMap(ImageFormat.Form.init(rawValue:)) ?? .mixed
  }

  /// Returns the integers of elements, or the numbers of their days, and 0 with a mark where there is
  /// none; for columns of integers and of dates.
  public func integers(of elements: ContiguousArray<UInt32>)
    -> (numbers: ContiguousArray<Int64>, isNull: ContiguousArray<Bool>)
  {
    var step = ImageNumbers.Step()
    return batch(elements) { Int64(bitPattern: numbers.number($0, near: &step)) }
  }

  /// Returns the floats of elements, and 0 with a mark where there is none; for float columns.
  public func floats(of elements: ContiguousArray<UInt32>)
    -> (numbers: ContiguousArray<Double>, isNull: ContiguousArray<Bool>)
  {
    batch(elements) { Double(bitPattern: numbers[$0]) }
  }

  /// Returns the numbers that the texts of elements have in `texts`, and `UInt32.max` where there is
  /// none; for columns of text.
  public func textCodes(of elements: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    let (codes, isNull) = batch(elements) { UInt32(truncatingIfNeeded: numbers[$0]) }
    guard !isNull.isEmpty else { return codes }
    return ContiguousArray(zip(codes, isNull).lazy.map { $1 ? .max : $0 })
  }

  /// The texts of a column of text.
  public var texts: ImageText { dictionary }

  /// Returns the values of elements.
  public func values(of elements: ContiguousArray<UInt32>) -> ContiguousArray<Value> {
    ContiguousArray(elements.lazy.map(value))
  }

  private func batch<Number: ExpressibleByIntegerLiteral>(
    _ elements: ContiguousArray<UInt32>,
    _ read: (Int) -> Number
  ) -> (ContiguousArray<Number>, ContiguousArray<Bool>) {
    var found = ContiguousArray<Number>(repeating: 0, count: elements.count)
    var isNull: ContiguousArray<Bool> = []
    for (row, element) in elements.enumerated() {
      if let place = place(of: element) {
        found[row] = read(place)
      } else {
        if isNull.isEmpty { isNull = ContiguousArray(repeating: false, count: elements.count) }
        isNull[row] = true
      }
    }
    return (found, isNull)
  }
}
