import ArgumentParser
import Backchannel
import CaseModel
import Diagrams
import GraphModel

/// Draws a case, a part of it, or an answer.
struct Render: Verb {
  static let verb = "render"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Draw the case, a part of it, or an answer: SVG, PNG, PDF or DOT.",
    discussion: """
      Examples:
        backchannel render --demo -o case.svg
        backchannel render M1 --demo --format png -o m1.png
        backchannel render --around "Mike Pompeo" --hops 2 --demo -o pompeo.svg
        backchannel render --path "SVR head" Schumer --demo -o path.svg
        backchannel render --event M1 --demo -o who-says.svg --manifest
        backchannel render --query "MATCH (p:Person)-[r]->(m:Meeting) RETURN p, r, m" --demo -o met.svg
        backchannel render --diff 2018-01-28 2018-02-01 --demo --format dot
        backchannel render --timeline --lanes person --style print --demo -o timeline.pdf
        backchannel render --fold agency --demo -o contacts.svg
        backchannel render --pin -o pinned.svg

      NAME alone draws an event with what was said about it, or somebody's events. A query draws the
      nodes, relationships and paths in its rows, and what these rest on.

      Up to 30 nodes get cards, up to 150 names, more get dots; what is left out is counted.

      The format follows the name of the file. Without one, a terminal gets CASE.svg and a pipe
      gets the drawing itself. Exits 1 when there is nothing to draw, or no path as strong as --min.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "An event or entity, by id or name; the whole case without one.",
      valueName: "name"
    )
  )
  var target: String?
  @OptionGroup var kindOptions: DiagramKindOptions
  @OptionGroup var timelineOptions: TimelineOptions
  @OptionGroup var parameterOptions: QueryParameterOptions
  @OptionGroup var layoutOptions: LayoutOptions
  @Flag(help: "Also write NAME.manifest.json: how the drawing came about, and its digest.")
  var manifest = false
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var fileOptions: OutputFileOptions
  @OptionGroup var styleOptions: StyleOptions

  func run() throws {
    let request = try layoutOptions.request(
      try timelineOptions.request(target: target, kindOptions)
    )
    let format = try layoutOptions.chosenFormat(fileName: fileOptions.output)
    let engine = try layoutOptions.chosenEngine()
    let isolation = LayoutIsolation.early(
      layoutOptions.firstLayout(of: request, as: format)
    )
    let opened = try layoutOptions.open(caseOptions)
    let (logPosition, view, finder) = try WaitingNote.whileReading {
      let (content, logPosition) = try opened.snapshot()
      let (view, finder) = try filterOptions.view(of: content)
      return (logPosition, view, finder)
    }
    let maker = DiagramMaker(
      opened: opened,
      view: view,
      finder: finder,
      exact: filterOptions.exact,
      parameters: try parameterOptions.values(),
      size: try layoutOptions.size(),
      style: try styleOptions.sheet()
    )
    let path = fileOptions.path(
      fallback: Console.current.isTerminal
        ? "\(view.index.content.info.id).\(format.rawValue)" : nil
    )
    if manifest, path == nil {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "--manifest stands beside a file, and the drawing goes to standard output",
          remedy: "name a file with -o"
        )
      )
    }
    let made = try maker.make(request)
    if let remark = made.remark { Console.current.note(remark) }
    guard let diagram = made.diagram, diagram.drawing.nodeCount > 0 else {
      tellNothing(maker.view, isTold: made.remark != nil)
      throw ExitCode(1)
    }
    try TimelineOptions.check(engine, diagram.drawing)
    let output = DiagramOutput(
      diagram: diagram,
      format: format,
      engine: engine,
      isolation: isolation,
      placeKeeper: layoutOptions.pin ? opened : nil,
      manifestPosition: manifest ? logPosition : nil
    )
    try output.write(to: path, fileOptions)
    if made.remark != nil { throw ExitCode(1) }
  }

  private func tellNothing(_ view: CaseView, isTold: Bool) {
    var report = Report()
    if isTold { report.footer(view) } else { report.nothing("Nothing to draw.", view: view) }
    report.printAsNotes()
  }
}
