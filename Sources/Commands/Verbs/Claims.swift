import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints who says what about a fact, event or entity, or what somebody claims.
struct Claims: ReadingCommand {
  static let verb = "claims"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Who says what, where, on which day, and through whom it reached us.",
    discussion: """
      Examples:
        backchannel claims M1 --tree --demo
        backchannel claims M1/naryshkin --demo
        backchannel claims --by huntsman --demo

      TARGET is the id or name of an event, fact, entity, claim, source or question. Without one
      all claims are listed.
      """
  )

  @Argument(help: "An id, or a name in any spelling.") var target: String?
  @Flag(help: "Group by fact and show through whom each claim reached us.") var tree = false
  @Option(help: "Only claims made by this person, agency or country.") var by: String?
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject {
    target == nil && by == nil ? .everything : .claims(about: target, by: by)
  }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let claimant = try by.map { try finder.entity($0, exact: filterOptions.exact) }
    let record = try target.map { try finder.anything($0, exact: filterOptions.exact) }
    let selection = ClaimSelection(record, by: claimant, view: view)
    var report = Report()
    let json: JSONValue = [
      "answer": "claims", "filter": view.filterJSON,
      "facts": .array(selection.facts.map(view.json)),
      "claims": .array(selection.claims.map(view.json)),
    ]
    guard !selection.claims.isEmpty else {
      report.nothing("Nobody says anything about this.", view: view)
      return (report, json)
    }
    if tree {
      addTree(selection, to: &report, view: view)
    } else {
      addTable(selection, to: &report, view: view)
    }
    report.footer(view, [Report.Line(counted(selection.claims.count, "claim"))])
    return (report, json)
  }

  private func addTable(_ selection: ClaimSelection, to report: inout Report, view: CaseView) {
    report.table(
      ["claim", "claimant", "stance", "about", "said", "source", "via"],
      selection.claims.map { claim in
        let quote = claim.quote.map { " “\($0)”" } ?? ""
        return Report.Row(
          cells: [
            claim.id.rawValue, view.label(.entity(claim.claimant)), claim.stance.rawValue,
            "\(claim.target.rawValue): \(view.describe(claim.target))\(quote)",
            claim.saidOn?.shortDisplay ?? "–",
            [claim.source?.rawValue, claim.locator].compactMap(\.self).joined(separator: ", "),
            claim.via?.rawValue ?? "–",
          ])
      }
    )
  }

  private func addTree(_ selection: ClaimSelection, to report: inout Report, view: CaseView) {
    let chosen = Set(selection.claims.map(\.id))
    var told: Set<ClaimID> = []
    var nodes: [Report.TreeNode] = []
    for fact in selection.facts {
      let claims = view.known.about(.fact(fact)).filter { chosen.contains($0.id) }
      let isEvent = view.index.events[EventID(fact.rawValue)] != nil
      guard !claims.isEmpty || isEvent else { continue }
      told.formUnion(claims.map(\.id))
      let sides = view.assessment(fact).map(view.sidePhrase) ?? ""
      nodes.append(
        Report.TreeNode(
          mark: .fact(fact, view),
          text: "\(view.index.describe(fact)): \(view.statusPhrase(fact))"
            + (sides.isEmpty ? "" : "; \(sides)"),
          children: claims.map { node($0, view: view) }
        )
      )
    }
    let rest = selection.claims.filter { !told.contains($0.id) }
    nodes += rest.map { node($0, view: view, withTarget: true) }
    report.blocks.append(.tree(nodes))
  }

  private func node(_ claim: Claim, view: CaseView, withTarget: Bool = false) -> Report.TreeNode {
    let chain = OriginResolver(view.index).chain(outwards: claim)
    let links = chain.compactMap { view.index.claims[$0] }
    var children = links.reversed().reduce(into: [Report.TreeNode]()) { children, link in
      let text = "through \(view.index.name(link.claimant)) (\(link.id))"
      children = [Report.TreeNode(text: text, children: children)]
    }
    if let note = claim.note { children.append(Report.TreeNode(text: note)) }
    return Report.TreeNode(
      text: view.claimLine(claim, withTarget: withTarget),
      children: children
    )
  }
}

/// Picks the claims that concern a record.
struct ClaimSelection {
  /// The facts concerned, the whole before its parts.
  let facts: [FactID]
  /// The claims about them, in natural order.
  let claims: [Claim]

  init(_ record: NamedRecord?, by claimant: EntityID?, view: CaseView) {
    let index = view.index
    let counting = index.content.claims.filter { view.known.excluded[$0.id] == nil }
    var facts: [FactID] = []
    let concerned: (Claim) -> Bool
    switch record {
    case .event(let event):
      facts =
        [FactID(event)] + view.participations(in: event).map(\.id)
        + view.attributes(of: event).map(\.id)
      concerned = Self.isAbout(facts)
    case .fact(let fact):
      facts = [fact]
      concerned = Self.isAbout(facts)
    case .entity(let entity):
      facts =
        view.participations(of: entity).map(\.id)
        + (index.posts(of: entity) + index.posts(at: entity)).map(\.id)
        + (index.relations(from: entity) + index.relations(to: entity)).map(\.id)
      concerned = Self.isAbout(facts)
    case .claim(let id):
      concerned = { $0.id == id || $0.target == .claim(id) }
      if case .fact(let fact) = index.claims[id]?.target { facts = [fact] }
    case .source(let source): concerned = { $0.source == source }
    case .question(let question): concerned = { $0.target == .question(question) }
    case nil: concerned = { _ in true }
    }
    claims = counting.filter { claim in
      concerned(claim) && (claimant == nil || claim.claimant == claimant)
        && Self.isShown(claim.target, view)
    }
    if facts.isEmpty {
      var seen: Set<FactID> = []
      facts = claims.compactMap { claim in
        guard case .fact(let fact) = claim.target, seen.insert(fact).inserted else { return nil }
        return fact
      }
    }
    self.facts = facts.filter(view.shows)
  }

  /// What a filter hides is not told through the claims about it either.
  private static func isShown(_ target: ClaimTarget, _ view: CaseView) -> Bool {
    guard case .fact(let fact) = target else { return true }
    return view.shows(fact)
  }

  private static func isAbout(_ facts: [FactID]) -> (Claim) -> Bool {
    let targets = Set(facts.map(ClaimTarget.fact))
    return { targets.contains($0.target) }
  }
}
