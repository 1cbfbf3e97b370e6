/// Maps keys to the numbers of the texts that have them.
struct PostingTable: Sendable {
  /// Distinct keys in ascending order.
  let keys: [String]
  /// Where the postings of each key start; one more at the end.
  private let starts: [Int32]
  private let postings: [Int32]
  /// The bytes of all keys, one after another, and where each key starts.
  private let bytes: [UInt8]
  private let byteStarts: [Int]
  /// Positions in `keys` by the number of bytes.
  private let byLength: [[Int32]]

  /// Collects pairs for a table; texts must come in ascending order.
  struct Builder {
    private var numbers: [String: Int] = [:]
    private var keys: [(key: String, texts: [Int32])] = []

    /// Notes that `text` has `key`; the empty key is ignored.
    mutating func add(_ key: String, text: Int32) {
      guard !key.isEmpty else { return }
      if let number = numbers[key] {
        if keys[number].texts.last != text { keys[number].texts.append(text) }
      } else {
        numbers[key] = keys.count
        keys.append((key, [text]))
      }
    }

    /// Makes the table.
    ///
    /// O(k log k) for k distinct keys.
    consuming func finished() -> PostingTable { PostingTable(keys.sorted { $0.key < $1.key }) }
  }

  private init(_ sorted: [(key: String, texts: [Int32])]) {
    keys = sorted.map(\.key)
    var starts: [Int32] = [0]
    var postings: [Int32] = []
    var bytes: [UInt8] = []
    var byteStarts = [0]
    var byLength: [[Int32]] = []
    for (position, (key, texts)) in sorted.enumerated() {
      postings += texts
      starts.append(Int32(clamping: postings.count))
      bytes += key.utf8
      let length = key.utf8.count
      byteStarts.append(bytes.count)
      while byLength.count <= length { byLength.append([]) }
      byLength[length].append(Int32(clamping: position))
    }
    (self.starts, self.postings, self.bytes) = (starts, postings, bytes)
    (self.byteStarts, self.byLength) = (byteStarts, byLength)
  }
}

extension PostingTable {
  /// Returns the texts that have `key`, ascending.
  ///
  /// O(log k).
  func texts(for key: String) -> ArraySlice<Int32> {
    let position = keys.lowerBound { $0 < key }
    guard position < keys.count, keys[position] == key else { return [] }
    return texts(at: position)
  }

  /// Returns the texts with a key that begins with `prefix`, in no order, with repetitions.
  func texts(withPrefix prefix: String) -> ArraySlice<Int32> {
    let first = keys.lowerBound { $0 < prefix }
    let count = keys[first...].lowerBound { $0.utf8.starts(with: prefix.utf8) } - first
    return postings[Int(starts[first])..<Int(starts[first + count])]
  }

  /// Returns the texts with a key that one edit turns into `key`, in no order, with repetitions.
  ///
  /// An edit inserts, deletes or replaces one byte (keys are nearly always ASCII) or swaps two
  /// neighbours. Compares all keys of about the same length: some 10 ns each.
  func texts(oneEditFrom key: String) -> [Int32] {
    let wanted = Array(key.utf8)
    var found: [Int32] = []
    for length in max(1, wanted.count - 1)...(wanted.count + 1) where length < byLength.count {
      for position in byLength[length].lazy.map(Int.init) {
        let start = byteStarts[position]
        if Self.isOneEdit(bytes[start..<(start + length)], wanted[...]) {
          found += texts(at: position)
        }
      }
    }
    return found
  }

  private func texts(at position: Int) -> ArraySlice<Int32> {
    postings[Int(starts[position])..<Int(starts[position + 1])]
  }

  private static func isOneEdit(_ key: ArraySlice<UInt8>, _ wanted: ArraySlice<UInt8>) -> Bool {
    var (left, right) = (key, wanted)
    while let letter = left.first, letter == right.first {
      left = left.dropFirst()
      right = right.dropFirst()
    }
    while let letter = left.last, letter == right.last {
      left = left.dropLast()
      right = right.dropLast()
    }
    switch (left.count, right.count) {
    case (0, 1), (1, 0), (1, 1): return true
    case (2, 2): return left.first == right.last && left.last == right.first
    default: return false
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// Returns the first position whose element is not `before`; elements before it must all be.
  func lowerBound(where before: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if before(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
