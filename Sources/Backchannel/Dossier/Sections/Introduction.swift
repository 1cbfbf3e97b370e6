import CaseModel
import Diagrams

extension DossierContent {
  /// What stands before the contents: warnings, state, filters, numbers.
  var introduction: [Block] {
    var blocks: [Block] = []
    if let warning = confidentialWarning { blocks.append(.warning(warning)) }
    blocks.append(.paragraph(state))
    if provenance.isPublicEdition {
      blocks.append(
        .paragraph(
          "Public edition: what is marked confidential is not in it, nor anything that only that supported."
        )
      )
    }
    let filters = [view.filterSentence, view.hiddenSentence].compactMap(\.self)
    if !filters.isEmpty {
      blocks.append(.paragraph(.text(filters.joined(separator: " "))))
    }
    if let outside { blocks.append(.paragraph(outside)) }
    return blocks + [.counts(counts)]
  }

  private var confidentialWarning: Prose? {
    let sources = selection.sources.count { $0.isConfidential }
    guard counts.confidential > 0 || sources > 0 else { return nil }
    return .words(
      "Not for publication: this dossier contains \(counted(counts.confidential, "confidential claim"))"
        + " and \(counted(sources, "confidential source"))."
    )
  }

  private var state: Prose {
    var parts: [Prose] = ["Case " + .text(index.content.info.id)]
    parts.append(
      .words(view.filter.asKnown.map { "as known on \($0)" } ?? "as known at the end of its log")
    )
    if let position = provenance.logPosition { parts.append(.words("log position \(position)")) }
    if let version = provenance.version { parts.append(.words("Backchannel \(version)")) }
    return parts.joined(separator: " · ")
  }

  private var outside: Prose? {
    guard subject != .whole else { return nil }
    return .words(
      "Only what concerns the subject: \(counted(selection.omittedEventCount, "event")) and "
        + "\(counted(selection.omittedClaimCount, "claim")) of the case are outside of this dossier."
    )
  }

  /// The diagram.
  var pictureSection: DossierSection {
    DossierSection(name: "diagram", title: "Diagram", blocks: [.picture])
  }
}
