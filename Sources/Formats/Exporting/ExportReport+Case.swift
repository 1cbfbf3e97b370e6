import CaseModel

extension ExportReport {
  /// Counts the records of a case that a format holds.
  init(counting edition: ExportEdition) {
    self.init()
    let content = edition.view.index.content
    counts = [
      .init("entities", content.entities.count), .init("events", content.events.count),
      .init("facts", content.facts.count), .init("claims", content.claims.count),
      .init("sources", content.sources.count),
    ]
  }

  /// Notes a loss of every claim of which a condition holds.
  mutating func lose(_ what: String, claims: [Claim], where isLost: (Claim) -> Bool) {
    lose(what, count: claims.count(where: isLost))
  }

  /// Notes what formats of others have no place for.
  mutating func loseOthers(_ edition: ExportEdition) {
    lose("elements that are no records are left out", count: edition.otherCount)
  }
}
