/// Holds how far a question is answered.
public struct QuestionCoverage: Hashable, Sendable {
  /// Lists how far.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Every fact of at least one answer is confirmed, and the answer names somebody or something.
    case answered
    /// There are answers, but weaker, unnamed, denied, or about an event that nobody ties to the
    /// question.
    case partial
    /// Nobody answers, and somebody who was asked declines.
    case refused
    /// Nobody answers.
    case open
  }

  /// The question.
  public let question: Question
  /// How far it is answered.
  public let state: State
  /// The answers, strongest first.
  public let answers: [Answer]
  /// The claims that ask it.
  public let asked: [ClaimID]
  /// The claims by which somebody declines to answer it, or to speak of a fact that would.
  public let refusals: [ClaimID]

  /// Holds one answer.
  public struct Answer: Hashable, Sendable {
    /// The event it is about.
    public let event: EventID
    /// The participation or attribute that answers; the event itself when asked whether it was.
    public let fact: FactID
    /// The entities of the question that nobody ties to this event.
    public let untied: [EntityID]
    /// Whether somebody unnamed is all the answer there is.
    public let isUnnamed: Bool
    /// What the answer rests on.
    public let evidence: Evidence
  }
}

extension CaseView {
  /// Returns how far each question that was asked is answered, in natural order.
  ///
  /// A question whose asking the filter hides is left out.
  ///
  /// Complexity: linear in the participations of the events in question.
  public func coverage() -> [QuestionCoverage] {
    index.content.questions.compactMap(coverage)
  }

  private func coverage(of question: Question) -> QuestionCoverage? {
    let about = known.about(.question(question.id))
    let everAsked = index.claims(about: .question(question.id)).contains { $0.stance == .asks }
    let asked = about.filter { $0.stance == .asks }
    if asked.isEmpty && (everAsked || filter.asKnown != nil || !filter.only.isEmpty) { return nil }
    let candidates = candidates(for: question.pattern).sorted { left, right in
      (left.evidence.status?.rank ?? .max, left.fact)
        < (right.evidence.status?.rank ?? .max, right.fact)
    }
    // What was only asked about, or never spoken of, answers nothing.
    let answers = candidates.filter { status($0.fact).map { $0 != .open } ?? false }
    let onRefused = candidates.flatMap { $0.evidence.facts }.flatMap { known.about(.fact($0)) }
    let refusals = Set((about + onRefused).filter { $0.stance == .declines }.map(\.id)).sorted()
    return QuestionCoverage(
      question: question,
      state: state(answers: answers, refusals: refusals),
      answers: answers,
      asked: asked.map(\.id),
      refusals: refusals
    )
  }

  private func state(answers: [QuestionCoverage.Answer], refusals: [ClaimID])
    -> QuestionCoverage.State
  {
    let isAnswered = answers.contains {
      $0.evidence.status == .confirmed && !$0.isUnnamed && $0.untied.isEmpty
    }
    if isAnswered { return .answered }
    if !answers.isEmpty { return .partial }
    return refusals.isEmpty ? .open : .refused
  }

  private func candidates(for pattern: QuestionPattern) -> [QuestionCoverage.Answer] {
    events(of: pattern).flatMap { event -> [QuestionCoverage.Answer] in
      let tied = participations(in: event.id).filter {
        $0.participant.entity.map(pattern.with.contains) ?? false
      }
      let present = Set(tied.compactMap(\.participant.entity))
      let untied = pattern.with.filter { !present.contains($0) }
      return facts(answering: pattern, in: event).map { fact, isUnnamed in
        let whole = FactID(event.id) == fact ? [fact] : [FactID(event.id), fact]
        return QuestionCoverage.Answer(
          event: event.id,
          fact: fact,
          untied: untied,
          isUnnamed: isUnnamed,
          evidence: evidence(for: whole + tied.map(\.id).filter { $0 != fact })
        )
      }
    }
  }

  private func events(of pattern: QuestionPattern) -> [Event] {
    if !pattern.events.isEmpty {
      return Set(pattern.events).sorted().compactMap { id in
        shows(FactID(id)) ? index.events[id] : nil
      }
    }
    // The events of one of those who must have been there are few; the others are looked at there.
    let candidates =
      pattern.with.first.map { first in
        Set(participations(of: first).map(\.event)).sorted().compactMap { index.events[$0] }
      } ?? events
    return candidates.filter { event in
      let fits =
        pattern.types.isEmpty ? event.type.bringsTogether : pattern.types.contains(event.type)
      let present = Set(participations(in: event.id).compactMap(\.participant.entity))
      return fits && pattern.with.allSatisfy(present.contains)
    }
  }

  private func facts(answering pattern: QuestionPattern, in event: Event)
    -> [(fact: FactID, isUnnamed: Bool)]
  {
    switch pattern.find {
    case .event: return [(FactID(event.id), false)]
    case .participant:
      return participations(in: event.id).compactMap { participation in
        guard let entity = participation.participant.entity, !pattern.with.contains(entity),
          fits(entity, pattern: pattern, event: event.id)
        else { return nil }
        return (participation.id, index.entities[entity]?.isUnnamed == true)
      }
    case .topic, .date, .place:
      return attributes(of: event.id).compactMap { attribute in
        Self.answers(attribute.value, pattern.find) ? (attribute.id, false) : nil
      }
    }
  }

  private func fits(_ entity: EntityID, pattern: QuestionPattern, event: EventID) -> Bool {
    if let side = pattern.side, !sides(of: entity, at: event).contains(side) { return false }
    guard !pattern.agencies.isEmpty else { return true }
    let groups = sides.groups(of: entity, at: bounds(of: event)).union([entity])
    return !groups.isDisjoint(with: pattern.agencies)
  }

  private static func answers(_ value: Attribute.Value, _ find: QuestionPattern.Subject) -> Bool {
    switch (value, find) {
    case (.date, .date), (.place, .place), (.topic, .topic), (.subject, .topic): true
    default: false
    }
  }
}
