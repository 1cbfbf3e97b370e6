import GraphModel

/// Finds questions that nothing in the case can answer.
enum QuestionCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.questions.flatMap { question in
      problems(of: question.pattern, in: checked).map { problem in
        CaseFinding(
          .unanswerableQuestion,
          severity: .warning,
          problem.message,
          record: question.id.rawValue,
          key: problem.key,
          remedy: problem.remedy
        )
      }
    }
  }

  private typealias Problem = (key: String, message: String, remedy: String)

  private static func problems(of pattern: QuestionPattern, in checked: CheckedCase) -> [Problem] {
    var problems: [Problem] = []
    for entity in pattern.with where isOf([.place, .topic], entity, in: checked) {
      problems.append(
        ("with", "'\(entity)' cannot take part in an event", "name people, agencies or countries")
      )
    }
    if let side = pattern.side, isOf([.person, .place, .topic], side, in: checked) {
      problems.append(("side", "nobody is on the side of '\(side)'", "name a country or agency"))
    }
    for agency in pattern.agencies where isOf([.person, .place, .topic], agency, in: checked) {
      problems.append(("agencies", "nobody can belong to '\(agency)'", "name an agency"))
    }
    if problems.isEmpty, let problem = eventProblem(of: pattern, in: checked) {
      problems.append(problem)
    }
    return problems
  }

  private static func eventProblem(of pattern: QuestionPattern, in checked: CheckedCase)
    -> Problem?
  {
    guard pattern.events.isEmpty else { return nil }
    if pattern.with.isEmpty && pattern.types.isEmpty {
      return (
        "pattern", "the pattern names nobody and no event",
        "add 'with', 'events' or 'types'"
      )
    }
    let canAnswer = checked.content.events.contains { event in
      let present = Set(checked.index.participations(in: event.id).compactMap(\.participant.entity))
      return pattern.admits(event.type) && pattern.with.allSatisfy(present.contains)
    }
    guard !canAnswer else { return nil }
    return (
      "pattern", "no event of the case fits the pattern",
      "add the event, or list under 'events' those that may answer"
    )
  }

  private static func isOf(_ types: [EntityType], _ id: EntityID, in checked: CheckedCase) -> Bool {
    checked.index.entities[id].map { types.contains($0.type) } ?? false
  }
}

extension QuestionPattern {
  fileprivate func admits(_ type: EventType) -> Bool {
    types.isEmpty ? type.bringsTogether : types.contains(type)
  }
}
