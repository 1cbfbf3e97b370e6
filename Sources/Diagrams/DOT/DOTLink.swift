/// Decides which links may stand in a drawing.
enum DOTLink {
  private static let maximumBytes = 2000
  private static let punctuation = Set("-._~:/?#[]@!$&()*+,;=".utf8)

  /// Returns the link percent-encoded, or nil when it leads anywhere but to the web or to an
  /// element of the same page.
  ///
  /// The library copies links into SVG as they are, so nothing may be left that could end the
  /// attribute.
  static func safe(_ link: String) -> String? {
    guard link.utf8.count <= maximumBytes, isAllowed(link) else { return nil }
    let bytes = Array(link.utf8)
    return bytes.indices.reduce(into: "") { result, index in
      if isKept(at: index, in: bytes) {
        result.unicodeScalars.append(Unicode.Scalar(bytes[index]))
      } else {
        result += "%" + DOTCharacters.hexadecimal(bytes[index], isUppercase: true)
      }
    }
  }

  private static func isAllowed(_ link: String) -> Bool {
    if link.hasPrefix("#") { return link.utf8.count > 1 }
    let lowercased = link.lowercased()
    return ["https://", "http://"].contains { scheme in
      lowercased.hasPrefix(scheme)
        && lowercased.dropFirst(scheme.count).utf8.first.map(isHostStart) ?? false
    }
  }

  private static func isHostStart(_ byte: UInt8) -> Bool {
    DOTCharacters.isAlphanumeric(byte) || byte == UInt8(ascii: "[") || byte >= 0x80
  }

  private static func isKept(at index: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    guard byte == UInt8(ascii: "%") else {
      return DOTCharacters.isAlphanumeric(byte) || punctuation.contains(byte)
    }
    return bytes.dropFirst(index + 1).prefix(2).allSatisfy(DOTCharacters.isHexadecimal)
      && index + 2 < bytes.count
  }
}
