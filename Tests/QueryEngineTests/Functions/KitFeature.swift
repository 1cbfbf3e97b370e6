import Foundation
import GraphModel

/// Reads from a feature of the conformance kit the scenarios that need no graph: a query of WITH
/// and RETURN, and one row or no row of results.
struct KitFeature {
  struct Scenario: Sendable {
    let name: String
    let query: String
    let columns: [String]
    let cells: [String]
    /// The words after `should be raised at`, else `nil`.
    let error: String?
  }

  static func scenarios(in folder: String) -> [Scenario] {
    guard let root = ProcessInfo.processInfo.environment["BACKCHANNEL_SHARED"] else { return [] }
    let url = URL(filePath: root).appending(path: "tck/features/expressions/\(folder)")
    let files = try? FileManager.default.contentsOfDirectory(
      at: url,
      includingPropertiesForKeys: nil
    )
    return (files ?? []).filter { $0.pathExtension == "feature" }
      .sorted { $0.path < $1.path }
      .flatMap { file in
        (try? String(contentsOf: file, encoding: .utf8)).map {
          scenarios(of: $0, file: file.deletingPathExtension().lastPathComponent)
        } ?? []
      }
  }

  static func scenarios(of text: String, file: String) -> [Scenario] {
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.hasPrefix("#") && !$0.isEmpty }
    let starts = lines.indices.filter { lines[$0].hasPrefix("Scenario") } + [lines.count]
    return zip(starts, starts.dropFirst()).flatMap { start, end in
      scenarios(of: Array(lines[start..<end]), file: file)
    }
  }

  /// Fills the rows of the examples into a scenario.
  private static func scenarios(of lines: [String], file: String) -> [Scenario] {
    let quotes = lines.indices.filter { lines[$0] == "\"\"\"" }
    guard quotes.count == 2, !lines.contains(where: { $0.hasPrefix("And having executed") }) else {
      return []
    }
    let query = lines[(quotes[0] + 1)..<quotes[1]].joined(separator: " ")
    let after = lines[(quotes[1] + 1)...]
    let examples = after.firstIndex { $0.hasPrefix("Examples") } ?? after.endIndex
    let rows = after[..<examples].filter { $0.hasPrefix("|") }.map(cells)
    let error = after.first { $0.contains("should be raised at") }
    guard rows.count == 2 || error != nil else { return [] }
    let table = after[examples...].filter { $0.hasPrefix("|") }.map(cells)
    let heads = table.first ?? []
    return (table.isEmpty ? [[]] : Array(table.dropFirst())).map { row in
      func fill(_ text: String) -> String {
        zip(heads, row).reduce(text) { $0.replacing("<\($1.0)>", with: $1.1) }
      }
      return Scenario(
        name: "\(file) \(lines[0]) \(row)",
        query: fill(query),
        columns: rows.first?.map(fill) ?? [],
        cells: rows.count == 2 ? rows[1].map(fill) : [],
        error: error.map(fill)
      )
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

extension KitFeature.Scenario {
  /// Runs the query; throws `Unsupported` where it needs more than expressions.
  func run() throws -> [Value] {
    var variables: [String: Value] = [:]
    guard let place = query.range(of: "RETURN ") else { throw Unsupported() }
    let head = query[..<place.lowerBound].trimmingCharacters(in: .whitespaces)
    if !head.isEmpty {
      guard head.hasPrefix("WITH "), !head.dropFirst(5).contains("WITH ") else {
        throw Unsupported()
      }
      for item in Self.items(head.dropFirst(5)) {
        guard let name = item.name else { throw Unsupported() }
        variables[name] = try KitExpression.evaluate(item.expression)
      }
    }
    return try Self.items(query[place.upperBound...]).map {
      try KitExpression.evaluate($0.expression, variables)
    }
  }

  /// Splits at the commas outside of brackets and quotes, and each part at its AS.
  private static func items(_ text: Substring) -> [(expression: String, name: String?)] {
    var parts = [""]
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "'" { isQuoted.toggle() }
      if !isQuoted {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        if character == ",", depth == 0 {
          parts.append("")
          continue
        }
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map { part in
      guard let place = part.range(of: " AS ", options: .backwards) else { return (part, nil) }
      let name = part[place.upperBound...].trimmingCharacters(in: .whitespaces)
      return (String(part[..<place.lowerBound]), name)
    }
  }
}
