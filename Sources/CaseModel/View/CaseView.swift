/// Shows a case through a filter: which facts are visible, how strong each is, what is hidden.
///
/// Building weighs every fact once, O(claims); look-ups are O(1).
public struct CaseView: Sendable {
  /// The records.
  public let index: CaseIndex
  /// What was asked for.
  public let filter: ReadFilter
  /// The claims that count.
  public let known: KnownClaims
  /// Who belongs to which side.
  public let sides: SideResolver
  /// What the filter hides.
  public private(set) var hidden: HiddenCounts
  private var assessments: [FactID: Assessment]
  private var visible: Set<FactID>

  /// Weighs all facts of `index` through `filter`.
  public init(_ index: CaseIndex, filter: ReadFilter = ReadFilter()) {
    self.index = index
    self.filter = filter
    let known = KnownClaims(index, filter: filter)
    let facts = index.facts.records
    let assessments = Assessor(index, known: known).assessments(of: facts)
    self.known = known
    self.assessments = assessments
    sides = SideResolver(index, known: known)
    var hidden = HiddenCounts()
    var visible: Set<FactID> = []
    for fact in facts {
      let reason = Self.reasonToHide(
        fact,
        index: index,
        filter: filter,
        known: known,
        assessments: assessments
      )
      if let reason { hidden.add(reason) } else { visible.insert(fact.id) }
    }
    self.hidden = hidden
    self.visible = visible
  }

  /// Returns what is known about `fact`; `nil` when there is no such fact.
  public func assessment(_ fact: FactID) -> Assessment? { assessments[fact] }

  /// Returns how strong `fact` is; `nil` when nobody says anything.
  public func status(_ fact: FactID) -> Status? { assessments[fact]?.status }

  /// Tells whether the filter lets `fact` through.
  public func shows(_ fact: FactID) -> Bool { visible.contains(fact) }

  /// Returns this view with what only `earlier` shows added, weighed as it was there; so what was
  /// withdrawn in between can be told beside what stayed.
  ///
  /// Complexity: linear in the facts.
  public func recalling(_ earlier: CaseView) -> CaseView {
    var view = self
    for id in earlier.visible.subtracting(visible) {
      view.visible.insert(id)
      view.assessments[id] = earlier.assessments[id]
      if let fact = index.facts[id], let reason = reasonToHide(fact) { view.hidden.remove(reason) }
    }
    return view
  }

  private func reasonToHide(_ fact: Fact) -> HiddenCounts.Reason? {
    Self.reasonToHide(
      fact,
      index: index,
      filter: filter,
      known: known,
      assessments: assessments
    )
  }

  /// Returns the visible events in natural order.
  public var events: [Event] { index.content.events.filter { shows(FactID($0.id)) } }

  /// Returns the visible participations in `event`, empty slots last.
  public func participations(in event: EventID) -> [Participation] {
    let all = index.participations(in: event).filter { shows($0.id) }
    return all.filter { $0.participant.entity != nil }
      + all.filter { $0.participant.entity == nil }
  }

  /// Returns the visible participations of `entity`.
  public func participations(of entity: EntityID) -> [Participation] {
    index.participations(of: entity).filter { shows($0.id) }
  }

  /// Returns the visible attributes of `event`.
  public func attributes(of event: EventID) -> [Attribute] {
    index.attributes(of: event).filter { shows($0.id) }
  }

  /// Returns the date of `event` that is best supported, the first of equals; `nil` when undated.
  public func date(of event: EventID) -> UncertainDate? {
    let dates = attributes(of: event).compactMap { attribute -> (Int, UncertainDate)? in
      guard case .date(let date) = attribute.value else { return nil }
      return (status(attribute.id)?.rank ?? Status.allCases.count, date)
    }
    return dates.min { $0.0 < $1.0 }?.1
  }

  /// Returns the stretch in which `event` lies by the dates that the filter lets us hear of.
  public func bounds(of event: EventID) -> DateBounds { known.bounds(of: event) }

  /// Returns the sides of `entity` at the time of `event`.
  public func sides(of entity: EntityID, at event: EventID) -> [EntityID] {
    sides.sides(of: entity, at: bounds(of: event))
  }

  private static func reasonToHide(
    _ fact: Fact,
    index: CaseIndex,
    filter: ReadFilter,
    known: KnownClaims,
    assessments: [FactID: Assessment]
  ) -> HiddenCounts.Reason? {
    if let event = fact.event, FactID(event) != fact.id, let whole = index.events[event],
      let reason = reasonToHide(
        .event(whole),
        index: index,
        filter: filter,
        known: known,
        assessments: assessments
      )
    {
      return reason
    }
    if case .event(let event) = fact, let happened = filter.happened,
      known.bounds(of: event.id).isWithin(happened) == .never
    {
      return .outsideTime
    }
    let status = assessments[fact.id]?.status
    if status == nil || isUnaskedSlot(fact, known: known, index: index) {
      if let reason = whySilent(fact, index: index, filter: filter, known: known) {
        return reason
      }
    }
    guard let minimum = filter.minimum else { return nil }
    return status?.isAtLeast(minimum) == true ? nil : .belowMinimum
  }

  /// An empty slot shows only once its question has been asked.
  private static func isUnaskedSlot(_ fact: Fact, known: KnownClaims, index: CaseIndex) -> Bool {
    guard case .participation(let participation) = fact,
      participation.participant.entity == nil, let question = participation.question
    else { return false }
    return known.about(.question(question)).isEmpty
  }

  /// Says why nobody is heard about a fact; `nil` when nobody ever said anything and no filter
  /// asks for somebody who does.
  private static func whySilent(
    _ fact: Fact,
    index: CaseIndex,
    filter: ReadFilter,
    known: KnownClaims
  ) -> HiddenCounts.Reason? {
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
