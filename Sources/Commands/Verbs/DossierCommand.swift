import ArgumentParser
import Backchannel
import CaseModel
import Diagrams
import Foundation
import GraphModel

/// Writes a case, an event or an entity as one document to print, send and read.
struct DossierCommand: Verb {
  /// Lists the formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, md
  }

  static let verb = "dossier"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Write the case, an event, or somebody's events as one page to print, send and read.",
    discussion: """
      Examples:
        backchannel dossier --demo -o dossier.html
        backchannel dossier naryshkin --demo -o naryshkin.md --diagram naryshkin.svg
        backchannel dossier --demo --public --min reported -o public.html

      The page needs nothing beside it and loads nothing: diagram, timeline, every event with what
      each side says, every claim with claimant, source and place in it, questions, conflicts, and
      what nobody has said. The format follows the name of the file: .html or .md. Without a name, a
      terminal gets CASE.html and a pipe gets the page itself.

      --public leaves out everything marked confidential and everything that only that supports.
      """
  )

  @Argument(help: "An event or entity, by id or name; the whole case without one.")
  var target: String?
  @Option(help: "html or md.") var format: Format?
  @Option(
    help: ArgumentHelp(
      "Write the diagram of Markdown to this SVG file; without it the text has none.",
      valueName: "file"
    ),
    completion: .file(extensions: ["svg"])
  )
  var diagram: String?
  @Flag(help: "Leave the diagram out of the page.") var noDiagram = false
  @Flag(name: .customLong("public"), help: "Leave out what is confidential.") var isPublic = false
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var fileOptions: OutputFileOptions
  @OptionGroup var styleOptions: StyleOptions

  func run() throws {
    let format = try chosenFormat()
    let isolation = LayoutIsolation.early(
      hasDiagram(format) ? EarlyLayout.Kind(format: .svg) : nil
    )
    let (position, view, finder) = try WaitingNote.whileReading {
      let (content, position) = try caseOptions.open().snapshot()
      // What is confidential goes first, so that neither names nor counts of it can show.
      let told = isPublic ? publicContent(of: content) : content
      let (view, finder) = try filterOptions.view(of: told)
      return (position, view, finder)
    }
    let dossier = Dossier(
      view,
      subject: try subject(finder),
      provenance: Dossier.Provenance(
        logPosition: position,
        version: ProgramVersion.text,
        isPublicEdition: isPublic
      )
    )
    guard !dossier.isEmpty else {
      var report = Report()
      report.nothing("Nothing to tell.", view: view)
      report.printAsNotes()
      throw ExitCode(1)
    }
    let fallback = Console.current.isTerminal ? "\(view.index.content.info.id).\(format)" : nil
    let drawing = try !hasDiagram(format) ? nil : drawing(of: dossier, view, isolation)
    let bytes =
      switch (format, drawing) {
      case (.html, let drawing?): try dossier.html(drawing: drawing.value)
      case (.html, nil): try dossier.html()
      case (.md, _):
        Array(dossier.markdown(diagramFile: drawing == nil ? nil : diagram.map(name)).utf8)
      }
    var files: [(String, [UInt8])] = []
    if let diagram, let drawing { files = [(diagram, try drawing.value())] }
    guard let path = fileOptions.path(fallback: fallback) else {
      if !files.isEmpty { try fileOptions.write(files) }
      return Console.current.output(bytes)
    }
    try fileOptions.write([(path, bytes)] + files)
    Console.current.note(Self.summary(dossier, path))
  }

  private func hasDiagram(_ format: Format) -> Bool {
    !noDiagram && (format == .html || diagram != nil)
  }

  /// The diagram, which is drawn while the page is written; `nil` where there is no event to draw.
  private func drawing(
    of dossier: Dossier,
    _ view: CaseView,
    _ isolation: LayoutIsolation
  ) throws(BackchannelError) -> Meanwhile<[UInt8]>? {
    let diagram = Diagram(
      view,
      scope: dossier.subject.diagramScope,
      style: try styleOptions.sheet()
    )
    guard diagram.drawing.nodeCount > 0 else { return nil }
    return Meanwhile { () throws(BackchannelError) in
      do throws(BackchannelError) { return try diagram.render(.svg, isolation: isolation) } catch {
        throw BackchannelError(
          error.diagnostics.map { problem in
            Diagnostic(
              problem.code,
              problem.message,
              remedy: [problem.remedy, "or leave the diagram out with --no-diagram"]
                .compactMap(\.self).joined(separator: ", ")
            )
          }
        )
      }
    }
  }

  /// How the text names the drawing: without its folder where both stand in one.
  private func name(of diagram: String) -> String {
    let drawing = URL(fileURLWithPath: diagram)
    guard let output = fileOptions.output, output != "-" else { return diagram }
    let folder = URL(fileURLWithPath: output).deletingLastPathComponent()
    return drawing.deletingLastPathComponent() == folder ? drawing.lastPathComponent : diagram
  }

  // MARK: - Choices

  private func publicContent(of content: CaseContent) -> CaseContent {
    let edition = PublicEdition(of: content)
    for line in PublicChanges(edition, of: content).lines { Console.current.note(line) }
    return edition.content
  }

  private func subject(_ finder: NameFinder) throws(BackchannelError) -> DossierSubject {
    guard let target else { return .whole }
    switch try finder.eventOrEntity(target, exact: filterOptions.exact) {
    case .event(let event): return .event(event)
    case .entity(let entity): return .entity(entity)
    }
  }

  private func chosenFormat() throws(BackchannelError) -> Format {
    let chosen = if let format { format } else { try formatByName() }
    guard chosen == .md || diagram == nil else {
      throw BackchannelError.usage(
        "the page holds its diagram",
        "leave --diagram out, or write --format md"
      )
    }
    return chosen
  }

  private func formatByName() throws(BackchannelError) -> Format {
    guard let name = fileOptions.output, name != "-", let dot = name.lastIndex(of: ".") else {
      return .html
    }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm", "xhtml": return .html
    case "md", "markdown": return .md
    case let ending:
      throw BackchannelError.usage("'.\(ending)' is not a format of a dossier", "one of .html, .md")
    }
  }

  private static func summary(_ dossier: Dossier, _ path: String) -> String {
    let counts = dossier.counts
    return
      "Wrote \(path): \(counted(counts.claims, "claim")), \(counted(counts.sources, "source")), "
      + "\(counted(counts.openQuestions, "question")) not fully answered, "
      + (counts.hidden == 0 ? "nothing hidden." : "\(counted(counts.hidden, "fact")) hidden.")
  }
}
