import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints with whom somebody was in a meeting, visit or call, and what is not known of it.
struct WhoMet: ReadingCommand {
  static let verb = "who-met"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "With whom somebody met, who says so, how strongly, and what nobody has said.",
    discussion: """
      Example:
        backchannel who-met "Mike Pompeo" --demo

      NAME is a person, agency or country in any spelling, a post such as "SVR head", or an id.
      For an agency or country the people who belonged to it at the time count.
      Exits 0 when something is found, 1 when nothing is, 2 on an error.
      """
  )

  @Argument(help: "A name in any spelling, a post, or an id.") var name: String
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { .meetings(of: name) }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let entity = try finder.entity(name, exact: filterOptions.exact)
    let answer = WhoMetAnswer(entity, view: view)
    var report = Report()
    guard !answer.rows.isEmpty || !answer.slots.isEmpty || !answer.alone.isEmpty else {
      report.nothing("Nobody says that \(view.index.name(entity)) met anybody.", view: view)
      return (report, answer.json(view))
    }
    report.isFound = !answer.rows.isEmpty
    report.heading("Who met \(view.labelWithPosts(entity))")
    Self.addRows(answer.rows + answer.slots, of: entity, to: &report, view: view)
    report.lines(
      answer.alone.map {
        Report.Line(
          "\(view.index.describe($0.id)); nobody says who else did.",
          mark: .fact($0.id, view)
        )
      }
    )
    report.lines([Self.summary(answer, view: view)])
    report.dateNotes((answer.rows + answer.slots).map(\.event.id), view: view)
    report.unknowns(answer.unknowns, view: view)
    report.footer(view)
    return (report, answer.json(view))
  }

  private static func addRows(
    _ rows: [WhoMetAnswer.Row],
    of entity: EntityID,
    to report: inout Report,
    view: CaseView
  ) {
    let sides = Set(rows.flatMap { Self.sides($0, view).map(\.side) }).sorted()
    // A column for each side reads best; more than three do not fit.
    let hasColumns = (1...3).contains(sides.count)
    let sideTitles = hasColumns ? sides.map { view.index.name($0) + " says" } : ["sides"]
    let through = rows.contains { $0.own.participant.entity != entity }
    let columns =
      (through ? ["through"] : []) + ["met", "event", "when", "status"] + sideTitles
      + ["origins", "claims"]
    report.table(
      columns,
      rows.map { row in
        let stances = Self.sides(row, view)
        let words =
          hasColumns
          ? sides.map { side in stances.first { $0.side == side }.map(view.word) ?? "–" }
          : [stances.map { "\(view.index.name($0.side)) \(view.word($0))" }.joined(separator: "; ")]
        let cells =
          (through ? [view.label(row.own.participant)] : [])
          + [
            view.label(row.other.participant), "\(row.event.id) \(row.event.title)",
            view.when(row.event.id), status(row, view),
          ] + words
          + [origins(row, view), row.evidence.claims.map(\.rawValue).joined(separator: " ")]
        return Report.Row(mark: .evidence(row.evidence), cells: cells)
      }
    )
  }

  private static func sides(_ row: WhoMetAnswer.Row, _ view: CaseView) -> [SideStance] {
    row.evidence.weakest.flatMap(view.assessment)?.sides ?? []
  }

  private static func status(_ row: WhoMetAnswer.Row, _ view: CaseView) -> String {
    guard row.other.participant.entity == nil else {
      return view.statusPhrase(row.evidence.weakest)
    }
    return row.other.question.map { "open, \($0)" } ?? "open"
  }

  private static func origins(_ row: WhoMetAnswer.Row, _ view: CaseView) -> String {
    let origins = row.evidence.origins
    return origins.isEmpty ? "0" : "\(origins.count): \(list(origins.map(view.index.name)))"
  }

  private static func summary(_ answer: WhoMetAnswer, view: CaseView) -> Report.Line {
    let claims = Set((answer.rows + answer.slots).flatMap(\.evidence.claims))
    let sources = Set(claims.compactMap { view.index.claims[$0]?.source })
    var text = counted(answer.rows.count, "row") + " from \(counted(claims.count, "claim"))"
    text += " in \(counted(sources.count, "source"))"
    if !answer.slots.isEmpty { text += ", \(counted(answer.slots.count, "open slot"))" }
    let event = (answer.rows + answer.slots).first?.event.id ?? answer.alone.first?.event
    if let event { text += ". Who says so: backchannel claims \(event) --tree" }
    return Report.Line(text)
  }
}
