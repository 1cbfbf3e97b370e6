import GraphModel

/// Collects a list of texts for an image.
struct SpilledText {
  private(set) var offsets = SpillFile.List()
  private(set) var bytes = SpillFile.List()
  private(set) var count = 0

  init(_ spill: SpillFile) throws(StorageError) { try spill.append(UInt32(0), to: &offsets) }

  /// Appends a text.
  ///
  /// - Throws: `tooLarge` beyond 4 GiB of texts in one list.
  mutating func append(_ text: UnsafeRawBufferPointer, _ spill: SpillFile) throws(StorageError) {
    guard let end = UInt32(exactly: bytes.count + text.count), count < ImageFormat.elementLimit
    else {
      throw StorageError(.tooLarge, "the case has more text than an index can hold")
    }
    try unsafe spill.append(text, to: &bytes)
    try spill.append(end, to: &offsets)
    count += 1
  }

  /// Appends a text.
  mutating func append(_ text: String, _ spill: SpillFile) throws(StorageError) {
    try unsafe text.withBytes { (bytes) throws(StorageError) in try unsafe append(bytes, spill) }
  }
}

extension String {
  /// Lets `body` read the UTF-8 form.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws(StorageError) -> Result)
    throws(StorageError) -> Result
  {
    let utf8 = ContiguousArray(utf8)
    return try unsafe utf8.withUnsafeBufferPointer { (bytes) throws(StorageError) in
      try unsafe body(UnsafeRawBufferPointer(bytes))
    }
  }
}

/// Gives numbers to texts that occur again and again, and keeps each as seldom as it can.
///
/// It remembers a limited number of texts, so that memory does not grow with the case; a text that
/// was forgotten gets a second number.
struct SpilledDictionary {
  private(set) var texts: SpilledText
  /// The numbers of remembered texts plus one, by the low bits of their hashes.
  private var numbers = ContiguousArray<UInt32>(repeating: 0, count: firstCapacity)
  /// How long each of them is.
  private var lengths = ContiguousArray<UInt32>(repeating: 0, count: firstCapacity)
  /// Their bytes, as many places for each.
  private var bytes = ContiguousArray<UInt8>(repeating: 0, count: firstCapacity * longest)

  private static let firstCapacity = 1 << 6
  private static let lastCapacity = 1 << 16
  private static let longest = 64

  init(_ spill: SpillFile) throws(StorageError) { texts = try SpilledText(spill) }

  /// Returns the number of a text.
  mutating func number(of text: String, _ spill: SpillFile) throws(StorageError) -> UInt32 {
    let utf8 = ContiguousArray(text.utf8)
    return try unsafe utf8.withUnsafeBufferPointer { (bytes) throws(StorageError) in
      try unsafe number(of: UnsafeRawBufferPointer(bytes), spill)
    }
  }

  /// Returns the number of a text of UTF-8 bytes.
  mutating func number(of text: Span<UInt8>, _ spill: SpillFile) throws(StorageError) -> UInt32 {
    try unsafe text.withUnsafeBufferPointer { (bytes) throws(StorageError) in
      try unsafe number(of: UnsafeRawBufferPointer(bytes), spill)
    }
  }

  /// Returns the number of a text of UTF-8 bytes.
  mutating func number(of text: UnsafeRawBufferPointer, _ spill: SpillFile) throws(StorageError)
    -> UInt32
  {
    let place = Int(truncatingIfNeeded: unsafe ImageChecksum.hash(text)) & (numbers.count - 1)
    let start = place * Self.longest
    if numbers[place] > 0, Int(lengths[place]) == text.count,
      unsafe bytes[start..<start + text.count].elementsEqual(text)
    {
      return numbers[place] - 1
    }
    let number = UInt32(texts.count)
    try unsafe texts.append(text, spill)
    guard texts.count <= numbers.count || numbers.count == Self.lastCapacity else {
      grow()
      return number
    }
    guard text.count <= Self.longest else { return number }
    numbers[place] = number + 1
    lengths[place] = UInt32(text.count)
    for index in 0..<text.count { bytes[start + index] = unsafe text[index] }
    return number
  }

  /// Makes room, and forgets all texts.
  private mutating func grow() {
    let capacity = min(numbers.count * 8, Self.lastCapacity)
    numbers = ContiguousArray(repeating: 0, count: capacity)
    lengths = ContiguousArray(repeating: 0, count: capacity)
    bytes = ContiguousArray(repeating: 0, count: capacity * Self.longest)
  }
}
