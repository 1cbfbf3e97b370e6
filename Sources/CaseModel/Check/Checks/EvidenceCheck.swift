import GraphModel

/// Finds facts about which nobody says anything.
///
/// Empty slots are passed over: nobody needs to claim a gap. An event rests on what is said about
/// its parts.
enum EvidenceCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.facts.compactMap { fact in
      guard !isClaimed(fact, in: checked), !isSlot(fact) else { return nil }
      return CaseFinding(
        .factWithoutClaim,
        severity: .warning,
        message(fact, in: checked),
        record: fact.id.rawValue,
        remedy: "add a claim with 'about: \(fact.id)'"
      )
    }
  }

  private static func message(_ fact: Fact, in checked: CheckedCase) -> String {
    guard case .event(let event) = fact else {
      return "nobody says that \(checked.index.describe(fact))"
    }
    return "nobody says that \(event.id) took place, or anything about it"
  }

  private static func isClaimed(_ fact: Fact, in checked: CheckedCase) -> Bool {
    if !checked.index.claims(about: .fact(fact.id)).isEmpty { return true }
    guard case .event(let event) = fact else { return false }
    let parts =
      checked.index.participations(in: event.id).map(\.id)
      + checked.index.attributes(of: event.id).map(\.id)
    return parts.contains { !checked.index.claims(about: .fact($0)).isEmpty }
  }

  private static func isSlot(_ fact: Fact) -> Bool {
    guard case .participation(let participation) = fact else { return false }
    return participation.participant.entity == nil
  }
}
