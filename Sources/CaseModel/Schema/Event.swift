/// Holds something that happened or is said to have happened.
///
/// Who took part, when, where and about what are facts of their own: `Participation` and
/// `Attribute`.
public struct Event: Hashable, Sendable {
  /// Unique in the case; also the id of the fact that the event took place.
  public let id: EventID
  /// Which kind.
  public let type: EventType
  /// A short description.
  public let title: String
  /// A remark for readers.
  public let note: String?

  /// Makes an event.
  public init(id: EventID, type: EventType, title: String, note: String? = nil) {
    self.id = id
    self.type = type
    self.title = title
    self.note = note
  }
}

/// Lists the kinds of event; raw values are the labels that queries see.
public enum EventType: String, CaseIterable, Hashable, Sendable {
  case meeting = "Meeting"
  case visit = "Visit"
  case call = "Call"
  /// A public utterance.
  case statement = "Statement"
  case appointment = "Appointment"
  case other = "Other"

  /// Tells whether people who take part in such an event meet one another.
  public var bringsTogether: Bool {
    switch self {
    case .meeting, .visit, .call: true
    case .statement, .appointment, .other: false
    }
  }
}
