import GraphModel

/// The byte classes that the writers of this folder share.
enum DOTCharacters {
  static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric }

  static func isHexadecimal(_ byte: UInt8) -> Bool { byte.isASCIIHexadecimal }

  /// Writes a byte as two digits.
  static func hexadecimal(_ byte: UInt8, isUppercase: Bool) -> String {
    let digits = String(byte, radix: 16, uppercase: isUppercase)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
