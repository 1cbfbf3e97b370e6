import Backchannel
import CaseModel

// The parts that the reports of several verbs share.

extension Report {
  /// Adds what is not known: the part with which an answer about people ends.
  mutating func unknowns(_ unknowns: Unknowns, view: CaseView, about name: String? = nil) {
    var lines = unknowns.unconfirmed.map { Self.unconfirmed($0, view: view) }
    lines += unknowns.missing.map { event, what in
      Line(
        "\(event): nobody says \(Unknowns.words(what)).",
        mark: .status(.open, origins: 0)
      )
    }
    lines += unknowns.questions.map { Self.openQuestion($0, view: view) }
    heading("Not known")
    self.lines(lines.isEmpty ? ["Nothing is recorded as open about this."] : lines)
  }

  private static func unconfirmed(_ fact: FactID, view: CaseView) -> Line {
    let testimony = view.testimony(on: fact)
    var text = view.doubt(fact)
    let voices = testimony.for + testimony.against + testimony.declined
    if !voices.isEmpty {
      text += " " + voices.map(view.testimonyPhrase).joined(separator: "; ") + "."
    }
    let silent = view.silentSides(fact)
    if !silent.isEmpty { text += " Silent: \(list(silent.map(view.index.name)))." }
    return Line(text, mark: .status(view.status(fact), origins: 0))
  }

  static func openQuestion(_ coverage: QuestionCoverage, view: CaseView) -> Line {
    let answers =
      coverage.answers.isEmpty
      ? "no answer" : counted(coverage.answers.count, "partial answer")
    let refusals =
      coverage.refusals.isEmpty ? "" : ", \(counted(coverage.refusals.count, "refusal"))"
    let id = coverage.question.id
    return Line(
      "\(id) \(coverage.state.rawValue): \(coverage.question.text) \(answers)\(refusals).",
      mark: .status(.open, origins: 0)
    )
  }

  /// Adds the filter and what it hides.
  mutating func footer(_ view: CaseView, _ more: [Line] = []) {
    lines(more + [view.filterSentence, view.hiddenSentence].compactMap { $0.map { Line($0) } })
  }

  /// Adds why there is nothing to show, which is an answer, too.
  mutating func nothing(_ text: String, view: CaseView) {
    isFound = false
    lines([Line(text)])
    footer(view)
  }

  /// Prints the lines beside the answer, for a verb whose answer is a file.
  func printAsNotes() {
    for case .lines(let lines) in blocks {
      for line in lines { Console.current.note(line.text) }
    }
  }

  /// Adds the basis of every inexact date shown, as footnotes.
  mutating func dateNotes(_ events: [EventID], view: CaseView) {
    var seen: Set<EventID> = []
    lines(
      events.filter { seen.insert($0).inserted }.compactMap { event in
        guard let date = view.date(of: event), date.basis != nil || date.verbatim != nil else {
          return nil
        }
        let words = date.verbatim.map { "“\($0)”" }
        return Line(
          "\(event) \(date.display): \([words, date.basis].compactMap(\.self).joined(separator: ", "))"
        )
      }
    )
  }
}

extension Report.Mark {
  /// The strength of a row.
  static func evidence(_ evidence: Evidence) -> Self {
    .status(evidence.status, origins: evidence.origins.count)
  }

  /// The strength of a fact.
  static func fact(_ fact: FactID, _ view: CaseView) -> Self {
    .status(view.status(fact), origins: view.assessment(fact)?.origins.count ?? 0)
  }
}
