import Backchannel
import GraphModel
import QueryEngine

/// Finds what a word that is being written may become.
final class ShellCompletion {
  private static let keywords = [
    "MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "ORDER BY", "SKIP", "LIMIT", "UNWIND",
    "UNION", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH DELETE", "CALL", "YIELD",
    "FOREACH", "CASE", "WHEN", "THEN", "ELSE", "END", "DISTINCT", "AND", "OR", "XOR", "NOT", "IN",
    "IS NULL", "IS NOT NULL", "STARTS WITH", "ENDS WITH", "CONTAINS", "EXISTS", "COUNT", "COLLECT",
    "EXPLAIN", "PROFILE", "ASC", "DESC", "AS", "ON CREATE SET", "ON MATCH SET",
  ]

  private let names: [String]
  private let labels: [String]
  private let properties: [String]
  private let functions: [String]
  /// The names of everybody, read when one is written for the first time.
  private lazy var quoted = readNames()
  private let readNames: () -> [String]

  /// Takes the words from the graph of a case.
  ///
  /// - Throws: What reading the case throws.
  init(_ opened: Case, functions: [String]) throws(BackchannelError) {
    let used = try opened.graphNames()
    labels = Set(used.labels.keys).union(used.types.keys).sorted()
    properties = used.propertyKeys
    readNames = {
      let query = "MATCH (n) WHERE n.name IS NOT NULL RETURN DISTINCT n.name"
      let rows = (try? opened.query(query))?.result.rows ?? []
      return rows.compactMap { $0.first?.stringValue }.sorted()
    }
    self.functions = functions.sorted()
    names = Shell.commands
  }

  /// Returns what the last word of `text` may become, whole words each.
  func candidates(for text: String) -> [String] {
    let word = Self.lastWord(of: text)
    let before = text.dropLast(word.count).last
    let choices: [String]
    if text.hasPrefix(":") {
      choices = text == word ? names : []
    } else {
      choices =
        switch before {
        case ":", "|", "&": labels
        case ".": properties
        case "'", "\"": quoted
        default: Self.keywords + functions
        }
    }
    guard !word.isEmpty else { return before == ":" || before == "." ? choices : [] }
    let folded = word.lowercased()
    return choices.filter { $0.lowercased().hasPrefix(folded) }
  }

  /// Returns the word that the cursor stands behind; of a name in quotes the whole.
  static func lastWord(of text: String) -> String {
    if text.hasPrefix(":"), !text.contains(" ") { return text }
    if text.count(where: { $0 == "'" }) % 2 == 1, let quote = text.lastIndex(of: "'") {
      return String(text[text.index(after: quote)...])
    }
    let word = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return String(word.reversed())
  }
}
