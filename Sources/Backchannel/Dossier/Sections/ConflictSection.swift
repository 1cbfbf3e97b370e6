import CaseModel

extension DossierContent {
  /// Claims that cannot all stand.
  var conflictSection: DossierSection {
    DossierSection(
      name: "conflicts",
      title: "Conflicts",
      count: selection.conflicts.count,
      blocks: [
        selection.conflicts.isEmpty
          ? .paragraph("No claims contradict each other.") : .list(selection.conflicts.map(item))
      ]
    )
  }

  private func item(_ conflict: Conflict) -> Block.Item {
    let words = view.branches(conflict)
    func branch(_ word: String, _ claims: [ClaimID]) -> Block.Item {
      Block.Item(line: .words(word + ": ") + claims.map(testimonyInSource).joined(separator: "; "))
    }
    return Block.Item(
      line: Prose([.conflict("")]) + .text(view.sentence(conflict)) + " ("
        + conflict.facts.map { Prose([.record(.fact($0), $0.rawValue)]) }.joined(separator: ", ")
        + ")",
      items: [
        branch(words.affirming, conflict.affirming), branch(words.opposing, conflict.opposing),
      ]
    )
  }

  private func testimonyInSource(_ id: ClaimID) -> Prose {
    guard let claim = index.claims[id] else { return .claim(id) }
    return testimony(claim) + ", " + place(claim)
  }
}
