import ArgumentParser
import Backchannel
import CaseModel
import CaseStore
import GraphModel

/// Prints who changed what, when and why.
struct Log: Verb {
  static let verb = "log"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Who changed what, when and why, newest first.",
    discussion: """
      Examples:
        backchannel log
        backchannel log 3

      With the number of an entry everything that it changed is listed, before and after.
      """
  )

  @Argument(help: "The number of an entry.") var entry: Int64?
  @Option(help: ArgumentHelp("How many entries at most.", valueName: "count")) var limit = 50
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let opened = try caseOptions.open()
    if let entry { return try printChanges(of: entry, in: opened) }
    let entries = try opened.log(limit: limit)
    var report = Report()
    report.table(
      ["entry", "when", "who", "verb", "what", "why"],
      entries.map { entry in
        Report.Row(cells: [
          String(entry.position), entry.at, entry.who, entry.verb, Self.what(entry), entry.why,
        ])
      }
    )
    if entries.isEmpty { report.lines(["The log is empty."]) }
    outputOptions.print(
      report,
      json: ["answer": "log", "entries": .array(entries.map(\.json))]
    )
    if entries.isEmpty { throw ExitCode(1) }
  }

  private func printChanges(of position: Int64, in opened: Case) throws {
    let changes = try opened.changes(of: position)
    let tables = try opened.tables(of: position)
    let isEmpty = changes.isEmpty && tables.isEmpty
    var report = Report()
    if !tables.isEmpty {
      report.table(["change", "kind", "table", "elements"], tables.map(\.row))
    }
    if !changes.isEmpty {
      report.table(["change", "kind", "id", "before", "after"], changes.map(\.row))
    }
    if isEmpty { report.lines([Report.Line("The log has no entry \(position).")]) }
    outputOptions.print(
      report,
      json: [
        "answer": "log", "entry": .integer(position), "changes": .array(changes.map(\.changeJSON)),
        "tables": .array(tables.map(\.json)),
      ]
    )
    if isEmpty { throw ExitCode(1) }
  }

  private static func what(_ entry: LogEntry) -> String {
    var parts: [String] = []
    if let undone = entry.undoes { parts.append("takes back \(undone)") }
    if let redone = entry.redoes { parts.append("redoes what \(redone) took back") }
    if entry.added > 0 { parts.append("+\(entry.added)") }
    if entry.changed > 0 { parts.append("~\(entry.changed)") }
    if entry.removed > 0 { parts.append("-\(entry.removed)") }
    return parts.joined(separator: " ")
  }
}

extension LogEntry {
  /// Returns the entry as the JSON output documents it.
  var json: JSONValue {
    [
      "entry": .integer(position), "at": .string(at), "who": .string(who), "why": .string(why),
      "verb": .string(verb), "undoes": undoes.map { .integer($0) } ?? .null,
      "redoes": redoes.map { .integer($0) } ?? .null, "added": .integer(Int64(added)),
      "changed": .integer(Int64(changed)), "removed": .integer(Int64(removed)),
    ]
  }
}

extension LoggedTable {
  private var word: String { isAdded ? "added" : "removed" }

  fileprivate var row: Report.Row {
    Report.Row(
      mark: isAdded ? .added : .withdrawn,
      cells: [word, kind.rawValue, name, String(elementCount)]
    )
  }

  fileprivate var json: JSONValue {
    [
      "change": .string(word), "kind": .string(kind.rawValue), "table": .string(name),
      "elements": .integer(elementCount),
    ]
  }
}

extension LoggedChange {
  fileprivate var word: String {
    before == nil ? "added" : after == nil ? "removed" : "changed"
  }

  fileprivate var row: Report.Row {
    Report.Row(
      mark: before == nil ? .added : after == nil ? .withdrawn : nil,
      cells: [
        word, kind.rawValue, key, before?.json.text() ?? "", after?.json.text() ?? "",
      ]
    )
  }

  fileprivate var changeJSON: JSONValue {
    [
      "change": .string(word), "kind": .string(kind.rawValue), "id": .string(key),
      "before": before?.json ?? .null, "after": after?.json ?? .null,
    ]
  }
}

extension GraphElement {
  /// Returns the element without its key.
  fileprivate var json: JSONValue {
    switch self {
    case .node(let node):
      ["labels": .strings(node.labels), "properties": Value.map(node.properties).json]
    case .relationship(let link):
      [
        "type": .string(link.type), "source": .string(link.source),
        "target": .string(link.target), "properties": Value.map(link.properties).json,
      ]
    }
  }
}
