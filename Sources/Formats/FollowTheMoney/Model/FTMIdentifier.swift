import GraphModel

/// Turns ids of records into ids of FollowTheMoney and back: those begin and end with a letter or
/// digit of ASCII and hold points and hyphens besides.
///
/// A slash becomes a point, any other byte two points and two hexadecimal digits: `M1/pompeo` is
/// `M1.pompeo`, `M1#date` is `M1..23date`. What stands for no record of its own gets a suffix after
/// two points that can be no such byte, such as `us..government`.
enum FTMIdentifier {
  private static let byteLimit = 180
  private static let mark: [UInt8] = Array("0..00".utf8)

  /// Returns the id of what stands for a record, or beside it.
  static func encoded(_ id: String, suffix: String? = nil) -> String {
    let bytes = Array(id.utf8)
    var result: [UInt8] = bytes.first?.isASCIIAlphanumeric == true ? [] : mark
    for (place, byte) in bytes.enumerated() {
      let isLast = place == bytes.count - 1
      if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") && !isLast {
        result.append(byte)
      } else if byte == UInt8(ascii: "/"), !isLast, place > 0, isPlain(bytes[place + 1]) {
        result.append(UInt8(ascii: "."))
      } else {
        result += Array("..\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      }
    }
    if result.count > byteLimit { result = Array("0-\(StableHash(id).hexadecimal)".utf8) }
    return String(decoding: result, as: UTF8.self) + (suffix.map { "..\($0)" } ?? "")
  }

  /// Tells whether an id is so long that only a hash of it is written.
  static func isHashed(_ id: String) -> Bool { encoded(id).hasPrefix("0-") && !id.hasPrefix("0-") }

  /// Returns the id of the record, without suffix and without the signature that Aleph adds.
  static func decoded(_ id: String) -> String {
    var bytes = Array(unsigned(id).utf8)[...]
    var result: [UInt8] = []
    if bytes.starts(with: mark) { bytes = bytes.dropFirst(mark.count) }
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: ".") else {
        result.append(byte)
        continue
      }
      guard bytes.first == UInt8(ascii: ".") else {
        result.append(UInt8(ascii: "/"))
        continue
      }
      let digits = String(decoding: bytes.dropFirst().prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { break }
      result.append(value)
      bytes = bytes.dropFirst(3)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Returns the id without the 40 digits of a namespace.
  static func unsigned(_ id: String) -> String {
    guard let point = id.lastIndex(of: ".") else { return id }
    let signature = id[id.index(after: point)...].utf8
    let isSigned = signature.count == 40 && signature.allSatisfy(\.isASCIIHexadecimal)
    return isSigned ? String(id[..<point]) : id
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric
  }
}
