import CaseModel
import CaseStore
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Backchannel

@Suite("Records are read from the index as from the file")
struct RecordsOfIndexTests {
  private static let author = LogAuthor(who: "tester", why: "", verb: "test")

  /// Makes a case file with an index in a folder of its own.
  private func withIndexedCase(_ content: CaseContent, _ body: (Case) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "records-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "case.backchannel").path
    _ = try Case.create(path, content: content, author: Self.author)
    let opened = try Case.open(path, mode: .readWrite)
    try opened.rebuildIndex()
    try body(opened)
  }

  private func expectSame(_ opened: Case, _ note: String) throws {
    #expect(try opened.graphSource().image != nil, "\(note): there is no index")
    let read = try opened.content()
    let stored = CaseGraphDecoder.content(of: try opened.storedGraph().graph)
    #expect(!read.claims.isEmpty, "\(note)")
    let graphs = (try opened.graph(), try opened.storedGraph().graph)
    #expect(Self.different(graphs.0.nodes, graphs.1.nodes, \.key) == [], "\(note)")
    #expect(Self.different(graphs.0.relationships, graphs.1.relationships, \.key) == [], "\(note)")
    #expect(Self.different(read, stored) == [], "\(note)")
  }

  /// The ids of the records that two cases do not have in common.
  private static func different(_ one: CaseContent, _ other: CaseContent) -> [String] {
    (one.info == other.info ? [] : ["info"]) + different(one.facts, other.facts, \.id.rawValue)
      + different(one.entities, other.entities, \.id.rawValue)
      + different(one.claims, other.claims, \.id.rawValue)
      + different(one.sources, other.sources, \.id.rawValue)
      + different(one.questions, other.questions, \.id.rawValue)
  }

  private static func different<Record: Equatable>(
    _ one: [Record],
    _ other: [Record],
    _ id: (Record) -> String
  ) -> [String] {
    one.difference(from: other).map { change in
      switch change {
      case .insert(_, let record, _): "only read: \(id(record))"
      case .remove(_, let record, _): "only stored: \(id(record))"
      }
    }
  }

  @Test("as it was, with what changed since, and built anew", arguments: 0..<8 as Range<UInt64>)
  func sameRecords(seed: UInt64) throws {
    let content =
      seed < 3 ? try VariedCase.content(seed: seed) : RandomRecords.content(seed: seed)
    try withIndexedCase(content) { opened in
      #expect(Self.different(try opened.content(), content) == [])
      try expectSame(opened, "seed \(seed), as it was")
      for change in Self.changes { _ = try opened.query(change) }
      try expectSame(opened, "seed \(seed), changed")
      try opened.rebuildIndex()
      try expectSame(opened, "seed \(seed), anew")
    }
  }

  @Test("or from the file, where the index is damaged anywhere")
  func damage() throws {
    try withIndexedCase(RandomRecords.content(seed: 9)) { opened in
      let index = URL(fileURLWithPath: opened.name + "-index")
      let stored = CaseGraphDecoder.content(of: try opened.storedGraph().graph)
      var random = SeededGenerator(seed: 9)
      for _ in 0..<80 {
        var bytes = try Data(contentsOf: index)
        let place = bytes.indices.randomElement(using: &random) ?? 0
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
        try bytes.write(to: index)
        let anew = try Case.open(opened.name)
        #expect(Self.different(try anew.content(), stored) == [], "byte \(place)")
        try opened.rebuildIndex()
      }
    }
  }

  @Test("of a register, which is read in parts")
  func manyRecords() throws {
    let content = try Self.register(eventCount: 9_000)
    try withIndexedCase(content) { opened in
      #expect(Self.different(try opened.content(), content) == [])
      let view = try opened.view()
      for fact in content.facts {
        let number = try #require(Int(fact.event?.rawValue.dropFirst() ?? ""))
        let expected: Status? =
          switch fact {
          case .event: number % 10 == 1 ? .disputed : .reported
          case .attribute: number % 10 == 1 ? nil : .reported
          default: nil
          }
        #expect(view.status(fact.id) == expected, "\(fact.id)")
      }
      #expect(view.conflicts().map(\.facts) == (0..<900).map { [FactID("M\($0 * 10 + 1)")] })
      #expect(CaseStatistics(view).claimCount == content.claims.count)
    }
  }

  /// Meetings of two people each, with a date, of which every tenth is denied by one of the two.
  private static func register(eventCount: Int) throws -> CaseContent {
    var content = CaseContent(info: CaseInfo(id: "register", title: "A register"))
    let people = (0..<40).map { EntityID("p\($0)") }
    content.entities = people.map { Entity(id: $0, type: .person, name: "Example \($0)") }
    content.entities.append(Entity(id: "daily", type: .agency, name: "The Daily Example"))
    for number in 0..<eventCount {
      let event = EventID("M\(number)")
      let (one, other) = (people[number % 40], people[(number / 40 + number + 1) % 40])
      content.events.append(Event(id: event, type: .meeting, title: "Meeting \(number)"))
      let date = try UncertainDate(edtf: "2019-\(number % 3 + 10)")
      content.attributes.append(
        Attribute(id: FactID("\(event)#date"), event: event, value: .date(date))
      )
      for person in Set([one, other]) {
        content.participations.append(
          Participation(
            id: FactID("\(event)/\(person)"),
            event: event,
            participant: .entity(person)
          )
        )
      }
      let claims: [(FactID, EntityID, Stance)] =
        number % 10 == 1
        ? [(FactID(event), "daily", .asserts), (FactID(event), one, .denies)]
        : [(FactID(event), "daily", .asserts), (FactID("\(event)#date"), "daily", .asserts)]
      for (fact, claimant, stance) in claims {
        content.claims.append(
          Claim(
            id: ClaimID("c\(content.claims.count)"),
            claimant: claimant,
            stance: stance,
            target: .fact(fact)
          )
        )
      }
    }
    content.sort()
    return content
  }

  /// New, changed and deleted records, claims with two claimants, and elements that are no records.
  private static let changes = [
    "MATCH (c:Claim) WITH c ORDER BY c.about LIMIT 3 SET c.quote = 'otherwise', c.saidOn = '2019-05~'",
    "MATCH (c:Claim) WITH c ORDER BY c.about DESC LIMIT 2 DETACH DELETE c",
    "MATCH (p:Person) WITH p LIMIT 1 MATCH (c:Claim)-[:MADE_BY]->(q) WHERE q <> p "
      + "WITH p, c LIMIT 4 CREATE (c)-[:MADE_BY]->(p)",
    "MATCH (e:Event) WITH e ORDER BY e.title LIMIT 2 SET e:Visit, e.note = 'seen', e.date = '2018?'",
    "MATCH (e:Event) WITH e LIMIT 1 CREATE (:Attribute {date: '2017'})-[:ATTRIBUTE_OF]->(e)",
    "MATCH (p:Person), (e:Event) WITH p, e LIMIT 1 CREATE (p)-[:TOOK_PART_IN {role: 'guest'}]->(e)",
    "MATCH ()-[r:TOOK_PART_IN]->() WITH r LIMIT 1 DELETE r",
    "CREATE (:Robot {name: 'nobody'})-[:LIKES]->(:Person {name: 'Ada Example'})",
  ]
}
