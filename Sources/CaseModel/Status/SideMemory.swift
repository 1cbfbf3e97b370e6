/// Remembers what somebody speaks for, since the same people speak and meet again and again.
public struct SideMemory: Sendable {
  private struct Question: Hashable {
    let entity: EntityID
    let bounds: DateBounds
  }

  private let resolver: SideResolver
  private var sides: [Question: [EntityID]] = [:]
  private var voices: [Question: Set<EntityID>] = [:]

  /// At most about so many answers are remembered.
  private static let capacity = 100_000

  /// Remembers what a resolver says.
  public init(_ resolver: SideResolver) { self.resolver = resolver }

  /// Returns the sides that an entity belongs to, see `SideResolver`.
  ///
  /// - Parameter bounds: Asked for only where it can decide anything.
  public mutating func sides(of entity: EntityID, at bounds: @autoclosure () -> DateBounds)
    -> [EntityID]
  {
    let question = question(entity, bounds)
    return Self.remembered(question, in: &sides) { [resolver] in
      resolver.sides(of: entity, at: question.bounds)
    }
  }

  /// Returns everything that a claimant speaks for, see `SideResolver`.
  ///
  /// - Parameter bounds: Asked for only where it can decide anything.
  mutating func voices(of claimant: EntityID, at bounds: @autoclosure () -> DateBounds)
    -> Set<EntityID>
  {
    let question = question(claimant, bounds)
    return Self.remembered(question, in: &voices) { [resolver] in
      resolver.voices(of: claimant, at: question.bounds)
    }
  }

  private func question(_ entity: EntityID, _ bounds: () -> DateBounds) -> Question {
    Question(entity: entity, bounds: resolver.isTimeless ? .unbounded : bounds())
  }

  private static func remembered<Answer>(
    _ question: Question,
    in answers: inout [Question: Answer],
    _ find: () -> Answer
  ) -> Answer {
    if let known = answers[question] { return known }
    let found = find()
    if answers.count >= capacity { answers.removeAll() }
    answers[question] = found
    return found
  }
}
