import GraphModel

/// Finds quotes that do not stand in the archived text of their source.
enum QuoteCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    let quoted = checked.content.claims.filter { $0.quote != nil && $0.source != nil }
    return Dictionary(grouping: quoted, by: \.source).flatMap { source, claims -> [CaseFinding] in
      guard let source, case .text(let text, _) = checked.archivedTexts[source] else { return [] }
      let archived = QuotedText(text)
      return claims.compactMap { claim in
        guard let quote = claim.quote, !archived.contains(quote: quote) else { return nil }
        return CaseFinding(
          .quoteNotInSource,
          severity: .warning,
          "the quote does not stand in the archived text of '\(source)'",
          record: claim.id.rawValue,
          key: "quote",
          remedy: "quote word for word, and mark what is left out with …"
        )
      }
    }
  }
}
