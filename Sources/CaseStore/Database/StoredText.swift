import Foundation
import GRDB
import GraphModel

/// Converts between values of the graph and the texts in the columns of its tables.
enum StoredText {
  static func labels(_ labels: [String]) -> String { JSONValue.strings(labels).text() }

  static func readLabels(_ text: String) -> [String]? {
    guard let json = try? JSONReader.read(text.utf8).json, case .array(let elements) = json
    else { return nil }
    var labels: [String] = []
    for element in elements {
      guard case .string(let label) = element else { return nil }
      labels.append(label)
    }
    return labels
  }

  /// Writes properties as a map value, because that form also admits keys that start with `$`.
  static func properties(_ properties: Properties, of key: String) throws(StorageError) -> String {
    var bytes: [UInt8] = []
    try append(properties, of: key, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends properties as a map value.
  static func append(_ properties: Properties, of key: String, to bytes: inout [UInt8])
    throws(StorageError)
  {
    guard isShallow(properties) else {
      throw StorageError(
        .invalidValue,
        "a property of '\(key)' is nested too deeply",
        record: key,
        remedy: "flatten it"
      )
    }
    Value.appendText(of: properties, to: &bytes)
  }

  static func readProperties(_ text: String) -> Properties? {
    guard text != "{}" else { return [:] }
    guard let json = try? JSONReader.read(text.utf8).json,
      case .map(let properties)? = Value(json: json)
    else { return nil }
    return properties
  }

  private static func isShallow(_ properties: Properties) -> Bool {
    properties.values.allSatisfy { value in
      if case .string = value { true } else { isShallow(value, depth: 3) }
    }
  }

  /// Whether the JSON reader will take the value back, also from inside of a log record.
  private static func isShallow(_ value: Value, depth: Int) -> Bool {
    // Some scalars are written as an object, and some maps as an object in an object.
    guard depth + 2 < JSONReader.nestingLimit else { return false }
    return switch value {
    case .list(let values): values.allSatisfy { isShallow($0, depth: depth + 1) }
    case .map(let values): values.values.allSatisfy { isShallow($0, depth: depth + 2) }
    default: true
    }
  }

  /// Checks the name of an element or type and brings it into Unicode's composed form.
  ///
  /// Swift takes texts that differ in composition for equal and SQLite does not; in composed form
  /// they agree, on order as well.
  static func name(
    _ text: String,
    _ code: ErrorCode,
    _ what: @autoclosure () -> String
  ) throws(StorageError) -> String {
    // Most are plain ASCII.
    if !text.isEmpty, text.utf8.allSatisfy({ 0 < $0 && $0 < 0x80 }) { return text }
    guard !text.isEmpty, !text.utf8.contains(0) else {
      throw StorageError(
        code,
        "\(what()) is \(text.isEmpty ? "empty" : "not plain text: it holds a NUL")",
        remedy: "choose another name"
      )
    }
    return text.precomposedStringWithCanonicalMapping
  }
}

/// A row whose columns may hold another type than the schema says, as in a damaged file.
protocol CheckedColumns {
  associatedtype Column

  /// The text of a column; `nil` where there is none.
  func text(_ column: Column) -> String?

  /// The integer of a column; `nil` where there is none.
  func optionalInteger(_ column: Column) -> Int64?
}

extension CheckedColumns {
  func requiredText(_ column: Column) throws(StorageError) -> String {
    guard let text = text(column) else { throw .unreadableRow }
    return text
  }

  func requiredInteger(_ column: Column) throws(StorageError) -> Int64 {
    guard let number = optionalInteger(column) else { throw .unreadableRow }
    return number
  }
}

// GRDB's own subscripts trap there.
extension Row: CheckedColumns {
  func text(_ column: Int) -> String? { String.fromDatabaseValue(self[column]) }

  func optionalInteger(_ column: Int) -> Int64? { Int64.fromDatabaseValue(self[column]) }
}

extension StorageError {
  fileprivate static var unreadableRow: StorageError {
    StorageError(.caseDamaged, "a row of the file holds a value of the wrong type")
  }
}
