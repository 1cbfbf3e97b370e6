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
  /// By the place of the fact.
  private var assessments: [Assessment]
  /// By the place of the fact; empty where nothing can be hidden.
  private var isHidden: [Bool] = []

  /// Weighs all facts of `index` through `filter`.
  public init(_ index: CaseIndex, filter: ReadFilter = ReadFilter()) {
    self.index = index
    self.filter = filter
    known = KnownClaims(index, filter: filter)
    sides = SideResolver(index, known: known)
    var assessor = Assessor(index, known: known)
    assessments = assessor.assessments()
    hidden = HiddenCounts()
    let rules = HidingRules(index: index, filter: filter, known: known, assessments: assessments)
    guard rules.mayHide else { return }
    isHidden = index.facts.records.map { fact in
      guard let reason = rules.reason(fact) else { return false }
      hidden.add(reason)
      return true
    }
  }

  /// Returns what is known about `fact`; `nil` when there is no such fact.
  public func assessment(_ fact: FactID) -> Assessment? {
    index.facts.place(of: fact).map { assessments[$0] }
  }

  /// Returns how strong `fact` is; `nil` when nobody says anything.
  public func status(_ fact: FactID) -> Status? {
    index.facts.place(of: fact).flatMap { assessments[$0].status }
  }

  /// Tells whether the filter lets `fact` through.
  public func shows(_ fact: FactID) -> Bool {
    index.facts.place(of: fact).map { isHidden.isEmpty || !isHidden[$0] } ?? false
  }

  /// Calls `body` with every fact in turn, what is known about it, and whether the filter lets it
  /// through.
  public func forEachFact(_ body: (_ fact: Fact, _ known: Assessment, _ isShown: Bool) -> Void) {
    for (place, fact) in index.facts.records.enumerated() {
      body(fact, assessments[place], isHidden.isEmpty || !isHidden[place])
    }
  }

  /// Returns this view with what only `earlier`, of the same case, shows added, weighed as it was
  /// there; so what was withdrawn in between can be told beside what stayed.
  ///
  /// Complexity: linear in the facts.
  public func recalling(_ earlier: CaseView) -> CaseView {
    let rules = HidingRules(index: index, filter: filter, known: known, assessments: assessments)
    var view = self
    for (place, fact) in index.facts.records.enumerated()
    where !isHidden.isEmpty && isHidden[place] && earlier.shows(fact.id) {
      view.isHidden[place] = false
      view.assessments[place] = earlier.assessment(fact.id) ?? view.assessments[place]
      if let reason = rules.reason(fact) { view.hidden.remove(reason) }
    }
    return view
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
}
