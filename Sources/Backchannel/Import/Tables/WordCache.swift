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

  /// Returns the number of the word in `span`, which `text` makes a text of if it is new here.
  mutating func id(of span: Span<UInt8>, text: () -> String?) -> Int64? {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in span.indices { hash = (hash ^ UInt64(span[index])) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEqual(entry, span) { return ids[entry] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let text = text() else { return nil }
    let id = words.id(of: text)
    slots[slot] = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    hashes.append(hash)
    for index in span.indices { bytes.append(span[index]) }
    starts.append(bytes.count)
    if ids.count * 2 > slots.count { grow() }
    return id
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
