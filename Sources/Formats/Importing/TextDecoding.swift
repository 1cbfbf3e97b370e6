/// Turns bytes of any encoding into UTF-8, piece by piece.
///
/// Without a word from outside, the encoding is what the bytes show: a byte order mark; else zeros
/// at every other place for UTF-16; else UTF-8, unless the first bytes beyond ASCII are not, and
/// then Windows-1252, or what `EncodingGuess` finds more likely.
struct TextDecoding {
  /// The encoding, as far as it is known; UTF-8 while there is nothing but ASCII.
  private(set) var encoding = TextEncoding.utf8
  /// Whether bytes that are no UTF-8 are handed on, for a reader that refuses only the row.
  var keepsInvalidBytes = false
  /// Whether the encoding is decided.
  private var isDecided = false
  private var isStart = true
  private let isForced: Bool
  private var upperHalf: [Unicode.Scalar] = []
  /// Bytes of a character that is not complete.
  private var rest: [UInt8] = []
  /// The first half of a surrogate pair.
  private var highSurrogate: UInt16?

  init(_ encoding: TextEncoding?) {
    isForced = encoding != nil
    guard let encoding else { return }
    decide(encoding)
  }

  private mutating func decide(_ encoding: TextEncoding) {
    self.encoding = encoding
    isDecided = true
    upperHalf = encoding.upperHalf ?? []
  }

  /// Returns the bytes as UTF-8; what is not complete waits for the next piece.
  mutating func decode(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
    var bytes = rest.isEmpty ? piece : rest + piece
    rest = []
    if isStart {
      // A mark of three bytes may come in two pieces.
      guard isLast || bytes.count >= 4 else {
        rest = bytes
        return []
      }
      isStart = false
      bytes.removeFirst(readStart(bytes))
    }
    if !isDecided { look(at: bytes, isLast: isLast) }
    switch encoding {
    case .utf8: return isDecided ? utf8(bytes, isLast: isLast) : bytes
    case .utf16LittleEndian, .utf16BigEndian: return utf16(bytes, isLast: isLast)
    default: return single(bytes)
    }
  }

  /// Decides by a mark or by zeros, and returns the length of the mark.
  private mutating func readStart(_ bytes: [UInt8]) -> Int {
    let marks: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian),
    ]
    for (mark, marked) in marks where bytes.starts(with: mark) {
      let isUTF16 = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
      if !isForced || isUTF16 && marked != .utf8 { decide(marked) }
      return encoding == marked ? mark.count : 0
    }
    guard !isForced else { return 0 }
    let sample = bytes.prefix(1024)
    let zeros = sample.enumerated().filter { $0.element == 0 }
    let odd = zeros.count { $0.offset.isMultiple(of: 2) == false }
    let pairs = sample.count / 2
    if odd * 10 >= pairs * 4, odd > 0, zeros.count - odd <= odd / 8 {
      decide(.utf16LittleEndian)
    } else if (zeros.count - odd) * 10 >= pairs * 4, zeros.count > odd, odd <= zeros.count / 8 {
      decide(.utf16BigEndian)
    }
    return 0
  }

  /// Decides by the first bytes beyond ASCII.
  private mutating func look(at bytes: [UInt8], isLast: Bool) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var (good, bad) = (0, 0)
    reading: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let character): if character.count > 1 { good += 1 }
      case .error: bad += 1
      case .emptyInput: break reading
      }
    }
    // The last character of a piece may be cut.
    if bad == 1, !isLast, Self.incompleteCount(bytes) > 0 { bad = 0 }
    decide(bad > good ? .windows1252 : .utf8)
    guard bad > good, let other = EncodingGuess.other(than: encoding, single(bytes)) else { return }
    decide(other)
  }

  // MARK: - Decoding

  private mutating func utf8(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var whole = bytes
    if !isLast {
      let count = Self.incompleteCount(bytes)
      rest = Array(bytes.suffix(count))
      whole.removeLast(count)
    }
    guard !keepsInvalidBytes, String(validating: whole, as: UTF8.self) == nil else { return whole }
    return Array(String(decoding: whole, as: UTF8.self).utf8)
  }

  /// Counts the bytes at the end that begin a character and do not end it.
  private static func incompleteCount(_ bytes: [UInt8]) -> Int {
    for count in 1...3 where count <= bytes.count {
      let byte = bytes[bytes.count - count]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > count ? count : 0
    }
    return 0
  }

  private func single(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else {
        append(upperHalf[Int(byte) - 0x80], to: &output)
      }
    }
    return output
  }

  private mutating func utf16(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let isLittle = encoding == .utf16LittleEndian
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      append(isLittle ? second << 8 | first : first << 8 | second, to: &output)
    }
    if !bytes.count.isMultiple(of: 2), let last = bytes.last {
      if isLast { output += Self.replacement } else { rest = [last] }
    }
    if isLast, highSurrogate != nil {
      output += Self.replacement
      highSurrogate = nil
    }
    return output
  }

  private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        append(Unicode.Scalar(value), to: &output)
        return
      }
      output += Self.replacement
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else if unit < 0x80 {
      output.append(UInt8(truncatingIfNeeded: unit))
    } else {
      append(Unicode.Scalar(unit), to: &output)
    }
  }

  private func append(_ scalar: Unicode.Scalar?, to output: inout [UInt8]) {
    guard let scalar, let character = UTF8.encode(scalar) else {
      output += Self.replacement
      return
    }
    output.append(contentsOf: character)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
