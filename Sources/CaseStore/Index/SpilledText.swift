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
  private var remembered: ContiguousArray<(text: String, number: UInt32)?>

  private static let capacity = 1 << 16

  init(_ spill: SpillFile) throws(StorageError) {
    texts = try SpilledText(spill)
    remembered = ContiguousArray(repeating: nil, count: Self.capacity)
  }

  /// Returns the number of a text.
  mutating func number(of text: String, _ spill: SpillFile) throws(StorageError) -> UInt32 {
    let place = Int(truncatingIfNeeded: ImageChecksum.hash(text)) & (Self.capacity - 1)
    // Texts that are equal to Swift may differ in composition, and must stay apart.
    if let known = remembered[place], known.text.utf8.elementsEqual(text.utf8) {
      return known.number
    }
    let number = UInt32(texts.count)
    try texts.append(text, spill)
    if text.utf8.count <= 256 { remembered[place] = (text, number) }
    return number
  }
}
