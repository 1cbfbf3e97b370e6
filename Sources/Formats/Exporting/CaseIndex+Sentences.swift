import CaseModel
import GraphModel

/// Words for formats that hold claims as text.
extension CaseIndex {
  /// Returns a claim as words, such as "Jon Huntsman asserts: Mike Pompeo took part in M1".
  func sentence(_ claim: Claim) -> String {
    "\(name(claim.claimant)) \(claim.stance.rawValue): \(describe(claim.target))"
  }

  /// Returns what a claim is about as words.
  func describe(_ target: ClaimTarget) -> String {
    switch target {
    case .fact(let fact): return describe(fact)
    case .question(let question): return questions[question]?.text ?? question.rawValue
    case .claim(let claim):
      guard let other = claims[claim] else { return claim.rawValue }
      return "\(name(other.claimant)) \(other.stance.rawValue) \(other.target.rawValue)"
    }
  }

  /// Returns the entities and events that a claim is about, the ends of a fact in order.
  func subjects(of target: ClaimTarget) -> (entities: [EntityID], events: [EventID]) {
    switch target {
    case .claim(let claim): return innermost(claim).map { subjects(of: $0) } ?? ([], [])
    case .question(let question):
      let pattern = questions[question]?.pattern
      return (pattern?.with ?? [], pattern?.events ?? [])
    case .fact(let fact):
      switch facts[fact] {
      case .event(let event): return ([], [event.id])
      case .participation(let part):
        return ([part.participant.entity].compactMap(\.self), [part.event])
      case .attribute(let attribute):
        switch attribute.value {
        case .date: return ([], [attribute.event])
        case .place(let entity), .topic(let entity): return ([entity], [attribute.event])
        case .subject(let event): return ([], [attribute.event, event])
        }
      case .post(let post):
        return ([post.holder, post.agency, post.country].compactMap(\.self), [])
      case .relation(let relation): return ([relation.subject, relation.object], [])
      case nil: return ([], [])
      }
    }
  }

  /// Returns what a chain of claims about claims ends at; `nil` where it runs in a circle.
  private func innermost(_ claim: ClaimID) -> ClaimTarget? {
    var seen: Set<ClaimID> = []
    var id = claim
    while seen.insert(id).inserted {
      guard let target = claims[id]?.target else { return nil }
      guard case .claim(let next) = target else { return target }
      id = next
    }
    return nil
  }
}

extension UncertainDate {
  /// The day, month or year that the date is; `nil` where it is none of them.
  var prefix: String? { FTMDate.prefix(bounds) }

  /// The first and the last day in ISO 8601, where they are known and have four digits.
  var days: (first: String?, last: String?) {
    func day(_ text: String?) -> String? { text?.utf8.count == 10 ? text : nil }
    return (day(bounds.earliest?.description), day(bounds.latest?.description))
  }
}
