import CaseModel
import GraphModel

extension DossierContent {
  /// People, agencies and countries: posts, events, what they say, what is not known of them.
  var entitySection: DossierSection {
    let facts = EntityFacts(self)
    let order: [EntityType] = [.person, .agency, .country]
    let entities = order.flatMap { type in selection.entities.filter { $0.type == type } }
    return DossierSection(
      name: "people",
      title: "People, agencies and countries",
      count: entities.count,
      blocks: entities.isEmpty
        ? [.paragraph("None.")] : entities.map { record($0, facts: facts) }
    )
  }

  private func record(_ entity: Entity, facts: EntityFacts) -> Block {
    var blocks: [Block] = [.terms(terms(entity, facts: facts))]
    let parts = facts.parts[entity.id] ?? []
    if !parts.isEmpty {
      blocks.append(
        .table(
          Table(
            "Events of \(view.label(.entity(entity.id)))",
            ["Event", "When", "Role", "Status"],
            rows: parts.map(row)
          )
        )
      )
    }
    return .record(
      .entity(entity.id),
      heading: .text(view.label(.entity(entity.id))),
      blocks
    )
  }

  private func row(_ part: Participation) -> Table.Row {
    Table.Row(
      cells: [
        .line(.event(part.event) + " " + .text(index.events[part.event]?.title ?? "")),
        .line(.date(view.when(part.event))), .line(.text(part.role)), .line(status(part.id)),
      ]
    )
  }

  private func terms(_ entity: Entity, facts: EntityFacts) -> [Block.Term] {
    var terms: [Block.Term] = []
    func add(_ name: String, _ lines: [Prose]) {
      if !lines.isEmpty { terms.append(Block.Term(name: name, lines: lines)) }
    }
    let kind = [entity.type.rawValue.lowercased(), entity.agencyKind?.rawValue].compactMap(\.self)
    add("Kind", [.words(kind.joined(separator: ", "))])
    add("Id", [.text(entity.id.rawValue)])
    if !entity.names.isEmpty {
      let names = entity.names.map { Prose.text($0.text) + .words(" (\($0.kind.rawValue))") }
      add("Also", [names.joined(separator: ", ")])
    }
    let sides = view.sides.sides(of: entity.id, at: .unbounded).filter { $0 != entity.id }
    if !sides.isEmpty { add("Side", [names(sides)]) }
    add("Posts", (facts.posts[entity.id] ?? []).map { link($0.id, held: $0.held) })
    add("Ties", (facts.relations[entity.id] ?? []).map { link($0.id, held: $0.held) })
    add("Seen within", facts.seen(entity.id, view: view).map { [.date($0.description)] } ?? [])
    let through = facts.partsOfMembers[entity.id] ?? []
    if !through.isEmpty {
      let parts = through.map { part in
        Prose.event(part.event) + " (" + name(part.participant) + ")"
      }
      add("Through its people", [parts.joined(separator: ", ")])
    }
    add("Made these claims", (facts.claims[entity.id].map { [.claims($0)] }) ?? [])
    add("Not known", unknowns(of: entity, facts: facts))
    if let note = entity.note { add("Note", [.text(note)]) }
    for (system, id) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
      add("Known elsewhere as", [.text("\(system) \(id)")])
    }
    return terms
  }

  /// A post or relation with its status, who says so, and when it held.
  private func link(_ fact: FactID, held: UncertainDate?) -> Prose {
    var line = Prose([.record(.claims(about: .fact(fact)), index.describe(fact))])
    if let held { line += .words(", " + held.display) }
    line += ": " + status(fact)
    let claims = view.assessment(fact)?.claims ?? []
    return claims.isEmpty ? line : line + " (" + .claims(claims) + ")"
  }

  private func unknowns(of entity: Entity, facts: EntityFacts) -> [Prose] {
    let doubts = (facts.parts[entity.id] ?? []).map(\.id).filter { fact in
      [.unconfirmed, .disputed, .denied, nil].contains(view.status(fact))
    }
    var lines = doubts.map { Prose([.record(.fact($0), view.doubt($0))]) }
    lines += (facts.slots[entity.id] ?? []).map { slot in
      "Nobody has said who, in " + .event(slot.event) + ": "
        + Prose([.record(.fact(slot.id), index.name(slot.participant))])
    }
    lines += (facts.questions[entity.id] ?? []).map { coverage in
      .question(coverage.question.id) + .words(" \(coverage.state): ")
        + .text(coverage.question.text)
    }
    return lines
  }
}

/// Holds what belongs to each entity, gathered in one walk over the records.
private struct EntityFacts {
  /// Its parts in the events of the dossier, by date.
  private(set) var parts: [EntityID: [Participation]] = [:]
  /// The parts of those who belonged to it at the time.
  private(set) var partsOfMembers: [EntityID: [Participation]] = [:]
  /// The empty slots on its side.
  private(set) var slots: [EntityID: [Participation]] = [:]
  private(set) var posts: [EntityID: [Post]] = [:]
  private(set) var relations: [EntityID: [Relation]] = [:]
  /// The claims it made that count.
  private(set) var claims: [EntityID: [ClaimID]] = [:]
  /// The questions not answered that name it.
  private(set) var questions: [EntityID: [QuestionCoverage]] = [:]

  init(_ content: DossierContent) {
    let view = content.view
    for entry in TimelineAnswer(content.selection.events, view: view).entries {
      let bounds = view.bounds(of: entry.event.id)
      for part in view.participations(in: entry.event.id) {
        add(part, at: bounds, view: view)
      }
    }
    for fact in content.selection.facts {
      switch view.index.facts[fact] {
      case .post(let post):
        posts[post.holder, default: []].append(post)
        if let agency = post.agency { posts[agency, default: []].append(post) }
      case .relation(let relation):
        relations[relation.subject, default: []].append(relation)
        if relation.object != relation.subject {
          relations[relation.object, default: []].append(relation)
        }
      default: continue
      }
    }
    for claim in content.selection.claims where view.known.excluded[claim.id] == nil {
      claims[claim.claimant, default: []].append(claim.id)
    }
    for coverage in content.selection.questions where coverage.state != .answered {
      let pattern = coverage.question.pattern
      for entity in Set(pattern.with + pattern.agencies) {
        questions[entity, default: []].append(coverage)
      }
    }
  }

  private mutating func add(_ part: Participation, at bounds: DateBounds, view: CaseView) {
    switch part.participant {
    case .unknown(_, let side):
      if let side { slots[side, default: []].append(part) }
    case .entity(let entity):
      parts[entity, default: []].append(part)
      for group in view.sides.groups(of: entity, at: bounds) where group != entity {
        partsOfMembers[group, default: []].append(part)
      }
    }
  }

  /// The first and the last possible day of its dated events.
  func seen(_ entity: EntityID, view: CaseView) -> DateBounds? {
    let bounds = (parts[entity] ?? []).compactMap { view.date(of: $0.event)?.bounds }
    return bounds.first.map { bounds.dropFirst().reduce($0) { $0.hull($1) } }
  }
}
