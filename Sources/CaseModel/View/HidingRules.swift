/// Says why a filter hides facts.
struct HidingRules {
  let index: CaseIndex
  let filter: ReadFilter
  let known: KnownClaims
  /// By the place of the fact.
  let assessments: [Assessment]

  /// Whether anything can be hidden at all.
  var mayHide: Bool { filter != ReadFilter() || !known.areAllHeard }

  /// Returns why a fact is hidden; `nil` where it is shown.
  ///
  /// What belongs to an event is hidden with it.
  func reason(_ fact: Fact) -> HiddenCounts.Reason? {
    if let event = fact.event, FactID(event) != fact.id, let whole = index.events[event],
      let reason = reason(.event(whole))
    {
      return reason
    }
    if case .event(let event) = fact, let happened = filter.happened,
      known.bounds(of: event.id).isWithin(happened) == .never
    {
      return .outsideTime
    }
    let status = index.facts.place(of: fact.id).flatMap { assessments[$0].status }
    if status == nil || isUnaskedSlot(fact), let reason = whySilent(fact) { return reason }
    guard let minimum = filter.minimum else { return nil }
    return status?.isAtLeast(minimum) == true ? nil : .belowMinimum
  }

  /// An empty slot shows only once its question has been asked.
  private func isUnaskedSlot(_ fact: Fact) -> Bool {
    guard case .participation(let participation) = fact,
      participation.participant.entity == nil, let question = participation.question
    else { return false }
    return known.about(.question(question)).isEmpty
  }

  /// Says why nobody is heard about a fact; `nil` when nobody ever said anything and no filter
  /// asks for somebody who does.
  private func whySilent(_ fact: Fact) -> HiddenCounts.Reason? {
    var targets = [ClaimTarget.fact(fact.id)]
    if case .participation(let slot) = fact, let question = slot.question {
      targets.append(.question(question))
    }
    if case .event(let event) = fact {
      targets += index.participations(in: event.id).map { .fact($0.id) }
      targets += index.attributes(of: event.id).map { .fact($0.id) }
    }
    let reasons = targets.flatMap { index.claims(about: $0) }.compactMap { known.reason($0.id) }
    if reasons.contains(.notYetKnown) || reasons.contains(.perhapsNotYetKnown) {
      return .notYetKnown
    }
    if !reasons.isEmpty {
      return reasons.contains(.sourceLeftOut) || !filter.without.isEmpty || !filter.only.isEmpty
        ? .sourceLeftOut : .retracted
    }
    if filter.asKnown != nil { return .notYetKnown }
    return filter.only.isEmpty ? nil : .sourceLeftOut
  }
}
