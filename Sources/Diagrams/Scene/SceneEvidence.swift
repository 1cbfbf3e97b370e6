import CaseModel

/// Says who vouches for what is drawn: the texts shown on hover, and links to sources.
struct SceneEvidence {
  /// More claims than these are counted.
  private static let claimLimit = 8

  let view: CaseView

  /// Returns what a fact is, how strong it is, what each side says, and the claims and sources.
  func tooltip(_ fact: FactID) -> String {
    guard let assessment = view.assessment(fact) else { return view.index.describe(fact) }
    let sides = assessment.sides.map { "\(view.index.name($0.side)): \($0.word)" }
    return
      ([view.index.describe(fact), StatusMark(view: view).sentence(fact)] + sides
      + contradictions(assessment) + claims(assessment) + sources(assessment))
      .joined(separator: "\n")
  }

  /// Returns who somebody is, with the claims on which the posts rest.
  func tooltip(_ figure: DiagramScene.Figure) -> String {
    guard let entity = figure.participant.entity else {
      return view.index.name(figure.participant) + "\nNobody has said who."
    }
    let held = view.index.posts(of: entity).filter { view.shows($0.id) }.sorted { $0.id < $1.id }
    let posts = held.map { post in
      let claims = view.assessment(post.id)?.claims.sorted().map(\.rawValue) ?? []
      return view.index.describe(post)
        + (claims.isEmpty ? "" : " (\(claims.prefix(Self.claimLimit).joined(separator: ", ")))")
    }
    return ([view.index.name(entity)] + posts).joined(separator: "\n")
  }

  /// Returns a claim in full: who, what, and where.
  func tooltip(_ claim: Claim) -> String {
    let said = claim.saidOn.map { "said \($0.display)" }
    let source = claim.source.map { id in
      [id.rawValue, view.index.sources[id]?.title, claim.locator].compactMap(\.self)
        .joined(separator: ", ")
    }
    return [
      "\(claim.id) \(view.index.name(claim.claimant)) \(claim.stance)",
      claim.quote.map { "“\($0)”" }, said, source, claim.note,
    ]
    .compactMap(\.self).joined(separator: "\n")
  }

  /// Adds a link to the first source on the web that carries a claim about the fact.
  func linked(_ fact: FactID, _ attributes: DOTAttributes) -> DOTAttributes {
    let url = (view.assessment(fact)?.claims.sorted() ?? []).lazy
      .compactMap { view.index.claims[$0]?.source }
      .compactMap { view.index.sources[$0] }
      .compactMap { $0.url ?? $0.archivedURL }.first
    guard let url else { return attributes }
    return attributes.merging([.url: .url(url), .target: .keyword("_blank")])
  }

  private func contradictions(_ assessment: Assessment) -> [String] {
    assessment.contradictory.map {
      "\(StatusMark.conflict) \(view.index.name($0)) contradicts themself"
    }
  }

  private func claims(_ assessment: Assessment) -> [String] {
    let lines = assessment.claims.sorted().prefix(Self.claimLimit).compactMap {
      view.index.claims[$0]
    }
    .map { claim in
      let place = [claim.source?.rawValue, claim.locator].compactMap(\.self)
      return "\(claim.id) \(view.index.name(claim.claimant)) \(claim.stance)"
        + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))")
    }
    let more = assessment.claims.count - Self.claimLimit
    return lines + (more > 0 ? ["and \(counted(more, "more claim"))"] : [])
  }

  private func sources(_ assessment: Assessment) -> [String] {
    let sources = Set(assessment.claims.compactMap { view.index.claims[$0]?.source }).sorted()
    let more = sources.count - Self.claimLimit
    return sources.prefix(Self.claimLimit).map { id in
      let source = view.index.sources[id]
      let parts = [source?.title, source?.publisher, source?.published?.shortDisplay]
      return "\(id): " + parts.compactMap(\.self).joined(separator: ", ")
    } + (more > 0 ? ["and \(counted(more, "more source"))"] : [])
  }
}
