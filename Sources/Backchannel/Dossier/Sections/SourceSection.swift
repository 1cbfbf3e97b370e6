import CaseModel
import GraphModel

extension DossierContent {
  /// Every source with what it takes to find it.
  var sourceSection: DossierSection {
    DossierSection(
      name: "sources",
      title: "Sources",
      count: selection.sources.count,
      blocks: selection.sources.isEmpty
        ? [.paragraph("No sources are recorded.")] : sourceRecords
    )
  }

  private var sourceRecords: [Block] {
    var claims: [SourceID: Int] = [:]
    for claim in selection.claims {
      if let source = claim.source { claims[source, default: 0] += 1 }
    }
    return selection.sources.map { source in
      .record(
        .source(source.id),
        heading: .text(source.id.rawValue) + " " + .text(source.title),
        [.terms(terms(source, claimCount: claims[source.id] ?? 0))]
      )
    }
  }

  private func terms(_ source: Source, claimCount: Int) -> [Block.Term] {
    var terms: [Block.Term] = []
    func add(_ name: String, _ lines: [Prose]) {
      if !lines.isEmpty { terms.append(Block.Term(name: name, lines: lines)) }
    }
    func add(_ name: String, _ text: String?) { add(name, text.map { [.text($0)] } ?? []) }
    if source.isConfidential { add("Confidential", ["not for publication"]) }
    add("Publisher", source.publisher)
    add("Author", source.author)
    add("Published", source.published.map(date) ?? [])
    add("Retrieved", source.retrieved.map(date) ?? [])
    add("Address", source.url.map { [address($0)] } ?? [])
    add("Archived copy", source.archivedURL.map { [address($0)] } ?? [])
    add("Archived text", source.archivedText)
    add("SHA-256", source.sha256)
    add("Note", source.note)
    add("Claims", [.words(String(claimCount))])
    return terms
  }

  /// An address that leads to the web; any other is only shown.
  private func address(_ text: String) -> Prose {
    WebAddress(text).map { Prose([.web($0)]) } ?? .text(text)
  }
}
