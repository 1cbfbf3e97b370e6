/// Holds a demand to know, tied to a pattern that finds its answers.
///
/// Who asked, when and where are claims with the stance `asks` about the question.
public struct Question: Hashable, Sendable {
  /// Unique in the case.
  public let id: QuestionID
  /// The question in words.
  public let text: String
  /// What an answer looks like.
  public let pattern: QuestionPattern
  /// A remark for readers.
  public let note: String?

  /// Makes a question.
  public init(id: QuestionID, text: String, pattern: QuestionPattern, note: String? = nil) {
    self.id = id
    self.text = text
    self.pattern = pattern
    self.note = note
  }
}

/// Describes what answers a question: something about events in which certain entities took part.
public struct QuestionPattern: Hashable, Sendable {
  /// Lists what can be asked for.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// Who else took part.
    case participant
    /// Whether such an event took place.
    case event
    /// What it was about.
    case topic
    /// When it was.
    case date
    /// Where it was.
    case place
  }

  /// What is asked for.
  public let find: Subject
  /// Entities that must have taken part, all of them.
  public let with: [EntityID]
  /// The events in question.
  ///
  /// Empty means every event of `types` that the `with` entities took part in. An event listed here counts as a possible answer even where nobody says that the
  /// `with` entities took part in it.
  public let events: [EventID]
  /// The kinds of event in question; empty means those that bring people together.
  public let types: [EventType]
  /// Participants sought must belong to this side.
  public let side: EntityID?
  /// Participants sought must hold a post at, or belong to, one of these agencies.
  public let agencies: [EntityID]

  /// Makes a pattern.
  public init(
    find: Subject,
    with: [EntityID] = [],
    events: [EventID] = [],
    types: [EventType] = [],
    side: EntityID? = nil,
    agencies: [EntityID] = []
  ) {
    self.find = find
    self.with = with
    self.events = events
    self.types = types
    self.side = side
    self.agencies = agencies
  }
}
