/// Appends pieces of JSON to bytes.
enum JSONText {
  /// Appends a text between quotation marks; only the characters that must be escaped are.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      if unsafe utf8.allSatisfy(isPlain) {
        unsafe bytes.append(contentsOf: utf8)
      } else {
        for index in utf8.indices { append(unsafe utf8[index], to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F:
      let hex = String(byte, radix: 16)
      let zeros = String(repeating: "0", count: 4 - hex.utf8.count)
      bytes.append(contentsOf: "\\u\(zeros)\(hex)".utf8)
    default: bytes.append(byte)
    }
  }
}
