/// Sorts bytes by what a token that begins with them can be.
enum ByteClass: UInt8 {
  case invalid
  case space
  /// ASCII letters and the underscore.
  case letter
  case digit
  case symbol
  case quote
  case backquote
  case dollar
  /// The first byte of a character outside ASCII.
  case other

  /// The class of each byte.
  static let table: ContiguousArray<ByteClass> = ContiguousArray((0...255).map { of(UInt8($0)) })

  private static func of(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 9...13, 28...32: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "\""): .quote
    case UInt8(ascii: "`"): .backquote
    case UInt8(ascii: "$"): .dollar
    case 0x80...0xFF: .other
    default: "()[]{},.:;|&!%*/+-^=<>".utf8.contains(byte) ? .symbol : .invalid
    }
  }
}
