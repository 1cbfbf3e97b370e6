extension ByteCursor {
  /// Appends a text that stands in JSON as it is: without controls, quotes, backslashes, and of
  /// ASCII, so that nobody need check its encoding.
  ///
  /// - Returns: Whether it does; else nothing is appended. There must be room for it and two quotes.
  @inline(__always)
  mutating func appendPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    let target = unsafe UnsafeMutableRawPointer(end) + 1
    guard let source = text.baseAddress, text.count >= 8 else {
      return unsafe appendShort(text)
    }
    var place = 0
    let last = text.count &- 8
    while true {
      let word = unsafe source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard unsafe Self.isPlain(word) else { return false }
      unsafe target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      if place == last { break }
      // The last word may begin within the one before it.
      place = min(place &+ 8, last)
    }
    unsafe appendQuotes(around: text.count)
    return true
  }

  private mutating func appendShort(_ text: UnsafeRawBufferPointer) -> Bool {
    for index in 0..<text.count {
      let byte = unsafe text[index]
      guard unsafe Self.isPlain(UInt64(byte) &* 0x0101_0101_0101_0101) else { return false }
      unsafe end[1 &+ index] = byte
    }
    unsafe appendQuotes(around: text.count)
    return true
  }

  @inline(__always)
  private mutating func appendQuotes(around count: Int) {
    unsafe end[0] = UInt8(ascii: "\"")
    unsafe end[count &+ 1] = UInt8(ascii: "\"")
    unsafe end += count &+ 2
  }

  /// Whether each of eight bytes is plain.
  @inline(__always)
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The highest bit of a byte is set where the byte, or a lower one, is below another.
    var found = bytes | ((bytes &- 0x20 &* ones) & ~bytes)
    for byte: UInt64 in [0x22, 0x5C, 0x7F] {
      let difference = bytes ^ (byte &* ones)
      found |= (difference &- ones) & ~difference
    }
    return found & (0x80 &* ones) == 0
  }

  /// Appends a day of a year of four digits, 22 bytes.
  ///
  /// - Returns: Whether it is one; else nothing is appended.
  mutating func appendPlain(_ date: CalendarDate) -> Bool {
    let (year, month, day) = date.components
    guard 0...9_999 ~= year else { return false }
    let frame: StaticString = #"{"$date":"0000-00-00"}"#
    unsafe end.update(from: frame.utf8Start, count: frame.utf8CodeUnitCount)
    for (place, pair) in [(10, year / 100), (12, year % 100), (15, month), (18, day)] {
      unsafe Self.write(UInt64(pair), to: end + place)
    }
    unsafe end += frame.utf8CodeUnitCount
    return true
  }
}
