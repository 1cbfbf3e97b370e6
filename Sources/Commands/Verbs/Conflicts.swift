import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints claims that cannot all stand.
struct Conflicts: ReadingCommand {
  static let verb = "conflicts"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Claims that cannot all stand: contradictions within and between claimants.",
    discussion: """
      Example:
        backchannel conflicts --demo
      """
  )

  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { .conflicts }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let conflicts = view.conflicts()
    let json: JSONValue = [
      "answer": "conflicts", "filter": view.filterJSON,
      "conflicts": .array(conflicts.map { $0.json(view) }),
    ]
    var report = Report()
    guard !conflicts.isEmpty else {
      report.nothing("No conflicts.", view: view)
      return (report, json)
    }
    report.heading(counted(conflicts.count, "conflict"))
    report.blocks.append(.tree(conflicts.map { Self.node($0, view: view) }))
    report.footer(view)
    return (report, json)
  }

  private static func node(_ conflict: Conflict, view: CaseView) -> Report.TreeNode {
    func branch(_ word: String, _ claims: [ClaimID]) -> Report.TreeNode {
      Report.TreeNode(
        text: word,
        children: claims.compactMap { view.index.claims[$0] }
          .map { Report.TreeNode(text: view.claimLine($0)) }
      )
    }
    let words = view.branches(conflict)
    return Report.TreeNode(
      mark: .conflict,
      text: view.sentence(conflict),
      children: [
        branch(words.affirming, conflict.affirming), branch(words.opposing, conflict.opposing),
      ]
    )
  }
}
