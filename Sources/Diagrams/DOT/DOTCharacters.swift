/// The byte classes that the writers of this folder share.
enum DOTCharacters {
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default:
      false
    }
  }

  /// Writes a byte as two digits.
  static func hexadecimal(_ byte: UInt8, isUppercase: Bool) -> String {
    let digits = String(byte, radix: 16, uppercase: isUppercase)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
