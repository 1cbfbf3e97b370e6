/// Knows of the facts of a case, or of a part of one, at which nodes they stand.
struct FactHomes {
  private let events: Set<EventID>
  private var firstDates: [EventID: (id: FactID, date: UncertainDate)] = [:]
  private var nodes: [FactID: String] = [:]
  /// Tells of facts that are not in the part.
  private let elsewhere: (FactID) -> String?

  /// Of records with one id the first counts.
  init(_ content: CaseContent, elsewhere: @escaping (FactID) -> String?) {
    self.elsewhere = elsewhere
    events = Set(content.events.map(\.id))
    nodes.reserveCapacity(
      content.events.count + content.participations.count + content.attributes.count
    )
    for event in content.events { add(FactID(event.id), event.id.rawValue) }
    for fact in content.participations { add(fact.id, fact.event.rawValue) }
    for fact in content.attributes {
      add(fact.id, fact.event.rawValue)
      if case .date(let date) = fact.value, firstDates[fact.event] == nil {
        firstDates[fact.event] = (fact.id, date)
      }
    }
    for fact in content.posts { add(fact.id, fact.holder.rawValue) }
    for fact in content.relations { add(fact.id, fact.subject.rawValue) }
  }

  private mutating func add(_ fact: FactID, _ node: String) {
    if nodes[fact] == nil { nodes[fact] = node }
  }

  /// The first date of an event, which stands on the event itself; further ones are nodes.
  func firstDate(of event: EventID) -> (id: FactID, date: UncertainDate)? { firstDates[event] }

  /// Whether an event is in the part.
  func contains(_ event: EventID) -> Bool { events.contains(event) }

  /// The node that a claim points at: the record itself, or the one that a fact belongs to.
  func node(of target: ClaimTarget) -> String {
    guard case .fact(let id) = target else { return target.rawValue }
    return nodes[id] ?? elsewhere(id) ?? target.rawValue
  }
}
