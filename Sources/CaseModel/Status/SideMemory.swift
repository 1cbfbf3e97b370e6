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
    let bounds = resolver.isTimeless ? .unbounded : bounds()
    let question = Question(entity: entity, bounds: bounds)
    if let known = sides[question] { return known }
    let found = resolver.sides(of: entity, at: bounds)
    if sides.count >= Self.capacity { sides.removeAll() }
    sides[question] = found
    return found
  }

  /// Returns everything that a claimant speaks for, see `SideResolver`.
  mutating func voices(of claimant: EntityID, at bounds: DateBounds) -> Set<EntityID> {
    let question = Question(
      entity: claimant,
      bounds: resolver.isTimeless ? .unbounded : bounds
    )
    if let known = voices[question] { return known }
    let found = resolver.voices(of: claimant, at: bounds)
    if voices.count >= Self.capacity { voices.removeAll() }
    voices[question] = found
    return found
  }
}
