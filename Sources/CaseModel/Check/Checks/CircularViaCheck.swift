import GraphModel

/// Finds chains of claims that lead back to themselves: nobody would be their origin.
enum CircularViaCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    var outwards: [ClaimID: ClaimID] = [:]
    for claim in checked.content.claims { outwards[claim.id] = claim.via }
    return ClaimCircles.circles(in: outwards).map { circle in
      CaseFinding(
        .circularVia,
        "the chain \(ClaimCircles.text(circle)) has no end",
        record: circle.first?.rawValue ?? "",
        key: "via",
        remedy: "let 'via' lead outwards, from the words to the report of them, and end"
      )
    }
  }
}
