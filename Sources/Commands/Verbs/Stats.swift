import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints what a case holds, in numbers.
struct Stats: ReadingCommand {
  static let verb = "stats"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "What the case holds, in numbers.",
    discussion: """
      Example:
        backchannel stats --demo
      """
  )

  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let statistics = CaseStatistics(view)
    var report = Report()
    report.heading("\(view.index.content.info.id): \(view.index.content.info.title)")
    report.add(statistics)
    report.isFound = statistics.claimCount > 0 || !statistics.events.isEmpty
    report.footer(view)
    return (report, statistics.json(view))
  }
}

extension Report {
  /// Adds the counts of a case.
  mutating func add(_ statistics: CaseStatistics) {
    var rows: [Row] = []
    func add(_ group: String, _ name: String, _ count: Int, mark: Mark? = nil) {
      rows.append(Row(mark: mark, cells: [group, name, String(count)]))
    }
    for (type, count) in statistics.entities { add("entities", type.rawValue.lowercased(), count) }
    for (type, count) in statistics.events { add("events", type.rawValue.lowercased(), count) }
    for (status, count) in statistics.statuses {
      add(
        "facts of events",
        status?.rawValue ?? "nobody says",
        count,
        mark: .status(status, origins: 0)
      )
    }
    add("claims", "counting", statistics.claimCount)
    if statistics.excludedClaimCount > 0 {
      add("claims", "left out", statistics.excludedClaimCount)
    }
    add("sources", "with claims", statistics.sourceCount)
    add("origins", "independent", statistics.originCount)
    for (state, count) in statistics.questions { add("questions", state.rawValue, count) }
    add("conflicts", "", statistics.conflictCount)
    table(["what", "kind", "count"], rows)
  }
}
