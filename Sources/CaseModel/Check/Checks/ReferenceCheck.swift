import GraphModel

/// Finds ids that name no record of the kind that must stand there.
///
/// What claims are about is left to `ClaimTargetCheck`.
struct ReferenceCheck {
  /// Near misses are sought for so many ids only; each search passes over all records.
  static let candidateLimit = 20

  private let checked: CheckedCase
  private var findings: [CaseFinding] = []

  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    var check = ReferenceCheck(checked: checked)
    check.checkEntities()
    check.checkEvents()
    check.checkClaims()
    check.checkQuestions()
    return check.findings
  }

  private init(checked: CheckedCase) { self.checked = checked }

  private mutating func checkEntities() {
    for post in checked.content.posts {
      let id = post.id.rawValue
      require(post.holder, .entity, by: id, "holder")
      require(post.agency, .entity, by: id, "agency")
      require(post.country, .entity, by: id, "country")
      require(post.accreditedTo, .entity, by: id, "accreditedTo")
    }
    for relation in checked.content.relations {
      require(relation.subject, .entity, by: relation.id.rawValue, "subject")
      require(relation.object, .entity, by: relation.id.rawValue, "object")
    }
  }

  private mutating func checkEvents() {
    for participation in checked.content.participations {
      let id = participation.id.rawValue
      require(participation.event, .event, by: id, nil)
      require(participation.question, .question, by: id, "question")
      switch participation.participant {
      case .entity(let entity): require(entity, .entity, by: id, "who")
      case .unknown(_, let side): require(side, .entity, by: id, "side")
      }
    }
    for attribute in checked.content.attributes {
      let id = attribute.id.rawValue
      require(attribute.event, .event, by: id, nil)
      switch attribute.value {
      case .date: break
      case .place(let place): require(place, .entity, by: id, "of")
      // A subject that is an event was found by `resolvingTargets`.
      case .topic(let topic): require(topic, .entity, by: id, "of", orEvent: true)
      case .subject(let subject): require(subject, .event, by: id, "of")
      }
    }
  }

  private mutating func checkClaims() {
    for claim in checked.content.claims {
      let id = claim.id.rawValue
      require(claim.claimant, .entity, by: id, "claimant")
      require(claim.source, .source, by: id, "source")
      require(claim.via, .claim, by: id, "via")
      require(claim.utterance, .event, by: id, "utterance")
    }
  }

  private mutating func checkQuestions() {
    for question in checked.content.questions {
      let id = question.id.rawValue
      for entity in question.pattern.with { require(entity, .entity, by: id, "with") }
      for event in question.pattern.events { require(event, .event, by: id, "events") }
      for agency in question.pattern.agencies { require(agency, .entity, by: id, "agencies") }
      require(question.pattern.side, .entity, by: id, "side")
    }
  }

  private mutating func require<Record>(
    _ reference: Identifier<Record>?,
    _ kind: RecordKind,
    by record: String,
    _ key: String?,
    orEvent: Bool = false
  ) {
    guard let id = reference?.rawValue else { return }
    let found = checked.records.kinds[id]
    guard found != kind else { return }
    let wanted = kind.phrase + (orEvent ? " or event" : "")
    var candidates: [String] = []
    if findings.count < Self.candidateLimit {
      let known = checked.records.ids { $0 == kind || orEvent && $0 == .event }
      candidates = NearMiss.candidates(for: id, among: known)
    }
    findings.append(
      CaseFinding(
        .danglingID,
        found.map { "'\(id)' is \($0.phrase), not \(wanted)" }
          ?? "'\(id)' names nothing; it must be \(wanted)",
        record: record,
        key: key,
        remedy: "correct the id, or add the record",
        candidates: candidates
      )
    )
  }
}
