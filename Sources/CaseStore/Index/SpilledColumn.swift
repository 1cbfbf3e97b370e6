import GraphModel

/// Collects the values of one property key in ascending order of elements, and what must be known to
/// write them in few bytes.
///
/// Memory does not grow but for one bit per element.
struct SpilledColumn {
  var words = SpilledWords()
  /// The form of each value; only where there are several.
  private(set) var tags = SpillFile.List()
  /// The number of values.
  var count = 0
  /// The form of all values, or mixed.
  var form: ImageFormat.Form?
  /// The least and the greatest value of integers and dates.
  var bounds: ClosedRange<Int64> = 0...0
  var codes = ColumnCodes()
  /// Where values, taken for integers, do not go on counting up, and with what; `nil` when there are
  /// too many such places, or values that nobody has looked at.
  var steps: [(element: UInt32, number: Int64)]? = []
  /// One bit per element, the lowest first.
  var presence: ContiguousArray<UInt64> = []

  private static let stepLimit = 64

  /// Appends a value that is not null, in the form in which the image has it.
  mutating func append(
    _ word: UInt64,
    _ form: ImageFormat.Form,
    of element: UInt32,
    _ spill: SpillFile
  ) throws(StorageError) {
    try note(form, spill)
    let number = Int64(bitPattern: word)
    if steps != nil { noteStep(number, element) }
    switch form {
    case .integer, .date: widen(number)
    case .string, .json: codes.note(UInt32(truncatingIfNeeded: word))
    case .float, .boolean, .mixed: break
    }
    let place = Int(element &>> 6)
    while presence.count <= place { presence.append(0) }
    presence[place] |= 1 << UInt64(element & 63)
    count += 1
    try words.append(word, spill)
  }

  private mutating func widen(_ number: Int64) {
    bounds =
      count == 0
      ? number...number
      : min(bounds.lowerBound, number)...max(bounds.upperBound, number)
  }

  mutating func noteStep(_ number: Int64, _ element: UInt32) {
    if let last = steps?.last,
      number == last.number.addingReportingOverflow(Int64(element - last.element)).partialValue
    {
      return
    }
    if (steps?.count ?? 0) < Self.stepLimit {
      steps?.append((element, number))
    } else {
      steps = nil
    }
  }

  private mutating func note(_ form: ImageFormat.Form, _ spill: SpillFile) throws(StorageError) {
    guard let known = self.form else { return self.form = form }
    if known == form { return }
    if known != .mixed {
      for _ in 0..<count { try spill.append(UInt8(known.rawValue), to: &tags) }
      self.form = .mixed
    }
    try spill.append(UInt8(form.rawValue), to: &tags)
  }

  /// The element behind the last that has a value.
  var end: Int { max(0, presence.count << 6 - (presence.last ?? 0).leadingZeroBitCount) }

  /// Whether an element has a value.
  func has(_ element: Int) -> Bool {
    let place = element >> 6
    return place < presence.count && presence[place] >> UInt64(element & 63) & 1 == 1
  }

  /// Hands out the elements in order.
  func eachElement(_ body: (UInt32) throws(StorageError) -> Void) throws(StorageError) {
    for (place, word) in presence.enumerated() {
      var rest = word
      while rest != 0 {
        try body(UInt32(place << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }
}

/// Gives small numbers to the texts of a column, as long as there are few.
struct ColumnCodes {
  /// What the codes stand for, in order; `nil` when there are too many.
  private(set) var numbers: ContiguousArray<UInt32>? = []
  /// An open hash table of codes plus one.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 256)
  private var last: UInt32?

  private static let limit = 1 << 16

  /// Remembers a number.
  mutating func note(_ number: UInt32) {
    guard number != last, let known = numbers else { return }
    last = number
    let slot = slot(of: number)
    guard slots[slot] == 0 else { return }
    guard known.count < Self.limit else {
      numbers = nil
      return slots = []
    }
    numbers?.append(number)
    slots[slot] = UInt32(known.count + 1)
    if known.count * 2 > slots.count { grow() }
  }

  /// The code of a number that was remembered.
  func code(_ number: UInt32) -> UInt32 { slots[slot(of: number)] &- 1 }

  private func slot(of number: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &>> 40)
    slot &= slots.count - 1
    while slots[slot] != 0, numbers?[Int(slots[slot]) - 1] != number {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 4)
    for (code, number) in (numbers ?? []).enumerated() {
      slots[slot(of: number)] = UInt32(code + 1)
    }
  }
}
