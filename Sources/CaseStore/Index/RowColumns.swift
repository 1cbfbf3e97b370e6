import GraphModel

/// Takes the values of rows of one shape apart, column by column, without making values of them.
struct RowColumns {
  /// What a value is.
  enum Kind: UInt8 {
    case null, integer
    /// A text that stands in JSON as it is, but for its quotes.
    case plainText
    /// Any other JSON.
    case other
  }

  /// The values of one property key.
  struct Column {
    let key: String
    let form: ValueForm
    var kinds: ContiguousArray<Kind> = []
    /// The integers; 0 for what is none.
    var numbers: ContiguousArray<Int64> = []
    /// Where the JSON of each value is, of a plain text without its quotes.
    var starts: ContiguousArray<Int32> = []
    var ends: ContiguousArray<Int32> = []
    /// Which kinds there are, one bit each.
    var kindBits: UInt8 = 0
  }

  private(set) var columns: [Column]
  private(set) var count = 0

  /// - Parameter shape: One whose values are arrays.
  init(_ shape: Shape) {
    columns = zip(shape.keys ?? [], shape.forms).map { Column(key: $0, form: $1) }
  }

  /// Forgets the rows.
  mutating func removeAll() {
    count = 0
    for index in columns.indices {
      columns[index].kinds.removeAll(keepingCapacity: true)
      columns[index].numbers.removeAll(keepingCapacity: true)
      columns[index].starts.removeAll(keepingCapacity: true)
      columns[index].ends.removeAll(keepingCapacity: true)
      columns[index].kindBits = 0
    }
  }

  /// Appends the row whose value is at a place in some bytes; returns whether it is an array of as
  /// many values as there are columns.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    count += 1
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.upperBound - 1] == UInt8(ascii: "]")
    else { return false }
    let end = range.upperBound - 1
    var offset = range.lowerBound + 1
    for index in columns.indices {
      let start = offset
      let kind = JSONElement.scan(bytes, &offset, end)
      guard offset > start, offset <= end, offset == end || bytes[offset] == UInt8(ascii: ",")
      else {
        return false
      }
      columns[index].append(kind, bytes, start..<offset)
      // The last one is followed by the bracket.
      offset += 1
    }
    return columns.isEmpty ? offset == end : offset == end + 1
  }
}

extension RowColumns.Column {
  @inline(__always)
  fileprivate mutating func append(
    _ scanned: RowColumns.Kind,
    _ bytes: Span<UInt8>,
    _ range: Range<Int>
  ) {
    var (kind, number) = (scanned, Int64(0))
    if kind == .integer {
      if let found = JSONElement.integer(bytes, range) { number = found } else { kind = .other }
    }
    let quote = kind == .plainText ? 1 : 0
    kinds.append(kind)
    kindBits |= 1 << kind.rawValue
    numbers.append(number)
    starts.append(Int32(truncatingIfNeeded: range.lowerBound + quote))
    ends.append(Int32(truncatingIfNeeded: range.upperBound - quote))
  }

  /// Whether all values are of these kinds, or null.
  func hasOnly(_ kind: RowColumns.Kind) -> Bool { kindBits & ~(1 | 1 << kind.rawValue) == 0 }
}

/// Finds where an element of a JSON array ends, and what it is.
enum JSONElement {
  /// Goes from the first byte of an element to the comma or the end behind it.
  @inline(__always)
  static func scan(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> RowColumns.Kind {
    guard offset < end else { return .other }
    switch bytes[offset] {
    case UInt8(ascii: "\""): return scanText(bytes, &offset, end)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      scanNested(bytes, &offset, end)
      return .other
    case UInt8(ascii: "n"):
      offset += 4
      return .null
    default:
      var isInteger = true
      while offset < end, bytes[offset] != UInt8(ascii: ",") {
        let byte = bytes[offset]
        isInteger = isInteger && (byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-"))
        offset += 1
      }
      return isInteger ? .integer : .other
    }
  }

  @inline(__always)
  private static func scanText(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int)
    -> RowColumns.Kind
  {
    var kind = RowColumns.Kind.plainText
    offset += 1
    while offset < end, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") {
        kind = .other
        offset += 1
      }
      offset += 1
    }
    offset += 1
    return kind
  }

  private static func scanNested(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) {
    var depth = 0
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        _ = scanText(bytes, &offset, end)
        continue
      default: break
      }
      offset += 1
      if depth == 0 { return }
    }
  }

  /// Reads a whole number; `nil` for one that does not fit, or is none.
  @inline(__always)
  static func integer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    let first = range.lowerBound + (isNegative ? 1 : 0)
    guard first < range.upperBound, range.upperBound - first <= 18 else { return nil }
    var number: Int64 = 0
    for index in first..<range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return isNegative ? -number : number
  }
}
