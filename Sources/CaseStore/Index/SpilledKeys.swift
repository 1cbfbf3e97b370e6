import GraphModel

/// Says what the key of an element is.
public enum IndexKey: Sendable {
  /// A text of its own.
  case own(String)
  /// A text and a number, such as those of the rows of a table.
  case counted(prefix: String, number: Int64)
}

/// Collects the keys of nodes, or of relationships: keys that count up take no room.
struct SpilledKeys {
  private(set) var texts: SpilledText
  private(set) var ranges: [ImageKeyRanges.Range] = []
  private(set) var count = 0

  init(_ spill: SpillFile) throws(StorageError) { texts = try SpilledText(spill) }

  /// Appends the key of one element.
  mutating func append(_ key: IndexKey, _ spill: SpillFile) throws(StorageError) {
    switch key {
    case .own(let text):
      try texts.append(text, spill)
      count += 1
    case .counted(let prefix, let number): append(prefix, number, count: 1)
    }
  }

  /// Appends the keys of elements that count up.
  mutating func append(_ prefix: String, _ number: Int64, count added: Int) {
    defer { count += added }
    if let last = ranges.last, last.prefix == prefix, last.first + last.count == count,
      last.firstNumber + Int64(last.count) == number
    {
      ranges[ranges.count - 1] = .init(
        first: last.first,
        count: last.count + added,
        firstNumber: last.firstNumber,
        prefix: prefix
      )
    } else {
      ranges.append(.init(first: count, count: added, firstNumber: number, prefix: prefix))
    }
  }
}
