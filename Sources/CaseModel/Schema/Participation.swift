/// Holds that somebody took part in an event.
public final class Participation: Sendable {
  // A class, for the same reason as claims.

  /// Unique in the case; `EVENT/ENTITY` unless the author chose another.
  public let id: FactID
  /// The event.
  public let event: EventID
  /// Who, or which empty slot.
  public let participant: Participant
  /// In which role, such as `participant`, `host`, `visitor`, `speaker`, `audience`.
  public let role: String
  /// The question that asks who fills the slot.
  public let question: QuestionID?
  /// A remark for readers.
  public let note: String?

  /// Makes a participation.
  public init(
    id: FactID,
    event: EventID,
    participant: Participant,
    role: String = "participant",
    question: QuestionID? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.event = event
    self.participant = participant
    self.role = role
    self.question = question
    self.note = note
  }
}

extension Participation: Hashable {
  /// Whether two participations say the same in all respects.
  public static func == (left: Participation, right: Participation) -> Bool {
    left === right
      || left.id == right.id && left.event == right.event && left.participant == right.participant
        && left.role == right.role && left.question == right.question && left.note == right.note
  }

  /// Hashes the id, which is unique in a case.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Tells a participant from an empty slot.
public enum Participant: Hashable, Sendable {
  /// A known entity, which may be an unnamed one.
  case entity(EntityID)
  /// An empty slot: what is missing, and on which side.
  case unknown(description: String, side: EntityID?)

  /// Returns the entity, or `nil` for an empty slot.
  public var entity: EntityID? {
    guard case .entity(let id) = self else { return nil }
    return id
  }
}
