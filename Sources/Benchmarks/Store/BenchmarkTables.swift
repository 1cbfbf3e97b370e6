import Foundation

/// Says what the tables of a benchmark become in a graph, by the description that an import takes.
enum BenchmarkTables {
  private static let nodes = [
    ("country", "Country"), ("agency", "Agency"), ("person", "Person"), ("source", "Source"),
    ("meeting", "Meeting"), ("statement", "Statement"), ("names", "Name"),
  ]

  private static let relationships = [
    ("participated", "PARTICIPATED", "Person", "Meeting"),
    ("affiliated", "AFFILIATED", "Person", "Agency"), ("said", "SAID", "Person", "Statement"),
    ("about_meeting", "ABOUT_MEETING", "Statement", "Meeting"),
    ("about_person", "ABOUT_PERSON", "Statement", "Person"),
    ("about_agency", "ABOUT_AGENCY", "Statement", "Agency"),
  ]

  /// Returns the description of the tables that a folder has.
  static func description(folder: String) throws -> String {
    var lines = ["format: backchannel-tables", "version: 1", "nodes:"]
    for (table, label) in nodes {
      guard let columns = try columns(folder, table) else { continue }
      lines.append("  - {file: \(table).csv, labels: \(label), id: id, properties: {")
      lines.append(properties(columns) + "}}")
    }
    lines.append("relationships:")
    for (table, type, source, target) in relationships {
      guard let columns = try columns(folder, table), columns.count >= 2 else { continue }
      lines.append("  - {file: \(table).csv, type: \(type),")
      lines.append("     from: {label: \(source), column: \(columns[0])},")
      lines.append("     to: {label: \(target), column: \(columns[1])}, properties: {")
      lines.append(properties(columns.dropFirst(2)) + "}}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func columns(_ folder: String, _ table: String) throws -> [String]? {
    guard let file = FileHandle(forReadingAtPath: "\(folder)/\(table).csv") else { return nil }
    defer { try? file.close() }
    let head = try file.read(upToCount: 4_096) ?? Data()
    let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self).split(separator: ",").map(String.init)
  }

  private static func properties(_ columns: some Sequence<String>) -> String {
    "     " + columns.map { "\($0): \(type($0))" }.joined(separator: ", ")
  }

  private static func type(_ column: String) -> String {
    switch column {
    case "id", "birth_year": "integer"
    case "published": "date"
    case let name where name.hasSuffix("_id"): "integer"
    case let name where name.hasSuffix("date"): "date"
    default: "string"
    }
  }
}
