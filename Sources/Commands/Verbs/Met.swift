import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints whether two met: evidence for, against and silent, by side.
struct Met: ReadingCommand {
  static let verb = "met"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Whether two met: evidence for, against, declined and silent, by side.",
    discussion: """
      Example:
        backchannel met pompeo naryshkin --demo

      Exits 0 when somebody says that both were in one meeting, visit or call, however weakly, and
      1 when nobody does.
      """
  )

  @Argument(help: "A name in any spelling, a post, or an id.") var first: String
  @Argument(help: "Another one.") var second: String
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { .encounters(first, second) }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let one = try finder.entity(first, exact: filterOptions.exact)
    let two = try finder.entity(second, exact: filterOptions.exact)
    let answer = MetAnswer(one, two, view: view)
    let names = (view.index.name(one), view.index.name(two))
    var report = Report()
    guard let strongest = answer.encounters.first else {
      report.nothing("Nobody says that \(names.0) met \(names.1).", view: view)
      return (report, answer.json(view))
    }
    report.heading("Did \(names.0) meet \(names.1)?")
    report.lines([
      Report.Line(
        Self.verdict(strongest.evidence, names: names, view: view),
        mark: .evidence(strongest.evidence)
      )
    ])
    for encounter in answer.encounters {
      report.heading(
        "\(encounter.event.id) \(encounter.event.title), \(view.when(encounter.event.id))"
      )
      let parts = [encounter.parts.first.id, encounter.parts.second.id]
      // Who speaks of a part speaks of the event; each claim is told once, where it belongs.
      let told = Set(parts.flatMap { view.assessment($0)?.claims ?? [] })
      report.blocks.append(
        .tree(
          [Self.node(FactID(encounter.event.id), except: told, view: view)]
            + parts.map { Self.node($0, view: view) }
        )
      )
    }
    report.dateNotes(answer.encounters.map(\.event.id), view: view)
    report.unknowns(answer.unknowns, view: view)
    report.footer(view)
    return (report, answer.json(view))
  }

  private static func verdict(
    _ evidence: Evidence,
    names: (String, String),
    view: CaseView
  ) -> String {
    let link = evidence.weakest.map { view.index.describe($0) } ?? ""
    switch evidence.status {
    case .confirmed:
      return "Yes, \(view.statusPhrase(evidence.weakest)): \(names.0) met \(names.1)."
    case .corroborated, .reported:
      return "It is \(view.statusPhrase(evidence.weakest)), and no party has spoken: \(link)."
    case .unconfirmed:
      let asked = evidence.weakest.map { view.testimony(on: $0).declined } ?? []
      let who = list(Set(asked.map(\.claimant)).sorted().map(view.index.name))
      return "Nobody confirms that \(link). Asked, and neither confirming nor denying: \(who)."
    case .disputed: return "It is disputed: somebody says, and a party denies, that \(link)."
    case .denied: return "A party denies, and nobody says, that \(link)."
    case .open, nil: return "Nobody says that \(link)."
    }
  }

  private static func node(
    _ fact: FactID,
    except told: Set<ClaimID> = [],
    view: CaseView
  ) -> Report.TreeNode {
    let testimony = view.testimony(on: fact)
    var children: [Report.TreeNode] = []
    for (word, claims) in [
      ("for", testimony.for), ("against", testimony.against), ("declined", testimony.declined),
    ] {
      let claims = claims.filter { !told.contains($0.id) }
      guard !claims.isEmpty else { continue }
      children.append(
        Report.TreeNode(
          text: word,
          children: claims.map { Report.TreeNode(text: view.claimLine($0)) }
        )
      )
    }
    let silent = (view.assessment(fact)?.sides ?? []).filter { $0.word == .silent }
    if !silent.isEmpty {
      children.append(
        Report.TreeNode(text: "silent: \(list(silent.map { view.index.name($0.side) }))")
      )
    }
    let sides = view.assessment(fact).map(view.sidePhrase) ?? ""
    return Report.TreeNode(
      mark: .fact(fact, view),
      text: "\(view.index.describe(fact)): \(view.statusPhrase(fact))"
        + (sides.isEmpty ? "" : "; \(sides)"),
      children: children
    )
  }
}
