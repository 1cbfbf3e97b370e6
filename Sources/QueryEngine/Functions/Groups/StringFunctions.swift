import Foundation
import GraphModel

/// Functions of strings; positions count Unicode code points.
enum StringFunctions {
  static let entries: [FunctionEntry] = [
    text("toLower") { $0.lowercased() },
    text("lower") { $0.lowercased() },
    text("toUpper") { $0.uppercased() },
    text("upper") { $0.uppercased() },
    FunctionEntry("char_length", [.init("string", .string)], gives: .integer, evaluate: length),
    FunctionEntry(
      "character_length",
      [.init("string", .string)],
      gives: .integer,
      evaluate: length
    ),
    FunctionEntry(
      "left",
      [.init("string", .string), .init("length", .integer)],
      gives: .string,
      evaluate: left
    ),
    FunctionEntry(
      "right",
      [.init("string", .string), .init("length", .integer)],
      gives: .string,
      evaluate: right
    ),
    FunctionEntry(
      "substring",
      [.init("string", .string), .init("start", .integer), .init("length", .integer)],
      optional: 1,
      gives: .string,
      evaluate: substring
    ),
    FunctionEntry(
      "replace",
      [.init("string", .string), .init("search", .string), .init("replacement", .string)],
      gives: .string,
      evaluate: replace
    ),
    FunctionEntry(
      "split",
      [.init("string", .string), .init("separator", StaticType([.string, .list]))],
      gives: .list(of: .string),
      evaluate: split
    ),
    FunctionEntry(
      "normalize",
      [.init("string", .string), .init("form", .string)],
      optional: 1,
      gives: .string,
      evaluate: normalize
    ),
  ]

  private static func text(_ name: String, _ change: @escaping @Sendable (String) -> String)
    -> FunctionEntry
  {
    FunctionEntry(name, [.init("string", .string)], gives: .string) {
      (arguments, _) throws(QueryError) in
      .string(change(try arguments[0].string(for: name)))
    }
  }

  private static func length(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    .integer(Int64(try arguments[0].string(for: "char_length").unicodeScalars.count))
  }

  private static func count(_ value: Value, _ function: String) throws(QueryError) -> Int {
    let number = try value.integer(for: function)
    guard number >= 0 else {
      throw .argument(value, of: function, wanted: "a position or length that is not negative")
    }
    return Int(clamping: number)
  }

  private static func left(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let scalars = try arguments[0].string(for: "left").unicodeScalars
    return .string(String(scalars.prefix(try count(arguments[1], "left"))))
  }

  private static func right(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let scalars = try arguments[0].string(for: "right").unicodeScalars
    return .string(String(scalars.suffix(try count(arguments[1], "right"))))
  }

  private static func substring(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    let scalars = try arguments[0].string(for: "substring").unicodeScalars
    let rest = scalars.dropFirst(try count(arguments[1], "substring"))
    guard arguments.count == 3 else { return .string(String(rest)) }
    return .string(String(rest.prefix(try count(arguments[2], "substring"))))
  }

  private static func replace(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let text = try arguments[0].string(for: "replace")
    let search = try arguments[1].string(for: "replace")
    let replacement = try arguments[2].string(for: "replace")
    guard !search.isEmpty else { return .string(text) }
    return .string(TextSearch.split(text, at: [search]).joined(separator: replacement))
  }

  private static func split(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let text = try arguments[0].string(for: "split")
    var separators: [String] = []
    if case .list(let values) = arguments[1] {
      for value in values {
        if value.isNull { return .null }
        separators.append(try value.string(for: "split"))
      }
    } else {
      separators = [try arguments[1].string(for: "split")]
    }
    if separators.contains("") { return .list(text.unicodeScalars.map { .string(String($0)) }) }
    return .list(TextSearch.split(text, at: separators).map(Value.string))
  }

  private static func normalize(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    let text = try arguments[0].string(for: "normalize")
    let form = arguments.count == 2 ? try arguments[1].string(for: "normalize") : "NFC"
    switch form.uppercased() {
    case "NFC": return .string(text.precomposedStringWithCanonicalMapping)
    case "NFD": return .string(text.decomposedStringWithCanonicalMapping)
    case "NFKC": return .string(text.precomposedStringWithCompatibilityMapping)
    case "NFKD": return .string(text.decomposedStringWithCompatibilityMapping)
    default:
      throw .argument(arguments[1], of: "normalize", wanted: "'NFC', 'NFD', 'NFKC' or 'NFKD'")
    }
  }
}

/// Searches texts byte by byte, so that only the same code points are found.
enum TextSearch {
  /// Splits at every occurrence of one of the separators, none of which is empty; where two begin
  /// at one place, at the first listed.
  static func split(_ text: String, at separators: [String]) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = separators.map { Array($0.utf8) }
    var parts: [String] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      if let found = wanted.first(where: { bytes[position...].starts(with: $0) }) {
        parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
        position += found.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// Whether one text holds another.
  static func contains(_ text: String, _ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard let first = wanted.first else { return true }
    var rest = text.utf8[...]
    while let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
