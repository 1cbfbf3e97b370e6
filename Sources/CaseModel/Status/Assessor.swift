import GraphModel

/// Weighs the claims about each fact.
struct Assessor {
  private let index: CaseIndex
  private let known: KnownClaims
  private var sides: SideMemory
  private let origins: OriginResolver
  /// By the place of the event.
  private var partiesToEvents: [Parties] = []

  /// Makes an assessor that hears only the claims in `known`.
  init(_ index: CaseIndex, known: KnownClaims) {
    self.index = index
    self.known = known
    sides = SideMemory(SideResolver(index, known: known))
    origins = OriginResolver(index)
  }

  /// Weighs all facts, in their order; who is a party to an event is found once for all facts of it.
  ///
  /// Complexity: linear in the facts and the claims about them and, for events, about their parts.
  mutating func assessments() -> [Assessment] {
    let (events, facts) = (index.events.records, index.facts.records)
    partiesToEvents = sideBySide(events.indices) { $0.parties(to: .event(events[$1])) }
    return sideBySide(facts.indices) { $0.assess(facts[$1]) }
  }

  private func sideBySide<Result: Sendable>(
    _ range: Range<Int>,
    _ body: @Sendable (inout Assessor, Int) -> Result
  ) -> [Result] {
    SideBySide.flatMap(range) { part in
      // Each remembers on its own.
      var assessor = self
      return part.map { body(&assessor, $0) }
    }
  }

  private mutating func assess(_ fact: Fact) -> Assessment {
    let place = fact.event.flatMap { index.events.place(of: $0) }
    let parties = place.map { partiesToEvents[$0] } ?? parties(to: fact)
    let claims = claimsThatCount(for: fact)
    let voices = voices(in: claims, parties: parties)
    let affirming = claims.filter { $0.stance.affirms }
    let origins = origins.origins(of: affirming)
    let isEmptySlot = isEmptySlot(fact)
    return Assessment(
      fact: fact.id,
      status: isEmptySlot
        ? .open
        : StatusTable.status(of: Testimony(voices: voices, originCount: origins.count)),
      sides: stances(of: parties, voices: voices, claims: claims),
      claims: claims.map(\.id),
      origins: origins,
      contradictory: voices.filter(\.contradictsItself).map(\.claimant).sorted(),
      knownSince: affirming.compactMap { KnownClaims.knownSince($0, index: index) }
        .min { earliest($0) < earliest($1) }
    )
  }

  private func isEmptySlot(_ fact: Fact) -> Bool {
    guard case .participation(let participation) = fact else { return false }
    return participation.participant.entity == nil
  }

  private func earliest(_ date: UncertainDate) -> Int {
    date.bounds.earliest?.dayNumber ?? .min
  }

  // MARK: - Claims

  /// The claims about the fact itself; for an event also those that affirm a part of it.
  private func claimsThatCount(for fact: Fact) -> [Claim] {
    var claims = known.about(.fact(fact.id))
    if case .event(let event) = fact {
      let parts =
        index.participations(in: event.id).map(\.id) + index.attributes(of: event.id).map(\.id)
      claims += parts.flatMap { known.about(.fact($0)).filter(\.stance.affirms) }
      claims.sort { $0.id < $1.id }
    }
    return claims
  }

  private mutating func voices(in claims: [Claim], parties: Parties) -> [Voice] {
    guard let first = claims.first else { return [] }
    // Of most facts only one speaks.
    if claims.allSatisfy({ $0.claimant == first.claimant }) {
      return [voice(of: first.claimant, claims: claims, parties: parties)]
    }
    var voices: [Voice] = []
    for (claimant, claims) in Dictionary(grouping: claims, by: \.claimant) {
      voices.append(voice(of: claimant, claims: claims, parties: parties))
    }
    return voices.sorted { $0.claimant < $1.claimant }
  }

  private mutating func voice(of claimant: EntityID, claims: [Claim], parties: Parties) -> Voice {
    let affirming = claims.filter { $0.stance.affirms }
    let declining = claims.filter { $0.stance == .declines }
    // Who first declined and later spoke has spoken; any other mixture stands as it is.
    let isOvertaken =
      !affirming.isEmpty
      && declining.allSatisfy { declined in
        affirming.contains { spoke in
          guard let later = spoke.saidOn, let earlier = declined.saidOn else { return false }
          return later.isAfter(earlier) == .certainly
        }
      }
    // Whoever was there speaks for the side they were there with.
    var spokenFor = parties.sidesOfMember[claimant] ?? []
    for claim in claims {
      spokenFor.formUnion(sides.voices(of: claimant, at: claim.saidOn?.bounds ?? .unbounded))
    }
    return Voice(
      claimant: claimant,
      sides: spokenFor.intersection(parties.sides),
      isParty: !spokenFor.isDisjoint(with: parties.all),
      asserts: !affirming.isEmpty,
      isOnRecord: affirming.contains(where: isOnRecord),
      denies: claims.contains { $0.stance == .denies },
      declines: !declining.isEmpty && !isOvertaken
    )
  }

  private func isOnRecord(_ claim: Claim) -> Bool {
    claim.isOnRecord ?? (index.entities[claim.claimant]?.isUnnamed != true)
  }

  // MARK: - Parties

  private struct Parties {
    /// Participants, holders and so on, and all sides.
    var all: Set<EntityID> = []
    var sides: Set<EntityID> = []
    var sidesOfMember: [EntityID: Set<EntityID>] = [:]
    /// What the sides say where none of them speaks, in natural order.
    var silence: [SideStance] = []
  }

  private mutating func parties(to fact: Fact) -> Parties {
    var parties = Parties()
    switch fact {
    case .event(let event): addParticipants(of: event.id, to: &parties)
    case .participation(let participation):
      addParticipants(of: participation.event, to: &parties)
    case .attribute(let attribute): addParticipants(of: attribute.event, to: &parties)
    case .post(let post):
      add(post.holder, at: post.held?.bounds ?? .unbounded, to: &parties)
      parties.all.formUnion([post.agency, post.country].compactMap(\.self))
    case .relation(let relation):
      add(relation.subject, at: relation.held?.bounds ?? .unbounded, to: &parties)
      add(relation.object, at: relation.held?.bounds ?? .unbounded, to: &parties)
    }
    parties.silence = parties.sides.sorted().map { side in
      SideStance(side: side, word: .silent, confirms: false, claims: [])
    }
    return parties
  }

  private mutating func addParticipants(of event: EventID, to parties: inout Parties) {
    let bounds = known.bounds(of: event)
    for participation in index.participations(in: event) {
      switch participation.participant {
      case .unknown(_, let side):
        guard let side else { continue }
        parties.all.insert(side)
        parties.sides.insert(side)
      case .entity(let entity):
        guard counts(participation) else { continue }
        add(entity, at: bounds, to: &parties)
      }
    }
  }

  /// Somebody whose part in the event is not yet known brings no side to it.
  private func counts(_ participation: Participation) -> Bool {
    let target = ClaimTarget.fact(participation.id)
    return index.isUnclaimed(target) || !known.about(target).isEmpty
  }

  private mutating func add(_ entity: EntityID, at bounds: DateBounds, to parties: inout Parties) {
    let belongs = sides.sides(of: entity, at: bounds)
    let found = Set(belongs.isEmpty ? [entity] : belongs)
    parties.all.formUnion(found.union([entity]))
    parties.sides.formUnion(found)
    parties.sidesOfMember[entity, default: []].formUnion(found)
  }

  private func stances(of parties: Parties, voices: [Voice], claims: [Claim]) -> [SideStance] {
    guard voices.contains(where: { !$0.sides.isEmpty }) else { return parties.silence }
    return parties.silence.map(\.side).map { side in
      let speakers = voices.filter { $0.sides.contains(side) }
      let claimants = Set(speakers.map(\.claimant))
      let words = Set(speakers.map(\.word)).subtracting([.silent])
      return SideStance(
        side: side,
        word: words.count > 1 ? .mixed : words.first ?? .silent,
        confirms: speakers.contains(where: \.confirmsOnRecord),
        claims: claims.filter { claimants.contains($0.claimant) }.map(\.id)
      )
    }
  }
}
