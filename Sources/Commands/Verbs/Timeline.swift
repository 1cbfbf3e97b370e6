import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints what happened when, with bars for dates that are not exact.
struct Timeline: ReadingCommand {
  static let verb = "timeline"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "What happened when, and what is certain about the order.",
    discussion: """
      Examples:
        backchannel timeline --demo
        backchannel timeline "Mike Pompeo" --from 2018-01 --to 2018-02 --demo
      """
  )

  @Argument(help: "Only events in which this entity took part.") var name: String?
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { name.map { .events(of: $0) } ?? .everything }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let entity = try name.map { try finder.entity($0, exact: filterOptions.exact) }
    let timeline = TimelineAnswer(of: entity, view: view)
    var report = Report()
    guard !timeline.entries.isEmpty else {
      report.nothing("No events.", view: view)
      return (report, timeline.json(view))
    }
    let dated = timeline.entries.filter { $0.date != nil }
    let axis = TimeAxis(dated.compactMap { $0.date?.bounds })
    let hasTime = view.filter.happened != nil
    report.heading("Timeline" + (entity.map { " of \(view.index.name($0))" } ?? ""))
    report.table(
      ["when"] + (axis.map { [$0.title] } ?? []) + ["event", "type", "status"]
        + (hasTime ? ["within"] : []),
      timeline.entries.map { entry in
        let bar = axis.map { [entry.date.map($0.bar) ?? ""] } ?? []
        return Report.Row(
          mark: .fact(FactID(entry.event.id), view),
          cells: [view.when(entry.event.id)] + bar + [
            "\(entry.event.id) \(entry.event.title)", entry.event.type.rawValue.lowercased(),
            view.statusPhrase(FactID(entry.event.id)),
          ] + (hasTime ? ["\(entry.isWithin)"] : [])
        )
      }
    )
    report.lines(
      timeline.certainOrder.isEmpty
        ? []
        : [
          Report.Line(
            "Certain: "
              + timeline.certainOrder.map { "\($0.before) before \($0.after)" }
              .joined(separator: ", ")
          )
        ]
    )
    report.dateNotes(timeline.entries.map(\.event.id), view: view)
    if axis != nil { report.lines(["█ on this day   ▒ somewhere in this stretch   ◀ ▶ open end"]) }
    report.footer(view)
    return (report, timeline.json(view))
  }
}

/// A line of cells on which dates are drawn as bars; the cells are of equal length in days.
struct TimeAxis {
  /// The number of cells.
  static let width = 32

  private let first: Int
  private let last: Int

  /// Makes an axis that spans all bounds; `nil` when none has a known end.
  init?(_ bounds: [DateBounds]) {
    let days = bounds.flatMap { [$0.earliest?.dayNumber, $0.latest?.dayNumber] }.compactMap(\.self)
    guard let first = days.min(), let last = days.max() else { return nil }
    self.first = first
    self.last = max(last, first + 1)
  }

  /// The first and last day, one at either end of the line.
  var title: String {
    let ends = [first, last].map { CalendarDate(dayNumber: $0)?.description ?? "" }
    let gap = max(1, Self.width - ends.map(\.count).reduce(0, +))
    return ends.joined(separator: String(repeating: " ", count: gap))
  }

  /// The bar of one date.
  func bar(_ date: UncertainDate) -> String {
    let bounds = date.bounds
    let start = bounds.earliest.map { cell($0.dayNumber) } ?? 0
    let end = max(start, bounds.latest.map { cell($0.dayNumber) } ?? Self.width - 1)
    let fill: Character = bounds.onlyDay == nil ? "▒" : "█"
    return String(
      (0..<Self.width).map { position in
        if position == start, bounds.earliest == nil { return "◀" }
        if position == end, bounds.latest == nil { return "▶" }
        return (start...end).contains(position) ? fill : "·"
      }
    )
  }

  private func cell(_ day: Int) -> Int {
    min(Self.width - 1, (day - first) * (Self.width - 1) / (last - first))
  }
}
