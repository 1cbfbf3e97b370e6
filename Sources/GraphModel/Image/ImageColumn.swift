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
  let order: ImageTextOrder.Sections?
  /// Of a sparse column, where its elements stand, when they are asked for often.
  let ranks = ImageRankCache()

  init(
    form: ImageFormat.Form,
    count: Int,
    numbers: ImageNumbers,
    tags: ImageIndices,
    elements: ImageIndices?,
    presence: ImageIndices?,
    dictionary: ImageText,
    order: ImageTextOrder.Sections?
  ) {
    self.form = form
    self.count = count
    self.numbers = numbers
    self.tags = tags
    self.elements = elements
    self.presence = presence
    self.dictionary = dictionary
    self.order = order
  }

  /// Returns the value of an element; null where it has none.
  public func value(_ element: UInt32) -> Value {
    place(of: element).map(value(at:)) ?? .null
  }

  /// Returns the place of an element's value; `nil` where it has none.
  @inline(__always)
  func place(of element: UInt32) -> Int? {
    let index = Int(element)
    if let elements { return elements.place(of: element) }
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
  public func elements(with integer: Int64) -> ContiguousArray<UInt32> {
    var found: ContiguousArray<UInt32> = []
    func add(_ word: UInt64) {
      numbers.forEachPlace(of: word) { place in
        if self.place(of: UInt32(place)) != nil { found.append(UInt32(place)) }
      }
    }
    add(UInt64(bitPattern: integer))
    if form == .mixed {
      add(Double(integer).bitPattern)
      add((-Double(integer)).bitPattern)
    }
    return found
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
