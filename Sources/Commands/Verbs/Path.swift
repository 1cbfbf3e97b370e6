import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints how two are connected, by the strongest shortest chain.
struct Path: ReadingCommand {
  static let verb = "path"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "How two are connected: the strongest shortest chain and its weakest link.",
    discussion: """
      Example:
        backchannel path naryshkin "Chuck Schumer" --demo

      A path is as strong as its weakest fact. It does not lead through a country, topic or outlet
      unless --through-hubs is given. With --min, a path that is too weak is shown, but exits 1.
      """
  )

  @Argument(help: "A name in any spelling, a post, or an id.") var first: String
  @Argument(help: "Another one.") var second: String
  @Flag(help: "Also lead through countries, topics and outlets.") var throughHubs = false
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { .path(from: first, to: second, throughHubs: throughHubs) }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let one = try finder.entity(first, exact: filterOptions.exact)
    let two = try finder.entity(second, exact: filterOptions.exact)
    let names = (view.index.name(one), view.index.name(two))
    var report = Report()
    guard one != two else {
      report.nothing("Both names mean \(names.0).", view: view)
      return (report, PathAnswer.json(nil, from: one, to: two, view: view))
    }
    let path = PathAnswer(
      from: one,
      to: two,
      view: view,
      throughHubs: throughHubs
    )
    guard let path else {
      report.nothing("No path leads from \(names.0) to \(names.1).", view: view)
      if !throughHubs {
        report.lines(["Paths through countries, topics and outlets: --through-hubs"])
      }
      return (report, PathAnswer.json(nil, from: one, to: two, view: view))
    }
    report.isFound = path.isStrongEnough
    let status = path.evidence.status.map { "\($0)" } ?? "unsourced"
    if !path.isStrongEnough, let minimum = view.filter.minimum {
      report.lines([
        Report.Line("No path at strength \(minimum) or better. The strongest weaker one:")
      ])
    }
    report.heading("From \(names.0) to \(names.1): \(counted(path.steps.count, "step")), \(status)")
    // The path is looked for without the minimum, so its facts are described without it, too.
    let whole = view.withoutMinimum
    report.table(
      ["from", "to", "because", "status", "claims"],
      path.steps.map { Self.row($0, view: whole) }
    )
    if let weakest = path.evidence.weakest {
      let origins = path.evidence.origins
      report.lines([
        Report.Line(
          "Weakest link: \(whole.index.describe(weakest)), \(whole.statusPhrase(weakest)), "
            + "resting on \(counted(origins.count, "origin"))"
            + (origins.isEmpty ? "." : " (\(list(origins.map(view.index.name))))."),
          mark: .fact(weakest, whole)
        )
      ])
    }
    report.footer(view)
    return (report, PathAnswer.json(path, from: one, to: two, view: view))
  }

  private static func row(_ step: PathAnswer.Step, view: CaseView) -> Report.Row {
    let evidence = view.evidence(for: step.facts)
    return Report.Row(
      mark: .evidence(evidence),
      cells: [
        label(step.from, view), label(step.to, view),
        step.facts.last.map { view.index.describe($0) } ?? "",
        view.statusPhrase(evidence.weakest),
        evidence.claims.map(\.rawValue).joined(separator: " "),
      ]
    )
  }

  private static func label(_ node: PathAnswer.Node, _ view: CaseView) -> String {
    switch node {
    case .entity(let entity): view.label(.entity(entity))
    case .event(let event): "\(event) \(view.index.events[event]?.title ?? "")"
    }
  }
}
