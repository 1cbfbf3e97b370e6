import GraphModel

/// Finds claims that are about nothing: about an id that nothing bears, about a record that cannot
/// be claimed, or about one another in a circle.
enum ClaimTargetCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    let missing = checked.content.claims.filter { claim in
      guard case .fact(let fact) = claim.target else { return false }
      return checked.index.facts[fact] == nil
    }
    let known =
      missing.isEmpty
      ? [] : checked.records.ids { $0.isFact || $0 == .claim || $0 == .question }
    let dangling = missing.enumerated().map { count, claim in
      finding(claim, known: count < ReferenceCheck.candidateLimit ? known : [], in: checked)
    }
    return dangling + circles(in: checked)
  }

  private static func finding(_ claim: Claim, known: [String], in checked: CheckedCase)
    -> CaseFinding
  {
    let about = claim.target.rawValue
    let kind = checked.records.kinds[about]
    return CaseFinding(
      .claimAboutNothing,
      kind.map { "the claim is about '\(about)', \($0.phrase), which cannot be claimed" }
        ?? "the claim is about '\(about)', which names nothing",
      record: claim.id.rawValue,
      key: "about",
      remedy: kind == .entity
        ? "name a fact about it, such as 'EVENT/\(about)' for its part in an event"
        : "name a fact, a claim or a question of the case",
      candidates: NearMiss.candidates(for: about, among: known)
    )
  }

  private static func circles(in checked: CheckedCase) -> [CaseFinding] {
    var targets: [ClaimID: ClaimID] = [:]
    for claim in checked.content.claims {
      if case .claim(let target) = claim.target { targets[claim.id] = target }
    }
    return ClaimCircles.circles(in: targets).map { circle in
      CaseFinding(
        .claimAboutNothing,
        "the claims \(ClaimCircles.text(circle)) are about one another and no fact",
        record: circle.first?.rawValue ?? "",
        key: "about",
        remedy: "let one of them be about a fact"
      )
    }
  }
}
