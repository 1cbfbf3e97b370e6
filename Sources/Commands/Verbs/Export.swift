import ArgumentParser
import Backchannel
import CaseModel
import CaseStore
import GraphModel

/// Writes a case as a document.
struct Export: ParsableCommand {
  /// Lists the formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, dot, tables
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the case as JSON, which 'import' takes back, as a DOT graph, or as tables.",
    discussion: """
      Examples:
        backchannel export --demo > case.json
        backchannel export --public -o public.json
        backchannel export --min confirmed --without tabloid

      With filters only what they let through is written. --public leaves out everything marked
      confidential and everything that only that supports, and says how many answers it changes.

      The format 'tables' writes the whole graph into a folder, -o, as lines of JSON: one file for
      each combination of labels and for each type of relationship.
      """
  )

  @Option(help: "json, dot or tables.") var format: Format = .json
  @Flag(name: .customLong("public"), help: "Leave out what is confidential.") var isPublic = false
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var fileOptions: OutputFileOptions

  func run() throws {
    guard format != .tables else { return try exportTables() }
    let index = CaseIndex(try caseOptions.open().content())
    let finder = NameFinder(index)
    let filter = try filterOptions.filter(finder)
    var content = CaseView(index, filter: filter).visibleContent
    if isPublic {
      let edition = PublicEdition(of: content)
      Self.report(edition, of: content)
      content = edition.content
    }
    // What the filter hides is gone; what it lets through is weighed as it was seen.
    var weighing = filter
    weighing.happened = nil
    weighing.minimum = nil
    let view = CaseView(CaseIndex(content), filter: weighing)
    let text =
      format == .dot ? Diagram(view).dot : CaseExport.json(view).text(indented: true) + "\n"
    if let path = try fileOptions.write(Array(text.utf8), fallback: nil) {
      Console.current.note(
        "Wrote \(path): \(counted(content.facts.count, "fact")), \(counted(content.claims.count, "claim"))."
      )
    }
  }

  private func exportTables() throws {
    guard !isPublic, filterOptions.isEmpty else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "tables hold the whole graph; nothing can be left out of them",
          remedy: "leave --public and the filters out, or write JSON"
        )
      )
    }
    guard let folder = fileOptions.output, folder != "-" else {
      throw BackchannelError(
        Diagnostic(.usage, "tables need a folder", remedy: "name one with -o FOLDER")
      )
    }
    let opened = try caseOptions.open()
    let made = try TableFolder(folder, isForced: fileOptions.force)
    let files = try made.fill { path throws(BackchannelError) in
      try opened.exportTables(to: path)
    }
    for (name, count) in files.lineCounts.sorted(by: { $0.key < $1.key }) {
      Console.current.note("\(folder)/\(name): \(counted(count, "line"))")
    }
  }

  /// Says what a public edition lacks.
  static func report(_ edition: PublicEdition, of content: CaseContent) {
    let removed = edition.removed
    let console = Console.current
    guard removed.total > 0 else {
      console.note("Nothing is marked confidential; the public edition is the whole case.")
      return
    }
    let changes = PublicEdition.changedAnswers(from: content, to: edition.content)
    console.note(
      "Left out: \(counted(removed.claims, "claim")), \(counted(removed.sources, "source")), "
        + "\(counted(removed.facts, "fact")), "
        + counted(removed.entities, "entity", "1 entity", "entities") + ", "
        + "\(counted(removed.questions, "question"))."
    )
    console.note(
      "\(counted(changes.changed, "answer")) of \(changes.total) (who met whom, questions) "
        + "\(changes.changed == 1 ? "changes" : "change")."
    )
  }
}
