import Foundation
import GraphModel

/// Reads a table of the generator: a header line, commas, no quotes, empty for null.
struct TableFile {
  /// The names of the columns.
  let columns: [String]
  private let bytes: ContiguousArray<UInt8>
  private let start: Int

  /// Reads a file.
  init(_ path: String) throws {
    bytes = ContiguousArray(try Data(contentsOf: URL(fileURLWithPath: path)))
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    columns = String(decoding: bytes[..<end], as: UTF8.self).split(separator: ",").map(String.init)
    start = min(end + 1, bytes.count)
  }

  /// Calls `body` with the fields of each row in order.
  func forEachRow(_ body: ([Value]) -> Void) {
    var fields: [Value] = []
    fields.reserveCapacity(columns.count)
    var field = start
    for index in start..<bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
      fields.append(Self.value(bytes[field..<index]))
      field = index + 1
      if byte == UInt8(ascii: "\n") {
        body(fields)
        fields.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Reads a field: an integer, a day as the integer `yyyymmdd`, a text, or null for nothing.
  static func value(_ text: ContiguousArray<UInt8>.SubSequence) -> Value {
    guard !text.isEmpty else { return .null }
    let hyphen = UInt8(ascii: "-")
    let isDay =
      text.count == 10 && text[text.startIndex + 4] == hyphen
      && text[text.startIndex + 7] == hyphen
    var number: Int64 = 0
    for byte in text {
      if isDay, byte == hyphen { continue }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), text.count <= 18 else {
        return .string(String(decoding: text, as: UTF8.self))
      }
      number = number * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return .integer(number)
  }
}
