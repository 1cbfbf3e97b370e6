import GraphModel

/// Finds dates of events that reach past the publication of every source that gives them, which is
/// how a careless reading of "last week" shows.
enum DateCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.attributes.compactMap { attribute in
      guard case .date(let date) = attribute.value,
        let (source, published) = latestPublication(of: attribute, in: checked),
        date.widensPast(published)
      else { return nil }
      return CaseFinding(
        .dateWidens,
        severity: .warning,
        "the date \(date.display) reaches past \(published.display), when its source "
          + "'\(source.id)' was published",
        record: attribute.id.rawValue,
        key: "edtf",
        remedy: "let the date end with the publication, unless the source speaks of the future"
      )
    }
  }

  /// The last published source in which somebody gives the date.
  private static func latestPublication(of attribute: Attribute, in checked: CheckedCase)
    -> (source: Source, published: UncertainDate)?
  {
    checked.index.claims(about: .fact(attribute.id))
      .filter(\.stance.affirms)
      .compactMap { claim -> (source: Source, published: UncertainDate)? in
        guard let source = claim.source.flatMap({ checked.index.sources[$0] }),
          let published = source.published
        else { return nil }
        return (source, published)
      }
      .max { $0.published.bounds.last < $1.published.bounds.last }
  }
}
