import Foundation

/// Reads scenarios from a feature file, one for each row of an outline.
///
/// Knows as much of Gherkin as the openCypher conformance kit uses.
struct FeatureReader {
  /// Holds one step with what hangs on it.
  struct Step {
    var text: String
    var document: String?
    var table: [[String]] = []
  }

  /// Holds one scenario.
  struct Scenario {
    var name: String
    var steps: [Step]
  }

  private let lines: [String]
  private var index = 0

  init(_ text: String) { lines = text.components(separatedBy: "\n") }

  /// Returns the scenarios of a file.
  static func scenarios(in text: String) -> [Scenario] {
    var reader = FeatureReader(text)
    return reader.readAll()
  }

  private var line: String? {
    index < lines.count ? lines[index].trimmingCharacters(in: .whitespaces) : nil
  }

  private mutating func skipBlank() {
    while let text = line, text.isEmpty || text.hasPrefix("#") || text.hasPrefix("@") { index += 1 }
  }

  private mutating func readAll() -> [Scenario] {
    var background: [Step] = []
    var scenarios: [Scenario] = []
    while index < lines.count {
      skipBlank()
      guard let text = line else { break }
      index += 1
      if text.hasPrefix("Background:") {
        background = readSteps()
      } else if text.hasPrefix("Scenario") {
        let name = text.split(separator: ":", maxSplits: 1).last.map(String.init) ?? text
        let scenario = Scenario(name: name, steps: background + readSteps())
        scenarios += text.hasPrefix("Scenario Outline") ? readRows(of: scenario) : [scenario]
      }
    }
    return scenarios
  }

  private mutating func readSteps() -> [Step] {
    var steps: [Step] = []
    while true {
      skipBlank()
      guard let text = line else { return steps }
      let keywords = ["Given ", "When ", "Then ", "And ", "But "]
      guard let keyword = keywords.first(where: text.hasPrefix) else { return steps }
      index += 1
      var step = Step(text: String(text.dropFirst(keyword.count)))
      step.document = readDocument()
      if step.document == nil { step.table = readTable() }
      steps.append(step)
    }
  }

  private mutating func readDocument() -> String? {
    let start = index
    skipBlank()
    guard line?.hasPrefix("\"\"\"") == true else {
      index = start
      return nil
    }
    let margin = lines[index].prefix { $0 == " " || $0 == "\t" }.count
    index += 1
    var content: [String] = []
    while let text = line, !text.hasPrefix("\"\"\"") {
      let blanks = lines[index].prefix(margin).prefix { $0 == " " || $0 == "\t" }.count
      content.append(String(lines[index].dropFirst(blanks)))
      index += 1
    }
    index += 1
    return content.joined(separator: "\n").replacingOccurrences(of: "\\\"\\\"\\\"", with: "\"\"\"")
  }

  private mutating func readTable() -> [[String]] {
    var rows: [[String]] = []
    skipBlank()
    while let text = line, text.hasPrefix("|") {
      rows.append(Self.cells(of: text))
      index += 1
      skipBlank()
    }
    return rows
  }

  private mutating func readRows(of outline: Scenario) -> [Scenario] {
    var scenarios: [Scenario] = []
    skipBlank()
    while line?.hasPrefix("Examples:") == true {
      index += 1
      let table = readTable()
      for row in table.dropFirst() { scenarios.append(outline.filled(table[0], row)) }
      skipBlank()
    }
    return scenarios
  }

  private static func cells(of row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row.dropFirst() {
      if isEscaped {
        cell.append(
          character == "n" ? "\n" : "|\\".contains(character) ? "\(character)" : "\\\(character)"
        )
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }
}

extension FeatureReader.Scenario {
  /// Returns the scenario with placeholders filled from a row of an outline.
  fileprivate func filled(_ names: [String], _ row: [String]) -> Self {
    func fill(_ text: String) -> String {
      zip(names, row).reduce(text) { $0.replacingOccurrences(of: "<\($1.0)>", with: $1.1) }
    }
    return Self(
      name: "\(fill(name)) | \(row.joined(separator: ", "))",
      steps: steps.map { step in
        FeatureReader.Step(
          text: fill(step.text),
          document: step.document.map(fill),
          table: step.table.map { $0.map(fill) }
        )
      }
    )
  }
}
