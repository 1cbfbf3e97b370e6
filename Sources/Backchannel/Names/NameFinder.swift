public import CaseModel
import GraphModel

/// Finds records by id, by name in any spelling, and by post, such as "SVR head".
public struct NameFinder: Sendable {
  let index: CaseIndex
  private let deferredEntityNames: Deferred<NameIndex<EntityID>>
  private let deferredEventNames: Deferred<NameIndex<EventID>>

  /// Names are indexed when one is first looked for; O(characters of all names and posts).
  public init(_ index: CaseIndex) {
    self.index = index
    deferredEntityNames = Deferred {
      NameIndex(index.content.entities.flatMap { Self.names(of: $0, in: index) })
    }
    deferredEventNames = Deferred {
      NameIndex(
        index.content.events.map { IndexedName(id: $0.id, text: $0.title, kind: .name) }
      )
    }
  }

  private func record(_ id: String) -> NamedRecord? { NamedRecord(id, in: index) }

  private func nearIDs(_ text: String) -> [String] {
    NearMiss.candidates(for: text, among: NamedRecord.ids(in: index).sorted(), limit: 5)
  }

  private var entityNames: NameIndex<EntityID> { deferredEntityNames.value }
  private var eventNames: NameIndex<EventID> { deferredEventNames.value }

  // MARK: - Finding one

  /// Returns the one entity that `text` means.
  ///
  /// - Throws: `nameAmbiguous` with candidates, `nameUnknown` with near misses.
  public func entity(_ text: String, exact: Bool = false) throws(BackchannelError) -> EntityID {
    if case .entity(let id)? = record(text) { return id }
    switch entityNames.resolve(text, exactOnly: exact) {
    case .one(let match): return match.id
    case .ambiguous(let matches): throw ambiguous(text, matches.map { label($0.id) })
    case .none(let candidates): throw unknown(text, "person, agency or country", candidates)
    }
  }

  /// Returns the one record of any kind that `text` means: by id first, then by name.
  ///
  /// - Throws: `nameAmbiguous` with candidates, `nameUnknown` with near misses.
  public func anything(_ text: String, exact: Bool = false) throws(BackchannelError)
    -> NamedRecord
  {
    if let record = record(text) { return record }
    let entities = entityNames.resolve(text, exactOnly: exact)
    let events = eventNames.resolve(text, exactOnly: exact)
    switch (entities, events) {
    case (.one(let entity), .one(let event)):
      if entity.rule < event.rule { return .entity(entity.id) }
      if event.rule < entity.rule { return .event(event.id) }
      throw ambiguous(text, [label(entity.id), label(event.id)])
    case (.one(let entity), _): return .entity(entity.id)
    case (_, .one(let event)): return .event(event.id)
    case (.none(let first), .none(let second)):
      throw unknown(
        text,
        "record",
        first + second + nearIDs(text)
      )
    default:
      throw ambiguous(
        text,
        Self.matches(entities).map { label($0.id) } + Self.matches(events).map { label($0.id) }
      )
    }
  }

  /// Returns the event that `text` means.
  ///
  /// - Throws: `nameAmbiguous`, `nameUnknown`.
  public func event(_ text: String, exact: Bool = false) throws(BackchannelError) -> EventID {
    if case .event(let id)? = record(text) { return id }
    switch eventNames.resolve(text, exactOnly: exact) {
    case .one(let match): return match.id
    case .ambiguous(let matches): throw ambiguous(text, matches.map { label($0.id) })
    case .none(let candidates): throw unknown(text, "event", candidates)
    }
  }

  /// Returns the question with this id.
  ///
  /// - Throws: `nameUnknown`.
  public func question(_ id: String) throws(BackchannelError) -> QuestionID {
    if case .question(let question)? = record(id) { return question }
    throw unknown(id, "question", index.content.questions.map(\.id.rawValue))
  }

  /// Returns the source with this id or title.
  ///
  /// - Throws: `nameUnknown` with the ids there are.
  public func source(_ text: String) throws(BackchannelError) -> SourceID {
    if case .source(let source)? = record(text) { return source }
    let wanted = text.lowercased()
    let titled = index.content.sources.filter {
      $0.title.lowercased() == wanted || $0.publisher?.lowercased() == wanted
    }
    if titled.count == 1, let source = titled.first { return source.id }
    let sources = titled.isEmpty ? index.content.sources : titled
    throw BackchannelError(
      Diagnostic(
        titled.isEmpty ? .nameUnknown : .nameAmbiguous,
        titled.isEmpty
          ? "there is no source '\(text)'" : "'\(text)' can mean several sources",
        remedy: "name a source by its id",
        candidates: sources.prefix(10).map { "\($0.id) (\($0.title))" }
      )
    )
  }

  // MARK: - Finding many

  /// Returns the entities that `text` may mean, best first, each with the reason.
  public func search(_ text: String, exact: Bool = false) -> NameSearch<EntityID> {
    entityNames.find(text, exactOnly: exact)
  }

  /// Returns the events whose titles match, best first.
  public func searchEvents(_ text: String, exact: Bool = false) -> NameSearch<EventID> {
    eventNames.find(text, exactOnly: exact)
  }

  // MARK: - Errors

  private func ambiguous(_ text: String, _ candidates: [String]) -> BackchannelError {
    BackchannelError(
      Diagnostic(
        .nameAmbiguous,
        "'\(text)' can mean \(candidates.count) records",
        remedy: "say more of the name, or use the id at the end of a line above",
        candidates: candidates
      )
    )
  }

  private func unknown(_ text: String, _ kind: String, _ candidates: [String])
    -> BackchannelError
  {
    BackchannelError(
      Diagnostic(
        .nameUnknown,
        "there is no \(kind) '\(text)' in the case",
        remedy: "see 'backchannel search' for what there is",
        candidates: candidates
      )
    )
  }

  private func label(_ event: EventID) -> String {
    "\(index.events[event]?.title ?? ""), \(index.bounds(of: event).shortDescription) [\(event)]"
  }

  /// Name, posts with dates, id: enough to tell people of one name apart.
  private func label(_ entity: EntityID) -> String {
    let posts = index.posts(of: entity).map { post in
      index.describe(post) + (post.held.map { " \($0.shortDisplay)" } ?? "")
    }
    let type = index.entities[entity].map { [$0.type.rawValue.lowercased()] } ?? []
    let details = posts.isEmpty ? type : posts
    return "\(index.name(entity)), \(details.joined(separator: "; ")) [\(entity)]"
  }

  private static func matches<ID>(_ resolution: Resolution<ID>) -> [NameMatch<ID>] {
    switch resolution {
    case .one(let match): [match]
    case .ambiguous(let matches): matches
    case .none: []
    }
  }
}
