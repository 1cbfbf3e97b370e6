import GraphModel

/// Finds claims that were made, or may have been made, after the source that carries them was
/// published.
enum SaidCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.claims.compactMap { claim in
      guard let said = claim.saidOn,
        let source = claim.source.flatMap({ checked.index.sources[$0] }),
        let published = source.published, said.widensPast(published)
      else { return nil }
      let isAfter = said.isAfter(published) == .certainly
      return CaseFinding(
        isAfter ? .saidAfterPublication : .dateWidens,
        severity: .warning,
        isAfter
          ? "the claim was made on \(said.display), but its source '\(source.id)' was published "
            + "on \(published.display)"
          : "the date \(said.display) of the claim reaches past \(published.display), when its "
            + "source '\(source.id)' was published",
        record: claim.id.rawValue,
        key: "said",
        remedy: isAfter
          ? "correct 'said', or name the source that carries the claim"
          : "let 'said' end with the publication"
      )
    }
  }
}
