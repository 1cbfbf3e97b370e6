public import CaseModel

/// Holds the numbers by which a reader can tell how well supported a dossier is.
public struct DossierCounts: Sendable {
  /// Claims that count.
  public let claims: Int
  /// Claims that were taken back.
  public let takenBack: Int
  /// Sources of the claims that count.
  public let sources: Int
  /// Independent origins of all facts together.
  public let origins: Int
  /// Events, participations and attributes by status, strongest first; the last one, whose status
  /// is `nil`, counts those about which nobody says anything.
  public let facts: [(status: Status?, count: Int)]
  /// Claims that deny.
  public let denials: Int
  /// Claims by which somebody who was asked neither confirms nor denies.
  public let refusals: Int
  /// How often a side of a fact says nothing about it.
  public let silences: Int
  /// Questions that were not answered in full.
  public let openQuestions: Int
  /// Conflicts.
  public let conflicts: Int
  /// Claims marked confidential, or from a confidential source.
  public let confidential: Int
  /// Facts that the filter hides.
  public let hidden: Int

  init(_ selection: DossierSelection, view: CaseView) {
    let counting = selection.claims.filter { view.known.excluded[$0.id] == nil }
    let told = selection.facts.filter { view.index.facts[$0]?.event != nil }
    let assessments = told.compactMap(view.assessment)
    claims = counting.count
    takenBack = selection.claims.count - counting.count
    sources = Set(counting.compactMap(\.source)).count
    origins = Set(selection.facts.flatMap { view.assessment($0)?.origins ?? [] }).count
    let statuses = Dictionary(grouping: assessments, by: \.status)
    facts = (Status.allCases.map(Status?.some) + [nil]).map { ($0, statuses[$0]?.count ?? 0) }
    denials = counting.count { $0.stance == .denies }
    refusals = counting.count { $0.stance == .declines }
    silences = assessments.map { $0.sides.count { $0.word == .silent } }.reduce(0, +)
    openQuestions = selection.questions.count { $0.state != .answered }
    conflicts = selection.conflicts.count
    confidential = selection.claims.count { view.isConfidential($0) }
    hidden = view.hidden.total
  }
}

extension CaseView {
  /// Tells whether a claim, or the source that it stands in, is marked confidential.
  func isConfidential(_ claim: Claim) -> Bool {
    claim.isConfidential || claim.source.flatMap { index.sources[$0] }?.isConfidential == true
  }
}
