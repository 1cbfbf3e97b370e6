/// Lists what a person can press.
enum Key: Hashable {
  case text(Character)
  case enter, tab, backspace, delete, left, right, up, down, home, end
  case wordLeft, wordRight
  /// Ctrl and a letter.
  case control(Character)
  case escape
  case endOfInput
}

/// Makes keys of the bytes that a terminal sends.
struct KeyReader {
  private let next: () -> UInt8?

  init(_ next: @escaping () -> UInt8?) { self.next = next }

  /// Returns the next key.
  func read() -> Key {
    guard let byte = next() else { return .endOfInput }
    switch byte {
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x7F, 0x08: return .backspace
    case 0x1B: return readEscape()
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x00...0x1F: return .escape
    default: return readCharacter(byte)
    }
  }

  private func readEscape() -> Key {
    guard let second = next() else { return .escape }
    switch second {
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case UInt8(ascii: "["), UInt8(ascii: "O"): return readSequence()
    default: return .escape
    }
  }

  private func readSequence() -> Key {
    var parameters = ""
    while let byte = next() {
      guard (0x40...0x7E).contains(byte) else {
        parameters.append(Character(Unicode.Scalar(byte)))
        continue
      }
      let isWord = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
      switch (byte, parameters) {
      case (UInt8(ascii: "A"), _): return .up
      case (UInt8(ascii: "B"), _): return .down
      case (UInt8(ascii: "C"), _): return isWord ? .wordRight : .right
      case (UInt8(ascii: "D"), _): return isWord ? .wordLeft : .left
      case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): return .home
      case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): return .end
      case (UInt8(ascii: "~"), "3"): return .delete
      default: return .escape
      }
    }
    return .endOfInput
  }

  private func readCharacter(_ first: UInt8) -> Key {
    var bytes = [first]
    let length =
      switch first {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0...0xFF: 4
      default: 1
      }
    while bytes.count < length, let byte = next() { bytes.append(byte) }
    return .text(String(decoding: bytes, as: UTF8.self).first ?? "\u{FFFD}")
  }
}
