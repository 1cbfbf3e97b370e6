import CaseModel

extension DossierContent {
  /// What nobody has said: an answer in its own right.
  var unknownSection: DossierSection {
    let unknowns = Unknowns(
      facts: selection.facts.filter { index.facts[$0]?.event != nil },
      events: selection.events.map(\.id),
      entity: nil,
      view: view
    )
    let slots = selection.facts.compactMap(emptySlot)
    let open = selection.questions.filter { $0.state != .answered }
    let items =
      unknowns.unconfirmed.map(doubt) + slots + open.map(shortly) + unknowns.missing.map(gap)
    return DossierSection(
      name: "unknown",
      title: "What nobody has said",
      count: items.count,
      blocks: [
        items.isEmpty
          ? .paragraph("Nothing is recorded as open.") : .list(items.map { Block.Item(line: $0) })
      ]
    )
  }

  private func doubt(_ fact: FactID) -> Prose {
    var line =
      Prose([.status(view.status(fact), "")]) + Prose([.record(.fact(fact), view.doubt(fact))])
    let testimony = view.testimony(on: fact)
    let voices = testimony.for + testimony.against + testimony.declined
    if !voices.isEmpty { line += " " + voices.map(self.testimony).joined(separator: "; ") + "." }
    let silent = view.silentSides(fact)
    if !silent.isEmpty { line += " Silent: " + names(silent) + "." }
    return line
  }

  private func emptySlot(_ fact: FactID) -> Prose? {
    guard case .participation(let part)? = index.facts[fact],
      case .unknown(let description, let side) = part.participant
    else { return nil }
    var line =
      Prose([.status(.open, "")]) + "Nobody has said who took part in " + .event(part.event)
      + " as " + .text(part.role) + ": " + Prose([.record(.fact(fact), description)])
    if let side { line += " (" + name(side) + ")" }
    if let question = part.question { line += "; asked by " + .question(question) }
    return line + "."
  }

  private func gap(_ event: EventID, _ what: [String]) -> Prose {
    Prose([.status(nil, "")]) + .event(event) + " " + .text(index.events[event]?.title ?? "")
      + .words(": nobody says \(Unknowns.words(what)).")
  }

  private func shortly(_ coverage: QuestionCoverage) -> Prose {
    let answers =
      coverage.answers.isEmpty
      ? "no answer" : counted(coverage.answers.count, "partial answer")
    let refusals =
      coverage.refusals.isEmpty ? "" : ", \(counted(coverage.refusals.count, "refusal"))"
    return Prose([.status(.open, "")]) + .question(coverage.question.id) + " "
      + .text(coverage.question.text) + .words(" \(answers)\(refusals).")
  }
}
