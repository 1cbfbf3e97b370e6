import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints claims that cannot all stand.
struct Conflicts: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Claims that cannot all stand: contradictions within and between claimants.",
    discussion: """
      Example:
        backchannel conflicts --demo
      """
  )

  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

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
    let facts = conflict.facts.map { view.index.describe($0) }
    let isAgainstItself = conflict.kind == .claimantContradictsItself
    let declines = conflict.opposing.allSatisfy { view.index.claims[$0]?.stance == .declines }
    let text: String
    switch conflict.kind {
    case .claimantContradictsItself:
      let claimant = conflict.affirming.first.flatMap { view.index.claims[$0]?.claimant }
      let name = claimant.map(view.index.name) ?? ""
      text =
        "\(name) both says and \(declines ? "leaves open" : "denies") that \(list(facts))"
    case .claimantsDisagree: text = "Some say and some deny that \(list(facts))"
    case .valuesExclude: text = "These cannot both be true: \(list(facts))"
    }
    return Report.TreeNode(
      mark: .conflict,
      text: text,
      children: conflict.kind == .valuesExclude
        ? [
          branch("the first", conflict.affirming), branch("the second", conflict.opposing),
        ]
        : [
          branch("says so", conflict.affirming),
          branch(isAgainstItself && declines ? "leaves it open" : "denies it", conflict.opposing),
        ]
    )
  }
}
