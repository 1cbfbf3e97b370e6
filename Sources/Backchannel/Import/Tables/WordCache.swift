import CaseStore

/// Remembers the numbers of words by their bytes, for one thread.
struct WordCache {
  private let words: WordTable
  private var slots: ContiguousArray<Int32> = ContiguousArray(repeating: -1, count: 1024)
  private var hashes: ContiguousArray<UInt64> = []
  private var starts: ContiguousArray<Int> = [0]
  private var bytes: ContiguousArray<UInt8> = []
  private var ids: ContiguousArray<Int64> = []

  init(_ words: WordTable) { self.words = words }

  /// Returns the number of the word with these bytes; `nil` when it is new here.
  func id(of span: Span<UInt8>) -> Int64? {
    let hash = Self.hash(span)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEqual(entry, span) { return ids[entry] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Remembers a word that is new here, and returns its number.
  mutating func add(_ text: String, _ span: Span<UInt8>, isFrequent: Bool) -> Int64 {
    let id = words.id(of: text, isFrequent: isFrequent)
    let hash = Self.hash(span)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    hashes.append(hash)
    for index in span.indices { bytes.append(span[index]) }
    starts.append(bytes.count)
    if ids.count * 2 > slots.count { grow() }
    return id
  }

  /// Eight bytes at a time; only within this thread do hashes count.
  private static func hash(_ span: Span<UInt8>) -> UInt64 {
    unsafe span.withUnsafeBytes { bytes in
      var hash = UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        hash ^= unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = rest &<< 8 | UInt64(unsafe bytes[offset])
        offset += 1
      }
      hash = (hash ^ hash &>> 32 ^ rest) &* 0x9E37_79B9_7F4A_7C15
      return hash ^ hash &>> 29
    }
  }

  private func isEqual(_ entry: Int, _ span: Span<UInt8>) -> Bool {
    let start = starts[entry]
    guard starts[entry + 1] - start == span.count else { return false }
    for index in span.indices where bytes[start + index] != span[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 4)
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: entry)
    }
  }
}
