/// An address on the web that may stand as a link in a page or in a drawing.
///
/// Nothing that could end an attribute, start a script or lead to a file is left in it.
package struct WebAddress: Hashable, Sendable {
  private static let maximumBytes = 2000
  private static let punctuation = Set("-._~:/?#[]@!$&()*+,;=".utf8)

  /// The address, percent-encoded.
  package let text: String

  /// Takes an address that starts with `http://` or `https://` and a host; `nil` for any other.
  package init?(_ address: String) {
    guard address.utf8.count <= Self.maximumBytes else { return nil }
    let lowercased = address.lowercased()
    let isOnTheWeb = ["https://", "http://"].contains { scheme in
      lowercased.hasPrefix(scheme)
        && lowercased.dropFirst(scheme.count).utf8.first.map(Self.isHostStart) ?? false
    }
    guard isOnTheWeb else { return nil }
    text = Self.encoded(address)
  }

  /// Returns the text with every byte percent-encoded that has no place in an address.
  package static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.indices.reduce(into: "") { result, index in
      if isKept(at: index, in: bytes) {
        result.unicodeScalars.append(Unicode.Scalar(bytes[index]))
      } else {
        let digits = String(bytes[index], radix: 16, uppercase: true)
        result += (digits.utf8.count == 1 ? "%0" : "%") + digits
      }
    }
  }

  private static func isHostStart(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "[") || byte >= 0x80
  }

  private static func isKept(at index: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    guard byte == UInt8(ascii: "%") else {
      return byte.isASCIIAlphanumeric || punctuation.contains(byte)
    }
    return bytes.dropFirst(index + 1).prefix(2).allSatisfy(\.isASCIIHexadecimal)
      && index + 2 < bytes.count
  }
}
