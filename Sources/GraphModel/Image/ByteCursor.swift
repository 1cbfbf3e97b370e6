/// Writes bytes one behind the other into memory of a buffer.
///
/// It does not look whether there is room: whoever has it asked for enough.
@unsafe struct ByteCursor {
  /// Where the next byte goes.
  var end: UnsafeMutablePointer<UInt8>

  /// So many bytes behind the last one may be overwritten, and be read behind what is copied.
  static let slack = 16

  init(_ end: UnsafeMutablePointer<UInt8>) { unsafe self.end = unsafe end }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    unsafe end.pointee = byte
    unsafe end += 1
  }

  /// Appends bytes that have readable ones behind them, by several at a time.
  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, count: Int) {
    var copied = 0
    while copied < count {
      unsafe UnsafeMutableRawPointer(end + copied)
        .copyMemory(from: start + copied, byteCount: Self.slack)
      unsafe copied &+= Self.slack
    }
    unsafe end += count
  }

  /// Appends the UTF-8 of a text.
  mutating func append(_ text: String) {
    for byte in text.utf8 { unsafe append(byte) }
  }

  /// Appends a number in decimal digits, 20 bytes at most.
  @inline(__always)
  mutating func append(_ number: Int64) {
    if number < 0 { unsafe append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    unsafe end += Self.digitCount(rest)
    var place = unsafe end
    while rest >= 100 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      unsafe place -= 2
      unsafe Self.write(pair, to: place)
      rest = quotient
    }
    if rest >= 10 {
      unsafe Self.write(rest, to: place - 2)
    } else {
      unsafe place[-1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
    }
  }

  /// Writes two digits.
  @inline(__always)
  static func write(_ number: UInt64, to place: UnsafeMutablePointer<UInt8>) {
    let pairs: StaticString = """
      00010203040506070809101112131415161718192021222324252627282930313233343536373839\
      40414243444546474849505152535455565758596061626364656667686970717273747576777879\
      8081828384858687888990919293949596979899
      """
    unsafe UnsafeMutableRawPointer(place)
      .copyMemory(from: pairs.utf8Start + Int(truncatingIfNeeded: 2 &* number), byteCount: 2)
  }

  /// How many decimal digits a number has.
  @inline(__always)
  private static func digitCount(_ number: UInt64) -> Int {
    var digits = 1
    var rest = number
    while rest >= 1_000_000 {
      rest /= 1_000_000
      digits &+= 6
    }
    // Without a branch: numbers of all lengths follow one another.
    let (two, three, four) = (rest >= 10, rest >= 100, rest >= 1_000)
    digits &+= (two ? 1 : 0) &+ (three ? 1 : 0) &+ (four ? 1 : 0)
    return digits &+ (rest >= 10_000 ? 1 : 0) &+ (rest >= 100_000 ? 1 : 0)
  }
}

/// Holds short pieces of bytes one behind the other, to be copied again and again.
@safe final class BytePieces {
  private let bytes: UnsafeMutablePointer<UInt8>
  /// Where each piece begins, and where the last one ends.
  private let starts: UnsafeMutablePointer<Int>
  /// The length of the longest one.
  let longest: Int

  init(_ pieces: [String]) {
    let count = unsafe pieces.reduce(ByteCursor.slack) { $0 + $1.utf8.count }
    unsafe bytes = .allocate(capacity: count)
    unsafe bytes.initialize(repeating: 0, count: count)
    unsafe starts = .allocate(capacity: pieces.count + 1)
    longest = pieces.reduce(0) { max($0, $1.utf8.count) }
    var cursor = unsafe ByteCursor(bytes)
    for (number, piece) in pieces.enumerated() {
      unsafe starts[number] = unsafe cursor.end - bytes
      unsafe cursor.append(piece)
    }
    unsafe starts[pieces.count] = unsafe cursor.end - bytes
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe starts.deallocate()
  }

  /// Appends the piece at a place, which must be one, without so many of its first bytes.
  @inline(__always)
  func append(_ number: Int, to cursor: inout ByteCursor, from first: Int = 0) {
    let (start, end) = unsafe (starts[number] &+ first, starts[number &+ 1])
    unsafe cursor.append(bytes + start, count: end &- start)
  }
}
