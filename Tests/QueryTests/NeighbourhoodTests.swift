import CaseModel
import GraphModel
import QueryEngine
import Testing

@testable import Backchannel
@testable import Commands

@Suite("The records around a fact or an answer say what the whole case says")
struct NeighbourhoodTests {
  private static let seeds = Array(UInt64(0)..<12)

  /// The built-in case, some like it, and cases of chance.
  private static func content(_ seed: UInt64) throws -> CaseContent {
    seed < 3 ? try VariedCase.content(seed: seed) : RandomRecords.content(seed: seed)
  }

  private static func filters(_ content: CaseContent) throws -> [ReadFilter] {
    let day = try #require(CalendarDate(year: 2018, month: 1, day: 30))
    let sources = content.sources.prefix(2).map(\.id)
    return [
      ReadFilter(), ReadFilter(asKnown: day), ReadFilter(happened: DateBounds(day: day)),
      ReadFilter(minimum: .reported), ReadFilter(without: Set(sources)),
      ReadFilter(only: Set(sources)), ReadFilter(asKnown: day, without: Set(sources.prefix(1))),
    ]
  }

  @Test("Every fact is weighed, shown, dated and described as in the whole case", arguments: seeds)
  func facts(seed: UInt64) throws {
    let content = try Self.content(seed)
    let records = GraphRecords(PropertyGraph(CaseGraphEncoder.graph(of: content)))
    let filters = try Self.filters(content)
    let views = filters.map { CaseView(CaseIndex(content), filter: $0) }
    for fact in content.facts {
      var neighbourhood = CaseNeighbourhood(records)
      // A first date stands on its event, which has its own id.
      if !neighbourhood.add(fact.id) { neighbourhood.add(try #require(fact.event)) }
      #expect(neighbourhood.isUsable)
      let index = CaseIndex(neighbourhood.content)
      for (whole, filter) in zip(views, filters) {
        expectSame(CaseView(index, filter: filter), whole, fact, "seed \(seed), \(filter)")
      }
    }
  }

  private func expectSame(_ part: CaseView, _ whole: CaseView, _ fact: Fact, _ note: String) {
    let comment: Comment = "\(note), \(fact.id)"
    #expect(part.assessment(fact.id) == whole.assessment(fact.id), comment)
    #expect(part.evidence(for: [fact.id]) == whole.evidence(for: [fact.id]), comment)
    #expect(part.shows(fact.id) == whole.shows(fact.id), comment)
    #expect(part.index.describe(fact) == whole.index.describe(fact), comment)
    for claim in whole.assessment(fact.id)?.claims ?? [] {
      #expect(part.index.claims[claim] == whole.index.claims[claim], comment)
    }
    guard let event = fact.event else { return }
    #expect(part.participations(in: event) == whole.participations(in: event), comment)
    #expect(part.attributes(of: event) == whole.attributes(of: event), comment)
    #expect(part.date(of: event) == whole.date(of: event), comment)
    #expect(part.bounds(of: event) == whole.bounds(of: event), comment)
    for entity in part.participations(in: event).compactMap(\.participant.entity) {
      #expect(part.sides(of: entity, at: event) == whole.sides(of: entity, at: event), comment)
    }
  }

  @Test("Answers about every entity, every pair and every record are the same", arguments: seeds)
  func answers(seed: UInt64) throws {
    let content = try Self.content(seed)
    let whole = CaseView(CaseIndex(content))
    let reader = SubjectReader(
      PropertyGraph(CaseGraphEncoder.graph(of: content)),
      limit: .max
    )
    var readCount = 0
    func check(_ subject: AnswerSubject, _ answer: (CaseView) throws -> JSONValue) throws {
      guard let part = reader.content(of: subject, exact: false) else { return }
      readCount += 1
      let view = CaseView(CaseIndex(part))
      let (found, expected) = (try answer(view).text(), try answer(whole).text())
      #expect(found == expected, "seed \(seed), \(subject)")
    }
    for entity in content.entities.map(\.id) {
      let name = entity.rawValue
      try check(.meetings(of: name)) { WhoMetAnswer(entity, view: $0).json($0) }
      try check(.events(of: name)) { TimelineAnswer(of: entity, view: $0).json($0) }
      try check(.profile(name)) { try #require(ProfileAnswer(entity, view: $0)).json($0) }
      try check(.claims(about: nil, by: name)) { Self.claims(nil, by: entity, $0) }
      for other in content.entities.map(\.id) where entity < other && entity.rawValue.first == "p" {
        try check(.encounters(name, other.rawValue)) { MetAnswer(entity, other, view: $0).json($0) }
        let subject = AnswerSubject.path(from: name, to: other.rawValue, throughHubs: seed % 2 == 1)
        try check(subject) { view in
          let path = PathAnswer(
            from: entity,
            to: other,
            view: view,
            throughHubs: seed % 2 == 1
          )
          return PathAnswer.json(path, from: entity, to: other, view: view)
        }
      }
    }
    for id in NamedRecord.ids(in: whole.index) {
      let record = try #require(NamedRecord(id, in: whole.index))
      try check(.claims(about: id, by: nil)) { Self.claims(record, by: nil, $0) }
    }
    try check(.conflicts) { view in .array(view.conflicts().map { $0.json(view) }) }
    try check(.questions) { view in .array(view.coverage().map { $0.json(view) }) }
    for text in seed < 6 ? Self.searchedTexts(content) : [] {
      try check(.search(text)) { view in
        let finder = NameFinder(view.index)
        let hits = Search.matches(text, exact: false, view: view, finder: finder)
        return .array(hits.map { .strings([$0.kind, $0.id, $0.text, $0.why]) })
      }
    }
    // Only where any event may answer a question are all records read.
    #expect(readCount > 100, "seed \(seed)")
  }

  /// Names, titles and words that some records have, misspelt ones, and what nobody says.
  private static func searchedTexts(_ content: CaseContent) -> [String] {
    let names = content.entities.map(\.name) + content.events.map(\.title)
    let words = names.joined(separator: " ").split(separator: " ").prefix(12).map(String.init)
    let quotes = content.claims.compactMap { $0.quote ?? $0.note }.prefix(6)
    var texts = Array(names.prefix(8)) + words
    for word in words { texts.append(word.dropLast() + "x") }
    for passage in quotes + content.sources.map(\.title) {
      texts.append(String(passage.dropFirst(3).prefix(12)))
    }
    return texts + ["nobody says this", " "]
  }

  @Test("A name means whom it means in the whole case", arguments: seeds)
  func names(seed: UInt64) throws {
    var content = try Self.content(seed)
    let twin = content.entities[Int(seed) % content.entities.count]
    content.entities.append(Entity(id: "twin", type: .person, name: twin.name))
    content.entities.append(Entity(id: "other", type: .person, name: "Somebody  \(twin.name)"))
    // Somebody is called as a post, and an agency as half of somebody.
    if let post = content.posts.first(where: { $0.agency != nil }) {
      let agency = content.entities.first { $0.id == post.agency }
      let name = "\(post.title) of \(agency?.name ?? "")"
      content.entities.append(Entity(id: "post", type: .person, name: name))
    }
    let surname = twin.name.split(separator: " ").last ?? ""
    content.entities.append(Entity(id: "firm", type: .agency, name: "\(surname) & Daughters"))
    content.sort()
    let finder = NameFinder(CaseIndex(content))
    let reader = SubjectReader(PropertyGraph(CaseGraphEncoder.graph(of: content)), limit: .max)
    for entity in content.entities {
      var names = [entity.name, entity.id.rawValue, entity.name.lowercased()]
      names += ["Somebody", "Director"].map { "\($0) \(entity.name)" }
      for name in names + entity.names.map(\.text) + entity.identifiers.values {
        for exact in [true, false] {
          let expected = try? finder.entity(name, exact: exact)
          #expect(reader.entity(name, exact) == expected, "seed \(seed), \(name)")
        }
      }
    }
  }

  @Test("A name of nobody, or of several, is told without reading all records", arguments: seeds)
  func unknownNames(seed: UInt64) throws {
    var content = try Self.content(seed)
    let (first, last) = (content.entities[0], content.entities[content.entities.count - 1])
    content.entities.append(Entity(id: "twin", type: first.type, name: first.name))
    content.sort()
    let whole = NameFinder(CaseIndex(content))
    let reader = SubjectReader(PropertyGraph(CaseGraphEncoder.graph(of: content)), limit: .max)
    for name in ["Nobody At All", first.name, "\(last.name)x", ""] {
      let expected = Self.diagnostics(whole, name)
      guard !expected.isEmpty else { continue }
      for subject in [
        AnswerSubject.meetings(of: name), .encounters(name, last.id.rawValue),
        .encounters(last.id.rawValue, name), .events(of: name), .profile(name),
      ] {
        let part = try #require(reader.content(of: subject, exact: false), "\(subject)")
        #expect(part.events.isEmpty)
        #expect(Self.diagnostics(NameFinder(CaseIndex(part)), name) == expected, "seed \(seed)")
      }
    }
  }

  private static func diagnostics(_ finder: NameFinder, _ name: String) -> [Diagnostic] {
    do throws(BackchannelError) { _ = try finder.entity(name) } catch { return error.diagnostics }
    return []
  }

  @Test("An agency with a word of a name does not have all records read")
  func sharedWord() throws {
    var content = try Case.demo().content()
    content.entities.append(Entity(id: "firm", type: .agency, name: "Pompeo & Daughters"))
    let graph = PropertyGraph(CaseGraphEncoder.graph(of: content))
    let found = try #require(RecordQueries(graph).namesakes(of: ["Mike", "Pompeo"]))
    #expect(found.entities.map(\.id.rawValue) == ["pompeo"])
    #expect(RecordQueries(graph).namesakes(of: ["CIA", "Director"]) == nil)
  }

  @Test(
    "Where a query has made a claim that points at nothing, or at something else, all is read",
    arguments: [
      "MATCH (c:Claim) WITH c LIMIT 1 SET c.about = c.about + '?'",
      "CREATE (:Claim {about: 'M1', stance: 'asserts'})",
      "MATCH (:Claim)-[r:CONCERNS]->() WITH r LIMIT 1 DELETE r",
    ]
  )
  func inconsistency(change: String) throws {
    let subject = AnswerSubject.meetings(of: "pompeo")
    let session = QuerySession(graph: PropertyGraph(try Case.demo().graph()))
    #expect(SubjectReader(session.graph, limit: .max).content(of: subject, exact: true) != nil)
    _ = try session.run(change)
    #expect(SubjectReader(session.graph, limit: .max).content(of: subject, exact: true) == nil)
  }

  private static func claims(_ record: NamedRecord?, by claimant: EntityID?, _ view: CaseView)
    -> JSONValue
  {
    let selection = ClaimSelection(record, by: claimant, view: view)
    return [
      "filter": view.filterJSON, "facts": .array(selection.facts.map(view.json)),
      "claims": .array(selection.claims.map(view.json)),
      "targets": .strings(selection.claims.map { view.describe($0.target) }),
    ]
  }
}

extension SubjectReader {
  /// The records that are found, or all entities.
  fileprivate func content(of subject: AnswerSubject, exact: Bool) -> CaseContent? {
    switch find(subject, exact: exact) {
    case .records(let content): content
    case .directory(let finder): finder.index.content
    case nil: nil
    }
  }
}
