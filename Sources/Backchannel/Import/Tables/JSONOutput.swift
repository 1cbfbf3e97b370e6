import GraphModel

/// Collects JSON as bytes; the room is looked after once for each value.
struct JSONOutput {
  private var bytes: ContiguousArray<UInt8>
  private(set) var count = 0

  /// - Parameter capacity: How many bytes there is room for at first.
  init(capacity: Int) { bytes = ContiguousArray(repeating: 0, count: capacity) }

  /// Lets `body` read what was appended.
  func withSpan(_ body: (Span<UInt8>) -> Void) { body(bytes.span.extracting(first: count)) }

  /// Ends, and returns what was appended.
  consuming func finish() -> ContiguousArray<UInt8> {
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  @inline(__always)
  private mutating func makeRoom(_ needed: Int) {
    if bytes.count - count < needed { grow(needed) }
  }

  @inline(never)
  private mutating func grow(_ needed: Int) {
    bytes.append(contentsOf: repeatElement(0, count: needed + bytes.count))
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    bytes[count] = byte
    count += 1
  }

  /// Appends a text as it is.
  mutating func append(_ text: String) {
    makeRoom(text.utf8.count)
    for byte in text.utf8 { append(byte) }
  }

  /// Appends a number.
  @inline(__always)
  mutating func append(_ number: Int64) {
    guard number >= 0 else { return append(String(number)) }
    var rest = UInt64(number)
    var digits = 1
    var bound: UInt64 = 10
    // No number has more than 19 digits.
    while rest >= bound, digits < 19 {
      digits += 1
      bound &*= 10
    }
    makeRoom(digits)
    let start = count
    count += digits
    var place = count
    var output = bytes.mutableSpan
    while place > start {
      place -= 1
      output[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Appends a text as a JSON string and returns whether it stands there as it is; else nothing is
  /// appended.
  @inline(__always)
  mutating func append(plain text: Span<UInt8>) -> Bool {
    makeRoom(text.count + 2)
    var place = count
    var output = bytes.mutableSpan
    output[place] = UInt8(ascii: "\"")
    for index in text.indices {
      let byte = text[index]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      else { return false }
      place += 1
      output[place] = byte
    }
    output[place + 1] = UInt8(ascii: "\"")
    count = place + 2
    return true
  }
}
