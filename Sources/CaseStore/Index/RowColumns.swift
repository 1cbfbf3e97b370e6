import GraphModel

/// Holds the values of rows of one shape, column by column, without making values of them.
package struct RowColumns: Sendable {
  /// What a value is.
  package enum Kind: UInt8, Sendable {
    case null, integer
    /// A text that stands in JSON as it is, but for its quotes.
    case plainText
    /// Any other JSON.
    case other
  }

  /// The values of one property key.
  struct Column {
    let kinds: ContiguousArray<Kind>
    /// The integers; of texts and other JSON, where in the bytes each is.
    var numbers: ContiguousArray<Int64>
    fileprivate let kindBits: UInt8
  }

  private let columnCount: Int
  private let capacity: Int
  package private(set) var count = 0
  /// All of the first column, then all of the second, and so on.
  private var kinds: ContiguousArray<Kind>
  private var numbers: ContiguousArray<Int64>
  /// Which kinds each column has, one bit each.
  private var kindBits: ContiguousArray<UInt8>

  /// Has room for as many rows.
  package init(columnCount: Int, capacity: Int) {
    self.columnCount = columnCount
    self.capacity = capacity
    kinds = ContiguousArray(repeating: .null, count: columnCount * capacity)
    numbers = ContiguousArray(repeating: 0, count: columnCount * capacity)
    kindBits = ContiguousArray(repeating: 0, count: columnCount)
  }

  // MARK: - Filling

  /// Adds an integer of less than 19 digits, or null, to the row that is being filled.
  @inline(__always)
  package mutating func put(_ number: Int64, _ kind: Kind, _ column: Int) {
    numbers[column * capacity + count] = number
    kinds[column * capacity + count] = kind
    kindBits[column] |= 1 &<< kind.rawValue
  }

  /// Adds a text or other JSON, which is at a place in some bytes; of a plain text without its
  /// quotes.
  @inline(__always)
  package mutating func put(_ range: Range<Int>, _ kind: Kind, _ column: Int) {
    put(Int64(range.lowerBound) &<< 32 | Int64(range.upperBound), kind, column)
  }

  /// Adds the JSON at a place in some bytes.
  package mutating func put(_ bytes: Span<UInt8>, _ range: Range<Int>, _ column: Int) {
    var offset = range.lowerBound
    put(JSONElement.scan(bytes, &offset, range.upperBound), bytes, range, column)
  }

  @inline(__always)
  private mutating func put(
    _ kind: Kind,
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ column: Int
  ) {
    switch kind {
    case .null: put(0, .null, column)
    case .integer:
      guard let number = JSONElement.integer(bytes, range) else {
        return put(range, .other, column)
      }
      put(number, .integer, column)
    case .plainText: put(range.lowerBound + 1..<range.upperBound - 1, .plainText, column)
    case .other: put(range, .other, column)
    }
  }

  /// Goes to the next row.
  @inline(__always)
  package mutating func endRow() { count += 1 }

  /// Adds the row whose value is at a place in some bytes; returns whether it is an array of as many
  /// values as there are columns.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard count < capacity else { return false }
    defer { endRow() }
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.upperBound - 1] == UInt8(ascii: "]")
    else { return false }
    let end = range.upperBound - 1
    var offset = range.lowerBound + 1
    for column in 0..<columnCount {
      let start = offset
      let kind = JSONElement.scan(bytes, &offset, end)
      guard offset > start, offset <= end, offset == end || bytes[offset] == UInt8(ascii: ",")
      else {
        return false
      }
      put(kind, bytes, start..<offset, column)
      // The last one is followed by the bracket.
      offset += 1
    }
    return columnCount == 0 ? offset == end : offset == end + 1
  }

  // MARK: - Reading

  /// The values of a column; `nil` where all are null.
  func column(_ index: Int) -> Column? {
    guard index < columnCount, kindBits[index] & ~1 != 0 else { return nil }
    let places = index * capacity..<index * capacity + count
    return Column(
      kinds: ContiguousArray(kinds[places]),
      numbers: ContiguousArray(numbers[places]),
      kindBits: kindBits[index]
    )
  }
}

extension RowColumns.Column {
  /// Whether all values are of this kind, or null.
  func hasOnly(_ kind: RowColumns.Kind) -> Bool { kindBits & ~(1 | 1 << kind.rawValue) == 0 }

  /// Whether some are null.
  var hasNulls: Bool { kindBits & 1 != 0 }

  /// Where in the bytes the text, or other JSON, of a row is.
  @inline(__always)
  func range(_ row: Int) -> Range<Int> {
    let number = numbers[row]
    return Int(number &>> 32)..<Int(number & 0xFFFF_FFFF)
  }
}
