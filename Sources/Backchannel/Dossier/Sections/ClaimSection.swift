import CaseModel

extension DossierContent {
  /// Every claim once, under what it is about.
  var claimSection: DossierSection {
    let groups = Dictionary(grouping: selection.claims, by: \.target)
    var told: Set<ClaimTarget> = []
    let order =
      selection.facts.map(ClaimTarget.fact)
      + selection.questions.map { .question($0.question.id) }
      + selection.claims.map(\.target)
    let targets = order.filter { groups[$0] != nil && told.insert($0).inserted }
    let table = Table(
      "Who says what, where, when and through whom",
      ["Claim", "Claimant", "Stance", "Words", "Source", "When", "Reached us"],
      groups: targets.map { group($0, groups[$0] ?? []) }
    )
    return DossierSection(
      name: "claims",
      title: "Claims",
      count: selection.claims.count,
      blocks: targets.isEmpty ? [.paragraph("Nobody says anything.")] : [.table(table)]
    )
  }

  private func group(_ target: ClaimTarget, _ claims: [Claim]) -> Table.Group {
    var heading = Prose()
    switch target {
    case .fact(let fact):
      heading = statement(fact)
      heading += ": " + (view.shows(fact) ? status(fact) : "no longer claimed by anybody")
      let origins = view.assessment(fact)?.origins ?? []
      if !origins.isEmpty {
        heading += .words(origins.count == 1 ? "; origin: " : "; origins: ") + names(origins)
      }
    case .claim(let id):
      heading = "About the claim " + .claim(id)
      if let claim = index.claims[id] {
        heading +=
          ": " + name(claim.claimant)
          + .words(" \(view.phrase(claim.stance)), of: ") + .text(view.describe(claim.target))
      }
    case .question(let id):
      heading = "About the question " + .question(id) + " " + .text(view.describe(target))
    }
    return Table.Group(
      anchor: .claims(about: target),
      heading: heading,
      rows: claims.map(row)
    )
  }

  private func row(_ claim: Claim) -> Table.Row {
    var mark = Prose.text(claim.id.rawValue)
    if view.isConfidential(claim) { mark += " (confidential)" }
    var stance: [Prose] = [.words(claim.stance.rawValue)]
    if view.isOffRecord(claim) { stance.append("not on the record by name") }
    if let retraction = view.retraction(of: claim.id) {
      stance.append(.strong("does not count: taken back by ") + .claim(retraction))
    }
    var words: [Prose] = []
    if let quote = claim.quote { words.append(Prose([.quote(quote, language: claim.language)])) }
    if let note = claim.note { words.append("Note: " + .text(note)) }
    var when: [Prose] = []
    if let said = claim.saidOn { when += ["said " + .date(said.display)] + basis(said) }
    if let known = KnownClaims.knownSince(claim, index: index) {
      when.append("known since " + .date(known.shortDisplay))
    }
    return Table.Row(
      anchor: .claim(claim.id),
      cells: [
        .line(mark), .line(name(claim.claimant)), .lines(stance), .lines(words),
        .line(place(claim)), .lines(when), .line(route(claim)),
      ]
    )
  }

  /// Source and place in it, and the public utterance.
  func place(_ claim: Claim) -> Prose {
    var place = Prose()
    if let source = claim.source { place += .source(source) } else { place += "no source" }
    if let locator = claim.locator { place += ", " + .text(locator) }
    if let utterance = claim.utterance { place += "; in " + .event(utterance) }
    return place
  }

  /// The chain through which a claim reached us, the nearest first.
  private func route(_ claim: Claim) -> Prose {
    let chain = OriginResolver(index).chain(outwards: claim)
    guard !chain.isEmpty else { return "directly" }
    let links = chain.map { id -> Prose in
      guard let link = index.claims[id] else { return .claim(id) }
      let name = index.name(link.claimant)
      return .claim(id) + " (" + Prose([.record(.entity(link.claimant), name)]) + ")"
    }
    return "through " + links.joined(separator: ", through ")
  }
}
