import ArgumentParser
import Backchannel
import CaseStore
import Formats
import Foundation
import GraphModel

/// Checks a case, or documents before they are imported.
struct Check: Verb {
  static let verb = "check"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Check case documents, or the case itself, as a compiler would.",
    discussion: """
      Examples:
        backchannel check story.yaml
        backchannel check --case case.backchannel

      A document is checked together with the archived source texts that it names, relative to its
      folder. Without a document the case is checked, its file and its log included. Exits 0 when
      there is no error, though there may be warnings, and 2 when there is one.
      """
  )

  @Argument(
    help: "Case documents; the case itself without one.",
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var files: [String] = []
  @Option(
    help: ArgumentHelp("Where archived source texts lie.", valueName: "folder"),
    completion: .directory
  )
  var archive: String?
  @Flag(help: "Print the findings as JSON.") var json = false
  @OptionGroup var caseOptions: CaseOptions

  func run() throws {
    var all: [Diagnostic] = []
    var texts: [String] = []
    for file in files {
      let (found, text) = try check(file)
      all += found
      texts += found.map(DiagnosticRenderer(source: text).text)
    }
    if files.isEmpty {
      let opened = try caseOptions.open()
      try opened.checkIntegrity()
      all = try opened.check(archive: archive) + Self.indexFindings(opened)
      texts = all.map(DiagnosticRenderer().text)
    }
    printFindings(all, texts)
    if all.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
  }

  /// A damaged index costs time and no data.
  private static func indexFindings(_ opened: Case) throws -> [Diagnostic] {
    guard let state = try opened.indexState(), !state.isUsable else { return [] }
    return [
      Diagnostic(
        .storage,
        severity: .warning,
        "the index is damaged, of another version, or not of this case",
        file: state.path,
        remedy: "nothing needs to be done: the next query builds it anew, as does "
          + "'backchannel index --rebuild'"
      )
    ]
  }

  /// A document that cannot be read has findings, too; the next one is checked all the same.
  private func check(_ file: String) throws -> (found: [Diagnostic], text: String?) {
    do throws(BackchannelError) {
      let reading = try CaseFiles.document(file)
      let folder = archive ?? URL(fileURLWithPath: file).deletingLastPathComponent().path
      return (CaseCheck.diagnostics(in: reading, archive: folder), reading.text)
    } catch {
      return (error.diagnostics, error.sourceText)
    }
  }

  private func printFindings(_ all: [Diagnostic], _ texts: [String]) {
    let console = Console.current
    let errors = all.count { $0.severity == .error }
    if json {
      let value: JSONValue = ["answer": "check", "findings": .array(all.map(\.json))]
      return console.print(value.text(indented: true) + "\n")
    }
    for text in texts { console.print(PlainText.printable(text) + "\n") }
    console.print(
      all.isEmpty
        ? "No findings.\n"
        : "\(counted(errors, "error")), \(counted(all.count - errors, "warning"))\n"
    )
  }
}
