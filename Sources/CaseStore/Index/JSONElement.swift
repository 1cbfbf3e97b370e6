import GraphModel

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
