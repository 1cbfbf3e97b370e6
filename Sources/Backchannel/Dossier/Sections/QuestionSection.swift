import CaseModel

extension DossierContent {
  /// Every question with who asks it, its answers and the refusals.
  var questionSection: DossierSection {
    let open = selection.questions.count { $0.state != .answered }
    return DossierSection(
      name: "questions",
      title: "Questions",
      count: selection.questions.count,
      blocks: selection.questions.isEmpty
        ? [.paragraph("No questions are recorded.")]
        : [
          .paragraph(.words("\(open) of \(selection.questions.count) not answered in full."))
        ] + selection.questions.map(record)
    )
  }

  private func record(_ coverage: QuestionCoverage) -> Block {
    let question = coverage.question
    var terms = [
      Block.Term(name: "State", lines: [state(coverage.state)]),
      Block.Term(
        name: "Asked by",
        lines: coverage.asked.isEmpty
          ? ["nobody on record"] : coverage.asked.compactMap { index.claims[$0] }.map(testimony)
      ),
      Block.Term(
        name: coverage.state == .answered ? "Answers" : "Partial answers",
        lines: coverage.answers.isEmpty ? ["none"] : coverage.answers.map(answer)
      ),
    ]
    terms.append(
      Block.Term(
        name: "Refusals",
        lines: coverage.refusals.isEmpty
          ? ["none"] : coverage.refusals.compactMap { index.claims[$0] }.map(testimony)
      )
    )
    if let note = question.note { terms.append(Block.Term(name: "Note", lines: [.text(note)])) }
    return .record(
      .question(question.id),
      heading: .text(question.id.rawValue) + " " + .text(question.text),
      [.terms(terms)]
    )
  }

  private func state(_ state: QuestionCoverage.State) -> Prose {
    let words =
      switch state {
      case .answered: "answered: every fact of an answer is confirmed, and the answer is named"
      case .partial: "partial: there are answers, but weaker ones"
      case .refused: "refused: who was asked declines to say"
      case .open: "open: nobody answers"
      }
    return Prose([.status(state == .answered ? .confirmed : .open, words)])
  }

  private func answer(_ answer: QuestionCoverage.Answer) -> Prose {
    var line = statement(answer.fact) + ": " + status(answer.fact)
    // An answer is no stronger than the weakest fact that it takes.
    if let weakest = answer.evidence.weakest, view.status(weakest) != view.status(answer.fact) {
      line += "; weakest link: " + statement(weakest) + ", " + status(weakest)
    }
    if answer.isUnnamed { line += "; nobody is named" }
    if !answer.untied.isEmpty {
      line += "; nobody says that " + names(answer.untied) + " took part in " + .event(answer.event)
    }
    let sides = sides(answer.fact)
    if !sides.isEmpty { line += "; " + sides.joined(separator: ", ") }
    return line + "."
  }
}
