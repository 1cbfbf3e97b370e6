import CaseModel

/// Picks the records that a dossier tells of, each once and in natural order.
///
/// Complexity: O(n log n) in the records of the case.
struct DossierSelection {
  /// The events.
  let events: [Event]
  /// The people, agencies and countries that take part, speak, or belong to those who do.
  let entities: [Entity]
  /// The visible facts of the events, then the posts and relations of the entities.
  let facts: [FactID]
  /// The claims that count or were taken back.
  let claims: [Claim]
  /// The sources of the claims.
  let sources: [Source]
  /// The questions about the events or the subject.
  let questions: [QuestionCoverage]
  /// The conflicts about the facts.
  let conflicts: [Conflict]
  /// How many visible events are outside of the subject.
  let omittedEventCount: Int
  /// How many claims that count are outside of the subject.
  let omittedClaimCount: Int

  init(_ view: CaseView, subject: DossierSubject) {
    let index = view.index
    let visible = view.events
    let events = Self.events(of: subject, among: visible, view: view)
    let questions = Self.questions(of: subject, events: events, view: view)
    var search = DossierSearch(view)
    search.add(events, asksFor: questions, subject: subject)
    let listed = index.content.claims.filter { search.isListed($0) }
    let chosen: Set<ClaimID>
    if subject == .whole {
      search.addAllEntities()
      chosen = Set(listed.map(\.id))
    } else {
      chosen = search.claims
    }
    let facts = search.facts
    let factSet = Set(facts)
    self.events = events
    self.questions = questions
    self.facts = facts
    entities = index.content.entities.filter { search.entities.contains($0.id) }
    claims = listed.filter { chosen.contains($0.id) }
    let carriers = Set(claims.compactMap(\.source))
    let isPartial = subject != .whole || view.filter != ReadFilter()
    sources = index.content.sources.filter { !isPartial || carriers.contains($0.id) }
    conflicts = view.conflicts().filter { $0.facts.allSatisfy(factSet.contains) }
    omittedEventCount = visible.count - events.count
    omittedClaimCount = listed.count - claims.count
  }

  private static func events(
    of subject: DossierSubject,
    among visible: [Event],
    view: CaseView
  ) -> [Event] {
    switch subject {
    case .whole: return visible
    case .event(let id):
      return visible.filter { event in
        event.id == id || isAbout(event.id, id, view) || isAbout(id, event.id, view)
      }
    case .entity(let entity):
      let members = Membership(of: entity, view: view)
      return visible.filter { event in
        view.participations(in: event.id).contains { part in
          if case .unknown(_, let side) = part.participant { return side == entity }
          return members.contains(part)
        } || view.attributes(of: event.id).contains { isPlaceOrTopic($0, entity) }
      }
    }
  }

  private static func isPlaceOrTopic(_ attribute: Attribute, _ entity: EntityID) -> Bool {
    attribute.value == .place(entity) || attribute.value == .topic(entity)
  }

  private static func isAbout(_ event: EventID, _ subject: EventID, _ view: CaseView) -> Bool {
    view.attributes(of: event).contains { $0.value == .subject(subject) }
  }

  private static func questions(
    of subject: DossierSubject,
    events: [Event],
    view: CaseView
  ) -> [QuestionCoverage] {
    let all = view.coverage()
    if subject == .whole { return all }
    let chosen = Set(events.map(\.id))
    return all.filter { coverage in
      let pattern = coverage.question.pattern
      if pattern.events.contains(where: chosen.contains) { return true }
      if coverage.answers.contains(where: { chosen.contains($0.event) }) { return true }
      guard case .entity(let entity) = subject else { return false }
      return pattern.with.contains(entity) || pattern.agencies.contains(entity)
        || pattern.side == entity
    }
  }
}
