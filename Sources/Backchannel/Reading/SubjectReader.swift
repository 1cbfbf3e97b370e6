import CaseModel
import GraphModel
import QueryEngine

/// Gathers the records that an answer takes from a graph, by way of relationships.
struct SubjectReader {
  private let records: GraphRecords
  private let queries: RecordQueries
  private let limit: Int
  private let directory: Directory

  /// Finds all entities by name, once a name needs it.
  private final class Directory {
    private let queries: RecordQueries
    private(set) lazy var finder = NameFinder(CaseIndex(queries.directory))

    init(_ queries: RecordQueries) { self.queries = queries }
  }

  /// Reads a graph of which nothing else holds a reference.
  ///
  /// - Parameter limit: How many elements may be read; by default so many as make reading all
  ///   cheaper than following relationships.
  init(_ graph: PropertyGraph, limit: Int? = nil) {
    records = GraphRecords(graph)
    queries = RecordQueries(graph)
    directory = Directory(queries)
    self.limit = limit ?? graph.elementCount / 4
  }

  /// What of a case an answer takes.
  enum Found {
    /// These records.
    case records(CaseContent)
    /// All entities, which suffice to tell that a name means nobody, or several.
    case directory(NameFinder)
  }

  /// Finds what an answer takes; `nil` where all records must be read.
  func find(_ subject: AnswerSubject, exact: Bool) -> Found? {
    guard queries.areClaimsConsistent else { return nil }
    var found = SubjectRecords(records, queries, limit: limit)
    switch subject {
    case .everything: return nil
    case .meetings(let name):
      guard let entity = entity(name, exact) else { return .directory(directory.finder) }
      guard found.addEvents(of: entity, withQuestions: true) else { return nil }
    case .encounters(let first, let second):
      guard let one = entity(first, exact), let two = entity(second, exact) else {
        return .directory(directory.finder)
      }
      guard found.addEncounters(of: one, and: two) else { return nil }
    case .path(let first, let second, let throughHubs):
      guard let one = entity(first, exact), let two = entity(second, exact) else {
        return .directory(directory.finder)
      }
      found.addPaths(from: one, to: two, throughHubs: throughHubs)
    case .events(let name):
      guard let entity = entity(name, exact) else { return .directory(directory.finder) }
      guard found.addEvents(of: entity, withQuestions: false) else { return nil }
    case .profile(let name):
      guard let entity = entity(name, exact) else { return .directory(directory.finder) }
      guard found.addProfile(of: entity) else { return nil }
    case .claims(let target, let claimant):
      guard addClaims(about: target, by: claimant, exact, to: &found) else { return nil }
    case .conflicts: found.addConflicts()
    case .questions: guard found.addQuestions() else { return nil }
    case .search(let text): addMatches(of: text, exact, to: &found)
    }
    found.addWhatIsTakenBack()
    return found.content.map(Found.records)
  }

  private func addClaims(
    about target: String?,
    by claimant: String?,
    _ exact: Bool,
    to found: inout SubjectRecords
  ) -> Bool {
    if let claimant {
      guard let entity = entity(claimant, exact) else { return false }
      found.neighbourhood.add(entity)
      if target == nil { found.addClaims(by: entity) }
    }
    return target.map { found.addClaims(about: $0) } ?? (claimant != nil)
  }

  /// Adds the best of what a text finds, which is as good among these as among all.
  private func addMatches(of text: String, _ exact: Bool, to found: inout SubjectRecords) {
    let entities = directory.finder.search(text, exact: exact)
    let events = NameFinder(CaseIndex(queries.titles)).searchEvents(text, exact: exact)
    let words = NameKeys.folded(text)
    found.addMatches(
      entities: entities.matches.map(\.id),
      events: events.matches.map(\.id),
      claims: words.isEmpty ? [] : queries.claims(saying: words),
      sources: words.isEmpty ? [] : queries.sources(titled: words)
    )
  }

  /// The entity that a name or id means, if it means one.
  func entity(_ name: String, _ exact: Bool) -> EntityID? {
    if case .entity? = records.node(name)?.record { return EntityID(name) }
    if let entity = entity(spelled: name) { return entity }
    return try? directory.finder.entity(name, exact: exact)
  }

  /// The only entity with a name that is written just so, which no other spelling can surpass.
  private func entity(spelled name: String) -> EntityID? {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty, words.count <= 8, name.utf8.allSatisfy({ $0 < 0x80 }),
      let namesakes = queries.namesakes(of: words)
    else { return nil }
    return try? NameFinder(CaseIndex(namesakes)).entity(name, exact: true)
  }
}
