import GraphModel

/// Finds claims that assert, confirm or deny a question, which can only be asked, declined or
/// taken back.
enum StanceCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.claims.compactMap { claim in
      guard case .question(let question) = claim.target, !fitsQuestion(claim.stance) else {
        return nil
      }
      return CaseFinding(
        .invalidValue,
        severity: .warning,
        "'\(question)' is a question, which nobody \(claim.stance.rawValue)",
        record: claim.id.rawValue,
        key: "stance",
        remedy: "write 'asks' or 'declines', or let the claim be about the fact that answers it"
      )
    }
  }

  private static func fitsQuestion(_ stance: Stance) -> Bool {
    switch stance {
    case .asks, .declines, .retracts: true
    case .asserts, .confirms, .denies: false
    }
  }
}
