import Foundation

/// One test of a file in data/querytests: what is in the graph, the query, and what comes of it.
struct QueryTextTest: CustomStringConvertible, Sendable {
  /// The file and the name of the test.
  var description: String
  /// Queries that make the graph, or the name of a case: `seed`.
  var setup: [String] = []
  /// Whether the graph is that of the built-in case.
  var isSeed = false
  /// The query.
  var query = ""
  /// Parameters as `name = expression`.
  var parameters: [String: String] = [:]
  /// The expected lines: titles, then rows, cells between ` | `.
  var rows: [String]?
  /// Whether the order of rows counts.
  var isOrdered = false
  /// The expected error: its detail, and words that its text must contain.
  var error: [String]?
}

/// Reads files of data/querytests.
///
/// A test begins with `### name`. Sections begin with a word in the first column and a colon:
/// `graph:` (a query that makes it; may be repeated), `seed:`, `param: name = expression`, `query:`,
/// `rows:` (any order), `rows in order:`, `error:`. Lines that begin with `#` are remarks.
enum QueryTextFile {
  static func tests(in text: String, file: String) -> [QueryTextTest] {
    var tests: [QueryTextTest] = []
    var section = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) {
      if line.hasPrefix("### ") {
        tests.append(QueryTextTest(description: file + ": " + line.dropFirst(4)))
        section = ""
        continue
      }
      guard !line.hasPrefix("#"), var test = tests.popLast() else { continue }
      if let (name, rest) = header(line) {
        section = name
        begin(name, rest, &test)
      } else {
        add(line.trimmingCharacters(in: .whitespaces), section, &test)
      }
      tests.append(test)
    }
    return tests
  }

  private static func header(_ line: String) -> (name: String, rest: String)? {
    let names = ["graph", "seed", "param", "query", "rows in order", "rows", "error"]
    guard let name = names.first(where: { line.hasPrefix($0 + ":") }) else { return nil }
    return (name, String(line.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces))
  }

  private static func begin(_ name: String, _ rest: String, _ test: inout QueryTextTest) {
    switch name {
    case "graph": test.setup.append(rest)
    case "seed": test.isSeed = true
    case "query": test.query = rest
    case "rows", "rows in order":
      test.rows = rest.isEmpty ? [] : [rest]
      test.isOrdered = name != "rows"
    case "error": test.error = rest.isEmpty ? [] : [rest]
    case "param":
      let parts = rest.split(separator: "=", maxSplits: 1)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2 { test.parameters[parts[0]] = parts[1] }
    default: break
    }
  }

  private static func add(_ line: String, _ section: String, _ test: inout QueryTextTest) {
    switch section {
    case "graph":
      let last = test.setup.popLast() ?? ""
      test.setup.append(last + "\n" + line)
    case "query": test.query += "\n" + line
    case "rows", "rows in order": test.rows?.append(line)
    case "error": test.error?.append(line)
    default: break
    }
  }
}
