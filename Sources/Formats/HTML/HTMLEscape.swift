import GraphModel

/// Escapes text of unknown origin for the two places where HTML reads one.
///
/// Control characters and characters that reorder text are written out as `\u{…}`: a reader sees
/// that there was one, and it does nothing.
package enum HTMLEscape {
  /// Appends text between tags.
  package static func text(_ text: String, to bytes: inout [UInt8]) {
    for byte in PlainText.printable(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// Appends the value of an attribute, which stands in double quotes.
  package static func attribute(_ text: String, to bytes: inout [UInt8]) {
    for byte in PlainText.printable(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      // Readers of XML make spaces of newlines in attributes.
      case 0x0A: bytes += "&#10;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
