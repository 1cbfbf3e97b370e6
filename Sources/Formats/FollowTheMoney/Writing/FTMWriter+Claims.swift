import CaseModel

/// Claims and questions, each a note with links to those who made it.
extension FTMWriter {
  mutating func addClaim(_ claim: Claim) {
    let noteID = id(claim.id)
    var note = FTMEntity(noteID, "Note", claims: [claim.id])
    note.add("name", index.sentence(claim))
    note.add("description", claim.quote, language: claim.language)
    note.add("keywords", FTMWord.claim)
    note.add("keywords", claim.stance.rawValue)
    note.add("keywords", claim.language.map { FTMWord.language + $0 })
    if claim.isConfidential { note.add("keywords", FTMWord.confidential) }
    if let isOnRecord = claim.isOnRecord {
      note.add("keywords", isOnRecord ? FTMWord.onRecord : FTMWord.offRecord)
    }
    for thing in things(claim.target) { note.refer("entity", to: thing) }
    addProof(claim.source, to: &note)
    note.add("notes", claim.note)
    put(note)
    var link = FTMEntity(id(claim.id, "claimant"), "UnknownLink", claims: [claim.id])
    link.refer("subject", to: id(claim.claimant))
    link.refer("object", to: noteID)
    link.add("role", claim.stance.rawValue)
    if case .fact(let fact) = claim.target {
      link.add("status", view.status(fact)?.rawValue, claims: [])
    }
    FTMDate.add(claim.saidOn, to: &link)
    link.add("recordId", claim.target.rawValue)
    link.add("summary", claim.locator)
    addProof(claim.source, to: &link)
    put(link)
    if let via = claim.via {
      addReference(claim.id, "via", from: noteID, to: id(via), role: FTMWord.via)
    }
    if let utterance = claim.utterance {
      addReference(claim.id, "utterance", from: noteID, to: id(utterance), role: FTMWord.utterance)
    }
  }

  /// Returns the things that a claim is about, those of a link being its ends.
  private func things(_ target: ClaimTarget) -> [String] {
    switch target {
    case .claim(let claim): return [id(claim)]
    case .question(let question): return [id(question)]
    case .fact(let fact):
      switch index.facts[fact] {
      case .event(let event): return [id(event.id)]
      case .participation(let participation):
        let slot = id(participation.id, "slot")
        return [id(participation.event), participation.participant.entity.map { id($0) } ?? slot]
      case .attribute(let attribute): return [id(attribute.event)]
      case .post(let post): return [id(post.holder), id(post.id, "position")]
      case .relation(let relation): return [id(relation.subject), id(relation.object)]
      case nil: return []
      }
    }
  }

  mutating func addQuestion(_ question: Question) {
    let noteID = id(question.id)
    let pattern = question.pattern
    var note = FTMEntity(noteID, "Note")
    note.add("name", question.text)
    note.add("keywords", FTMWord.question)
    note.add("keywords", pattern.find.rawValue)
    for type in pattern.types { note.add("keywords", type.rawValue) }
    for entity in pattern.with { note.refer("entity", to: id(entity)) }
    for event in pattern.events { note.refer("entity", to: id(event)) }
    note.add("notes", question.note)
    put(note)
    if let side = pattern.side {
      addReference(question.id, "side", from: noteID, to: id(side), role: FTMWord.side)
    }
    for (position, agency) in pattern.agencies.enumerated() {
      addReference(
        question.id,
        "with\(position)",
        from: noteID,
        to: id(agency),
        role: FTMWord.agency
      )
    }
  }
}
