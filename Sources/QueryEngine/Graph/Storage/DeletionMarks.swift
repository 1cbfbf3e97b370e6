/// Marks elements as deleted, one bit each; takes no memory before the first mark.
struct DeletionMarks {
  private var words: ContiguousArray<UInt64> = []
  /// The number of elements, marked or not.
  private(set) var count: Int

  init(count: Int = 0) { self.count = count }

  /// Whether an element is marked.
  subscript(index: Int) -> Bool {
    @inline(__always) get {
      let word = index &>> 6
      return word < words.count && words[word] &>> UInt64(index & 63) & 1 == 1
    }
    set {
      let word = index >> 6
      if word >= words.count {
        guard newValue else { return }
        words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
      }
      let bit: UInt64 = 1 << UInt64(index & 63)
      if newValue { words[word] |= bit } else { words[word] &= ~bit }
    }
  }

  /// Whether no element was ever marked.
  var isEmpty: Bool { words.isEmpty }

  /// Adds an element without a mark.
  mutating func append() { count += 1 }
}
