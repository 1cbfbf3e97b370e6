import CaseModel

/// Follows events to those who took part, these to their agencies, and all of it to the claims and
/// to those who make them.
struct DossierSearch {
  /// The people, agencies and countries found.
  private(set) var entities: Set<EntityID> = []
  /// The claims found.
  private(set) var claims: Set<ClaimID> = []
  /// The facts found, the events first.
  private(set) var facts: [FactID] = []
  private var pending: [EntityID] = []
  private var links: [FactID] = []
  private let view: CaseView
  private let origins: OriginResolver

  init(_ view: CaseView) {
    self.view = view
    origins = OriginResolver(view.index)
  }

  /// Adds events and questions, and all that they lead to.
  mutating func add(
    _ events: [Event],
    asksFor questions: [QuestionCoverage],
    subject: DossierSubject
  ) {
    if case .entity(let entity) = subject { find(entity) }
    for event in events {
      let parts = view.participations(in: event.id)
      let attributes = view.attributes(of: event.id)
      facts += [FactID(event.id)] + parts.map(\.id) + attributes.map(\.id)
      for part in parts {
        switch part.participant {
        case .entity(let entity): find(entity)
        case .unknown(_, let side): if let side { find(side) }
        }
      }
    }
    for fact in facts { addClaims(about: .fact(fact)) }
    for question in questions {
      addClaims(about: .question(question.question.id))
      let pattern = question.question.pattern
      for entity in pattern.with + pattern.agencies { find(entity) }
    }
    followEntities()
  }

  /// Adds everybody else in the case, and their posts and relations.
  mutating func addAllEntities() {
    for entity in view.index.content.entities { find(entity.id) }
    followEntities()
  }

  /// Tells whether a claim may be told: it counts, or it did until it was taken back.
  func isListed(_ claim: Claim) -> Bool {
    if case .fact(let fact) = claim.target, !view.shows(fact), !isTakenBack(claim.id) {
      return false
    }
    return view.known.excluded[claim.id] == nil || isTakenBack(claim.id)
  }

  private func isTakenBack(_ claim: ClaimID) -> Bool { view.isTakenBack(claim) }

  private mutating func find(_ entity: EntityID) {
    guard let type = view.index.entities[entity]?.type,
      [.person, .agency, .country].contains(type),
      entities.insert(entity).inserted
    else { return }
    pending.append(entity)
  }

  /// Follows posts and relations upwards, from people to agencies to countries.
  private mutating func followEntities() {
    let index = view.index
    while let entity = pending.popLast() {
      for post in index.posts(of: entity) where view.shows(post.id) {
        links.append(post.id)
        addClaims(about: .fact(post.id))
        for group in [post.agency, post.country, post.accreditedTo] {
          if let group { find(group) }
        }
      }
      for relation in index.relations(from: entity) where view.shows(relation.id) {
        links.append(relation.id)
        addClaims(about: .fact(relation.id))
        find(relation.object)
      }
    }
    facts += links.sorted()
    links = []
  }

  private mutating func addClaims(about target: ClaimTarget) {
    var targets = [target]
    while let target = targets.popLast() {
      for claim in view.index.claims(about: target)
      where isListed(claim) && claims.insert(claim.id).inserted {
        find(claim.claimant)
        targets.append(.claim(claim.id))
        for link in origins.chain(outwards: claim) {
          guard let carrier = view.index.claims[link], isListed(carrier) else { continue }
          if claims.insert(link).inserted { find(carrier.claimant) }
        }
      }
    }
  }
}

extension CaseView {
  /// Returns the retraction by which a claim, or one through which it reached us, does not count;
  /// `nil` for a claim that counts, or that a filter hides.
  func retraction(of claim: ClaimID) -> ClaimID? {
    switch known.excluded[claim] {
    case .retracted(let by): by
    case .viaExcluded(let root):
      if case .retracted(let by) = known.excluded[root] { by } else { nil }
    default: nil
    }
  }

  /// Tells whether a claim counted until it was taken back.
  func isTakenBack(_ claim: ClaimID) -> Bool { retraction(of: claim) != nil }
}
