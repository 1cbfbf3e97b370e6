import ArgumentParser
import Backchannel
import CaseModel
import Diagrams
import GraphModel

/// Draws a case, an event or somebody's events.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the case, an event, or somebody's events: SVG, PNG, PDF or DOT.",
    discussion: """
      Examples:
        backchannel render --demo -o case.svg
        backchannel render M1 --demo --format png -o m1.png
        backchannel render "Mike Pompeo" --demo --format dot

      The format follows the name of the file. Without one, a terminal gets CASE.svg and a pipe
      gets the drawing itself.
      """
  )

  @Argument(help: "An event or entity, by id or name; the whole case without one.")
  var target: String?
  @Option(
    help: "svg, png, pdf, dot, json, xdot, eps or ps.",
    completion: .list(LayoutFormat.allCases.map(\.rawValue))
  )
  var format: String?
  @Option(
    help: "dot, neato, fdp, sfdp, circo, twopi, osage or patchwork; by default what suits.",
    completion: .list(LayoutEngine.allCases.map(\.rawValue))
  )
  var engine: String?
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var fileOptions: OutputFileOptions

  func run() throws {
    let index = CaseIndex(try caseOptions.open().content())
    let finder = NameFinder(index)
    let view = CaseView(index, filter: try filterOptions.filter(finder))
    let diagram = Diagram(view, scope: try scope(finder))
    guard diagram.drawing.nodeCount > 0 else {
      var report = Report()
      report.nothing("Nothing to draw.", view: view)
      report.printAsNotes()
      throw ExitCode(1)
    }
    let format = try chosenFormat()
    let engine: LayoutEngine? = try engine.map { try Self.choice($0, "an engine") }
    let bytes =
      format == .dot ? Array(diagram.dot.utf8) : try diagram.render(format, engine: engine)
    let fallback =
      Console.current.isTerminal ? "\(index.content.info.id).\(format.rawValue)" : nil
    if let path = try fileOptions.write(bytes, fallback: fallback) {
      Console.current.note(Self.summary(diagram, view, path))
    }
  }

  private func scope(_ finder: NameFinder) throws(BackchannelError) -> DiagramScope {
    guard let target else { return .whole }
    switch try finder.anything(target, exact: filterOptions.exact) {
    case .event(let event): return .event(event)
    case .entity(let entity): return .entity(entity)
    default:
      throw BackchannelError(
        Diagnostic(
          .usage,
          "'\(target)' is neither an event nor an entity",
          remedy: "name a meeting, visit, call, statement, person, agency or country"
        )
      )
    }
  }

  private func chosenFormat() throws(BackchannelError) -> LayoutFormat {
    if let format { return try Self.choice(format, "a format of a diagram") }
    guard let name = fileOptions.output, name != "-", let dot = name.lastIndex(of: ".") else {
      return .svg
    }
    let ending = name[name.index(after: dot)...].lowercased()
    return try Self.choice(ending == "gv" ? "dot" : ending, "a format of a diagram")
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ text: String,
    _ kind: String
  ) throws(BackchannelError) -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    throw BackchannelError(
      Diagnostic(
        .usage,
        "'\(text)' is not \(kind)",
        remedy: "one of \(known.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: text, among: known)
      )
    )
  }

  private static func summary(_ diagram: Diagram, _ view: CaseView, _ path: String) -> String {
    let drawing = diagram.drawing
    var text = "Wrote \(path): \(counted(drawing.nodeCount, "node")), "
    text += counted(drawing.facts.count, "line")
    let statuses = Status.allCases.compactMap { status -> String? in
      let count = drawing.facts.count { view.status($0) == status }
      return count == 0 ? nil : "\(count) \(status)"
    }
    text += statuses.isEmpty ? "" : " (\(statuses.joined(separator: ", ")))"
    let hidden = view.hidden.total
    return text + (hidden == 0 ? ", nothing hidden" : ", \(counted(hidden, "fact")) hidden")
  }
}
