import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints the questions that somebody asks, with their answers, partial answers and refusals.
struct Questions: ReadingCommand {
  static let verb = "questions"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "What somebody demands to know: answers, partial answers, refusals.",
    discussion: """
      Example:
        backchannel questions --demo

      A question is answered when every fact of an answer is confirmed and the answer is named;
      partial when there are weaker answers; refused when whoever was asked declines; else open.
      """
  )

  @Argument(help: "Only the question with this id.") var id: String?
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { .questions }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let wanted = try id.map { try finder.question($0) }
    let all = view.coverage().filter { wanted == nil || $0.question.id == wanted }
    let json: JSONValue = [
      "answer": "questions", "filter": view.filterJSON,
      "questions": .array(all.map { $0.json(view) }),
    ]
    var report = Report()
    guard !all.isEmpty else {
      report.nothing("No questions.", view: view)
      return (report, json)
    }
    let open = all.count { $0.state != .answered }
    report.heading("\(counted(all.count, "question")), \(open) not fully answered")
    report.blocks.append(.tree(all.map { Self.node($0, view: view) }))
    report.footer(view)
    return (report, json)
  }

  private static func node(_ coverage: QuestionCoverage, view: CaseView) -> Report.TreeNode {
    func claims(_ ids: [ClaimID]) -> [Report.TreeNode] {
      ids.compactMap { view.index.claims[$0] }.map { Report.TreeNode(text: view.claimLine($0)) }
    }
    var children: [Report.TreeNode] = []
    if !coverage.asked.isEmpty {
      children.append(Report.TreeNode(text: "asked", children: claims(coverage.asked)))
    }
    children.append(
      coverage.answers.isEmpty
        ? Report.TreeNode(text: "answers: none")
        : Report.TreeNode(
          text: coverage.state == .answered ? "answers" : "partial answers",
          children: coverage.answers.map { node($0, view: view) }
        )
    )
    if !coverage.refusals.isEmpty {
      children.append(
        Report.TreeNode(text: "neither confirmed nor denied", children: claims(coverage.refusals))
      )
    }
    return Report.TreeNode(
      mark: .status(coverage.state == .answered ? .confirmed : .open, origins: 0),
      text: "\(coverage.question.id) \(coverage.state): \(coverage.question.text)",
      children: children
    )
  }

  private static func node(_ answer: QuestionCoverage.Answer, view: CaseView) -> Report.TreeNode {
    var text = "\(view.index.describe(answer.fact)): \(view.statusPhrase(answer.evidence.weakest))"
    if answer.isUnnamed { text += "; nobody is named" }
    if !answer.untied.isEmpty {
      let names = list(answer.untied.map(view.index.name))
      text += "; nobody says that \(names) took part in \(answer.event)"
    }
    if let assessment = view.assessment(answer.fact) { text += "; \(view.sidePhrase(assessment))" }
    text += " [\(answer.evidence.claims.map(\.rawValue).joined(separator: " "))]"
    return Report.TreeNode(mark: .evidence(answer.evidence), text: text)
  }
}
