import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints what became known, stronger, weaker or withdrawn between two days.
struct Diff: ReadingCommand {
  static let verb = "diff"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "What became known, stronger, weaker or withdrawn between two days.",
    discussion: """
      Example:
        backchannel diff 2018-01-28 2018-02-01 --demo

      Exits 0 when something changed and 1 when nothing did.
      """
  )

  @Argument(help: "A day, month or year; of a longer stretch its last day counts.") var from: String
  @Argument(help: "A later one.") var to: String
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let diff = DiffAnswer(
      try FilterOptions.lastDay(of: from, option: "FROM"),
      try FilterOptions.lastDay(of: to, option: "TO"),
      index: view.index,
      filter: view.filter
    )
    var report = Report()
    guard !diff.changes.isEmpty || !diff.asked.isEmpty else {
      report.nothing(
        "Nothing became known or changed between \(diff.days.from) and \(diff.days.to).",
        view: view
      )
      return (report, diff.json(view))
    }
    report.heading("Between \(diff.days.from) and \(diff.days.to)")
    report.table(
      ["change", "fact", "before", "after", "claims"],
      diff.changes.map { change in
        Report.Row(
          mark: Self.mark(change.kind),
          cells: [
            change.kind.rawValue, view.index.describe(change.fact),
            Self.phrase(change.before), Self.phrase(change.after),
            (change.after ?? change.before)?.claims.map(\.rawValue).joined(separator: " ") ?? "",
          ]
        )
      }
    )
    report.lines(
      diff.asked.map { id in
        Report.Line(
          "\(id) asked: \(view.index.questions[id]?.text ?? "")",
          mark: .added
        )
      }
    )
    report.footer(view, [Self.summary(diff)])
    return (report, diff.json(view))
  }

  private static func phrase(_ assessment: Assessment?) -> String {
    guard let assessment else { return "–" }
    let status = assessment.status.map { "\($0)" } ?? "nobody says"
    return "\(status), \(counted(assessment.origins.count, "origin"))"
  }

  private static func mark(_ kind: DiffAnswer.Change.Kind) -> Report.Mark {
    switch kind {
    case .known: .added
    case .stronger: .stronger
    case .weaker: .weaker
    case .withdrawn: .withdrawn
    }
  }

  private static func summary(_ diff: DiffAnswer) -> Report.Line {
    let counts = DiffAnswer.Change.Kind.allCases.map { kind in
      "\(diff.changes.count { $0.kind == kind }) \(kind)"
    }
    return Report.Line(
      counts.joined(separator: ", ") + ", \(counted(diff.asked.count, "question")) asked"
    )
  }
}
