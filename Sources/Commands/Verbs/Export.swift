import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Writes a case as a document.
struct Export: ParsableCommand {
  /// Lists the formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, dot
  }

  static let configuration = CommandConfiguration(
    abstract: "Write the case as JSON, which 'import' takes back, or as a DOT graph.",
    discussion: """
      Examples:
        backchannel export --demo > case.json
        backchannel export --public -o public.json
        backchannel export --min confirmed --without tabloid

      With filters only what they let through is written. --public leaves out everything marked
      confidential and everything that only that supports, and says how many answers it changes.
      """
  )

  @Option(help: "json or dot.") var format: Format = .json
  @Flag(name: .customLong("public"), help: "Leave out what is confidential.") var isPublic = false
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var fileOptions: OutputFileOptions

  func run() throws {
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
      switch format {
      case .json: CaseExport.json(view).text(indented: true) + "\n"
      case .dot: Diagram(view).dot
      }
    if let path = try fileOptions.write(Array(text.utf8), fallback: nil) {
      Console.current.note(
        "Wrote \(path): \(counted(content.facts.count, "fact")), \(counted(content.claims.count, "claim"))."
      )
    }
  }

  private static func report(_ edition: PublicEdition, of content: CaseContent) {
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
