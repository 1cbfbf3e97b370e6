package import CaseModel

// The words that reports and dossiers share.

extension CaseView {
  /// "confirmed by one side (Ruritania)", "reported, 1 origin" and so on.
  package func statusPhrase(_ fact: FactID?) -> String {
    guard let fact, let assessment = assessment(fact), let status = assessment.status else {
      return "nobody says"
    }
    let origins = assessment.origins.count
    switch status {
    case .confirmed: return "confirmed by " + confirmingSides(assessment)
    case .corroborated, .reported: return "\(status.rawValue), \(counted(origins, "origin"))"
    case .unconfirmed, .disputed, .denied, .open: return status.rawValue
    }
  }

  private func confirmingSides(_ assessment: Assessment) -> String {
    let confirming = assessment.confirmingSides
    if confirming.isEmpty { return "a party to it" }
    let names = list(confirming.map(index.name))
    if assessment.sides.count == 1 { return "the only side (\(names))" }
    let isAll = confirming.count == assessment.sides.count
    return (isAll ? "all sides" : counted(confirming.count, "side", "one side")) + " (\(names))"
  }

  /// "Ruritania affirms, Freedonia silent".
  package func sidePhrase(_ assessment: Assessment) -> String {
    assessment.sides.map { "\(index.name($0.side)) \(word($0))" }.joined(separator: ", ")
  }

  /// What a side says; where it says so off the record, that is said.
  package func word(_ stance: SideStance) -> String {
    switch stance.word {
    case .affirms: stance.confirms ? "affirms" : "affirms, unnamed"
    case .mixed: "contradictory"
    case .denies, .declines, .silent: stance.word.rawValue
    }
  }

  /// The date of an event as a bracketed interval, or "date not known".
  package func when(_ event: EventID) -> String { date(of: event)?.shortDisplay ?? "not known" }

  /// The name, with what makes it an answer to whom: unnamed people are marked.
  package func label(_ participant: Participant) -> String {
    let name = index.name(participant)
    guard let entity = participant.entity, index.entities[entity]?.isUnnamed == true else {
      return name
    }
    return name + " (unnamed)"
  }

  /// "Eleanor Vance (Director, RSB)".
  package func labelWithPosts(_ entity: EntityID) -> String {
    let posts = index.posts(of: entity).filter { shows($0.id) }.map { index.describe($0) }
    let name = label(.entity(entity))
    return posts.isEmpty ? name : "\(name) (\(posts.joined(separator: "; ")))"
  }

  /// "Eleanor Vance declines (c7, S1 on 2031-01-30)".
  package func testimonyPhrase(_ claim: Claim) -> String {
    "\(index.name(claim.claimant)) \(phrase(claim.stance)) (\(claim.id))"
  }

  /// The claim in full: who, stance, what, words, where, when and through whom.
  package func claimLine(_ claim: Claim, withTarget: Bool = true) -> String {
    var text = "\(claim.id) \(index.name(claim.claimant)) \(claim.stance)"
    if withTarget { text += ": " + describe(claim.target) }
    if let quote = claim.quote { text += ", “\(quote)”" }
    var details: [String] = []
    if let said = claim.saidOn { details.append("said \(said.display)") }
    if let utterance = claim.utterance { details.append("in \(utterance)") }
    if let source = claim.source {
      details.append([source.rawValue, claim.locator].compactMap(\.self).joined(separator: ", "))
    }
    if isOffRecord(claim) { details.append("not on the record by name") }
    if claim.isConfidential { details.append("confidential") }
    if !details.isEmpty { text += " (" + details.joined(separator: "; ") + ")" }
    return text
  }

  package func isOffRecord(_ claim: Claim) -> Bool {
    !(claim.isOnRecord ?? (index.entities[claim.claimant]?.isUnnamed != true))
  }

  /// What a claim is about, as a statement.
  package func describe(_ target: ClaimTarget) -> String {
    switch target {
    case .fact(let fact): return index.describe(fact)
    case .question(let id): return index.questions[id]?.text ?? id.rawValue
    case .claim(let id):
      guard let claim = index.claims[id] else { return id.rawValue }
      return "that \(index.name(claim.claimant)) \(phrase(claim.stance)) (\(id))"
    }
  }

  package func phrase(_ stance: Stance) -> String {
    switch stance {
    case .asserts: "says so"
    case .confirms: "confirms it"
    case .denies: "denies it"
    case .declines: "does not confirm or deny it"
    case .asks: "asks"
    case .retracts: "takes it back"
    }
  }

  /// The conflict as a statement, such as "Eleanor Vance both says and leaves open that …".
  package func sentence(_ conflict: Conflict) -> String {
    let facts = list(conflict.facts.map { index.describe($0) })
    switch conflict.kind {
    case .claimantContradictsItself:
      let claimant = conflict.affirming.first.flatMap { index.claims[$0]?.claimant }
      let no = leavesOpen(conflict) ? "leaves open" : "denies"
      return "\(claimant.map(index.name) ?? "") both says and \(no) that \(facts)"
    case .claimantsDisagree: return "Some say and some deny that \(facts)"
    case .valuesExclude: return "These cannot both be true: \(facts)"
    }
  }

  /// The words for the two groups of claims of a conflict.
  package func branches(_ conflict: Conflict) -> (affirming: String, opposing: String) {
    switch conflict.kind {
    case .valuesExclude: ("the first", "the second")
    case .claimantContradictsItself where leavesOpen(conflict): ("says so", "leaves it open")
    case .claimantContradictsItself, .claimantsDisagree: ("says so", "denies it")
    }
  }

  private func leavesOpen(_ conflict: Conflict) -> Bool {
    conflict.opposing.allSatisfy { index.claims[$0]?.stance == .declines }
  }

  /// What is to be said of a fact that nobody confirms, before those who spoke of it are named.
  package func doubt(_ fact: FactID) -> String {
    let statement = index.describe(fact)
    return switch status(fact) {
    case .denied: "It is denied, and nobody says, that \(statement)."
    case .disputed: "It is disputed that \(statement)."
    case nil: "Nobody says that \(statement)."
    default: "Nobody confirms that \(statement)."
    }
  }

  /// The sides that say nothing about a fact.
  package func silentSides(_ fact: FactID) -> [EntityID] {
    (assessment(fact)?.sides ?? []).filter { $0.word == .silent }.map(\.side)
  }

  /// What a filter hides, in a sentence; `nil` when it hides nothing.
  package var hiddenSentence: String? {
    guard hidden.total > 0 else { return nil }
    let reasons = HiddenCounts.Reason.allCases.filter { hidden[$0] > 0 }
      .map { reason in "\(counted(hidden[reason], "fact")) \(reason.words)" }
    return "Hidden: \(reasons.joined(separator: ", "))."
  }

  /// Which filters are at work, in a sentence; `nil` without a filter.
  package var filterSentence: String? {
    var parts: [String] = []
    if let day = filter.asKnown { parts.append("as known on \(day)") }
    if let days = filter.happened { parts.append("happened within \(days.description)") }
    if let minimum = filter.minimum { parts.append("\(minimum) or stronger") }
    if !filter.without.isEmpty { parts.append("without \(list(filter.without.sorted()))") }
    if !filter.only.isEmpty { parts.append("only from \(list(filter.only.sorted()))") }
    return parts.isEmpty ? nil : "Seen " + parts.joined(separator: ", ") + "."
  }
}

extension Unknowns {
  /// "when it was and where it was": what nobody says of an event.
  package static func words(_ gaps: [String]) -> String {
    list(
      gaps.map { gap in
        switch gap {
        case "date": "when it was"
        case "place": "where it was"
        default: "what it was about"
        }
      }
    )
  }
}

/// "1 claim", "2 claims"; `one` replaces the number and word for one, `plural` the word for many.
package func counted(_ count: Int, _ noun: String, _ one: String? = nil, _ plural: String? = nil)
  -> String
{
  if count == 1 { return one ?? "1 \(noun)" }
  return "\(count) \(plural ?? noun + "s")"
}

/// "a, b and c".
package func list(_ items: [some CustomStringConvertible]) -> String {
  guard let last = items.last else { return "" }
  let first = items.dropLast().map(\.description).joined(separator: ", ")
  return first.isEmpty ? last.description : "\(first) and \(last)"
}
