import Foundation

/// Reads the queries of the openCypher conformance kit, which lies beside the repository.
enum ConformanceKit {
  /// Holds one query of one scenario, placeholders replaced.
  struct Query {
    let feature: String
    let scenario: String
    let text: String
    /// What the scenario expects of it when it is compiled, such as `UnexpectedSyntax`.
    let compileTimeError: String?

    /// Where it stands, for messages.
    var place: String { "\(feature): \(scenario)\n\(text)" }
  }

  /// All queries, or `nil` where the kit is absent.
  static let queries: [Query]? = {
    guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { return nil }
    let features = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "feature" }
    let found = features.sorted { $0.path < $1.path }.flatMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map {
        queries(in: $0, feature: file.deletingPathExtension().lastPathComponent)
      } ?? []
    }
    return found.isEmpty ? nil : found
  }()

  /// Says how to get the kit.
  static let absence =
    "skipped: tck/features not found; set BACKCHANNEL_SHARED to the folder that holds tck"

  private static let root: URL = {
    let shared =
      ProcessInfo.processInfo.environment["BACKCHANNEL_SHARED"].map(URL.init(fileURLWithPath:))
      ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../../shared").standardized
    return shared.appending(path: "tck/features")
  }()

  private static func queries(in text: String, feature: String) -> [Query] {
    var blocks: [[Substring]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.drop { $0 == " " }
      if start.hasPrefix("Scenario") || start.hasPrefix("Background") { blocks.append([]) }
      if !blocks.isEmpty { blocks[blocks.count - 1].append(line) }
    }
    return blocks.flatMap { queries(inScenario: $0, feature: feature) }
  }

  private static func queries(inScenario lines: [Substring], feature: String) -> [Query] {
    var scenario = ScenarioLines(lines)
    scenario.read()
    let name = lines[0].drop { $0 == " " }
    return scenario.rows.flatMap { row in
      scenario.documents.map { document in
        Query(
          feature: feature,
          scenario: fill(String(name), row),
          text: fill(document.text, row),
          compileTimeError: document.isChecked ? scenario.compileTimeError : nil
        )
      }
    }
  }

  private static func fill(_ text: String, _ row: [String: String]) -> String {
    row.reduce(text) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
  }
}

/// Takes a scenario apart.
struct ScenarioLines {
  private let lines: [Substring]
  private(set) var documents: [(text: String, isChecked: Bool)] = []
  private(set) var rows: [[String: String]] = []
  private(set) var compileTimeError: String?

  /// Makes a reader of the lines of one scenario.
  init(_ lines: [Substring]) { self.lines = lines }

  /// Reads all lines.
  mutating func read() {
    var document: [Substring]?
    var header: [String]?
    var isInExamples = false
    var isChecked = false
    for line in lines {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("\"\"\"") {
        document.map { documents.append(($0.joined(separator: "\n"), isChecked)) }
        document = document == nil ? [] : nil
      } else if document != nil {
        document?.append(line)
      } else if trimmed.hasPrefix("When executing query") {
        isChecked = true
      } else if trimmed.hasPrefix("And having executed") {
        isChecked = false
      } else if trimmed.hasPrefix("Examples") {
        (isInExamples, header) = (true, nil)
      } else if isInExamples, trimmed.hasPrefix("|") {
        let cells = Self.cells(trimmed)
        if let header { rows.append(Dictionary(uniqueKeysWithValues: zip(header, cells))) }
        header = header ?? cells
      } else if let range = trimmed.range(of: "should be raised at compile time: ") {
        compileTimeError = String(trimmed[range.upperBound...].prefix { $0.isLetter })
      }
    }
    if !isInExamples { rows = [[:]] }
  }

  private static func cells(_ line: Substring) -> [String] {
    let marked = line.replacingOccurrences(of: "\\|", with: "\u{1}")
    let inner = marked.drop { $0 != "|" }.dropFirst()
    return inner.split(separator: "|", omittingEmptySubsequences: false).dropLast().map { cell in
      cell.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "\u{1}", with: "|").replacingOccurrences(of: "\\\\", with: "\\")
    }
  }
}
