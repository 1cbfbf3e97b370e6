import GRDB
import GraphModel

/// Writes rows of one shape as lines of JSON, without making values of them.
struct ElementWriter {
  /// What stands before the properties of each element, after its key and ends.
  private let opening: [UInt8]
  /// The quoted keys with their colons.
  private let keys: [[UInt8]]
  private let forms: [ValueForm]
  private let isObject: Bool

  init(_ shape: Shape) {
    let name = shape.kind == .node ? shape.name : JSONValue.string(shape.name).text()
    opening = Array(#","\#(shape.kind == .node ? "labels" : "type")":\#(name),"properties":"#.utf8)
    keys = (shape.keys ?? []).map { Array((JSONValue.string($0).text() + ":").utf8) }
    forms = shape.forms
    isObject = shape.keys == nil
  }

  /// Appends the rest of a line: labels or type, and properties.
  ///
  /// - Parameter words: The words by their numbers, as JSON strings.
  /// - Returns: Whether the value could be read.
  func append(
    _ value: Span<UInt8>,
    _ words: [Int64: [UInt8]],
    to line: inout ContiguousArray<UInt8>
  ) -> Bool {
    line.append(contentsOf: opening)
    if isObject {
      Self.append(value, to: &line)
    } else {
      guard appendArray(value, words, to: &line) else { return false }
    }
    line.append(UInt8(ascii: "}"))
    line.append(UInt8(ascii: "\n"))
    return true
  }

  private func appendArray(
    _ value: Span<UInt8>,
    _ words: [Int64: [UInt8]],
    to line: inout ContiguousArray<UInt8>
  ) -> Bool {
    guard value.count >= 2, value[0] == UInt8(ascii: "["),
      value[value.count - 1] == UInt8(ascii: "]")
    else { return false }
    line.append(UInt8(ascii: "{"))
    var offset = 1
    var isFirst = true
    for index in keys.indices {
      let end = Self.end(of: value, from: offset)
      let element = value.extracting(offset..<end)
      offset = end + 1
      guard !element.isEmpty else { return false }
      if element[0] == UInt8(ascii: "n") { continue }
      if !isFirst { line.append(UInt8(ascii: ",")) }
      isFirst = false
      line.append(contentsOf: keys[index])
      switch forms[index] {
      case .json: Self.append(element, to: &line)
      case .word:
        guard let word = Self.number(element).flatMap({ words[$0] }) else { return false }
        line.append(contentsOf: word)
      case .day:
        guard let day = Self.number(element).flatMap({ CalendarDate(dayNumber: Int($0)) }) else {
          return false
        }
        line.append(contentsOf: Value.date(day).json.text().utf8)
      }
    }
    line.append(UInt8(ascii: "}"))
    return offset == value.count || keys.isEmpty
  }

  /// Finds the comma or bracket that ends an element of an array.
  private static func end(of value: Span<UInt8>, from start: Int) -> Int {
    var (index, depth, isText) = (start, 0, false)
    while index < value.count - 1 {
      switch value[index] {
      case UInt8(ascii: "\\") where isText: index += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += isText ? 0 : 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= isText ? 0 : 1
      case UInt8(ascii: ",") where !isText && depth == 0: return index
      default: break
      }
      index += 1
    }
    return value.count - 1
  }

  private static func number(_ text: Span<UInt8>) -> Int64? {
    let isNegative = text[0] == UInt8(ascii: "-")
    guard text.count <= 16, text.count > (isNegative ? 1 : 0) else { return nil }
    var number: Int64 = 0
    for index in (isNegative ? 1 : 0)..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return isNegative ? -number : number
  }

  private static func append(_ bytes: Span<UInt8>, to line: inout ContiguousArray<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe line.append(contentsOf: $0) }
  }
}
