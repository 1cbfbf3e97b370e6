import Backchannel
import CaseModel
import GraphModel
import QueryEngine
import Testing

@Suite("The derivations of MET are the common events")
struct MeetingWitnessTests {
  @Test("Each event in which both took part is a witness, and nothing else", arguments: 0..<9)
  func events(seed: Int) throws {
    let opened = try Case.inMemory(try VariedCase.content(seed: UInt64(seed)))
    let met = try opened.query(
      "MATCH (a:Entity)-[m:MET]->(b:Entity) RETURN a, b, evidence('witnesses'), m.events"
    ).result.rows
    let common = try opened.query(
      """
      MATCH (a:Entity)-[p:TOOK_PART_IN]->(e:Meeting|Visit|Call)<-[q:TOOK_PART_IN]-(b:Entity)
      RETURN a, b, evidence()
      """
    ).result.rows
    var expected: [[Value]: Set<Set<Value>>] = [:]
    for row in common {
      guard case .list(let facts) = row[2] else { continue }
      expected[[row[0], row[1]], default: []].insert(Set(facts))
    }
    #expect(met.count * 2 == expected.count)
    for row in met {
      guard case .list(let witnesses) = row[2] else { continue }
      let found = witnesses.map { witness -> Set<Value> in
        if case .list(let facts) = witness { Set(facts) } else { [] }
      }
      #expect(Set(found) == expected[[row[0], row[1]]], "\(row)")
      #expect(Set(found).count == found.count, "\(row)")
    }
  }

  @Test("Two who met twice have two witnesses, and the count of each is that of its events")
  func twice() throws {
    let opened = try Case.demo()
    let rows = try opened.query(
      "MATCH (a)-[m:MET]->(b) RETURN size(m.events) AS events, size(evidence('witnesses')) AS size"
    ).result.rows
    #expect(!rows.isEmpty)
    for row in rows { #expect(row[0] == row[1]) }
  }

  @Test("Each witness is one event with the parts of the two in it, named one by one")
  func named() throws {
    var content = CaseContent(info: CaseInfo(id: "met", title: "Met"))
    content.entities = ["a", "b", "c"].map { Entity(id: $0, type: .person, name: $0.rawValue) }
    for (event, people) in [("M1", ["a", "b"]), ("M2", ["a", "b", "c"]), ("S1", ["a", "c"])] {
      let type: EventType = event == "S1" ? .statement : .meeting
      content.events.append(Event(id: EventID(event), type: type, title: event))
      content.participations += people.map { person in
        Participation(
          id: FactID("\(event)/\(person)"),
          event: EventID(event),
          participant: .entity(EntityID(person))
        )
      }
    }
    let opened = try Case.inMemory(content)
    func witnesses(_ query: String) throws -> [[Value]] {
      try opened.query(query + ", evidence('witnesses')").result.rows
    }
    func list(_ witnesses: [String]...) -> Value {
      .list(witnesses.map { .list($0.map(Value.string)) })
    }
    let (first, second) = (["M1", "M1/a", "M1/b"], ["M2", "M2/a", "M2/b"])
    #expect(
      try witnesses("MATCH (x)-[m:MET]->(y) WITH * ORDER BY x.name, y.name RETURN x.name, y.name")
        == [
          ["a", "b", list(first, second)], ["a", "c", list(["M2", "M2/a", "M2/c"])],
          ["b", "c", list(["M2", "M2/b", "M2/c"])],
        ]
    )
    // Each way to derive the one with each way to derive the other.
    let both = [["M1", "M1/a", "M1/b", "M2", "M2/b", "M2/c"], ["M2", "M2/a", "M2/b", "M2/c"]]
    #expect(
      try witnesses("MATCH ({name: 'a'})-[:MET]-({name: 'b'})-[:MET]-({name: 'c'}) RETURN 1")
        == [[1, .list(both.map { .list($0.map(Value.string)) })]]
    )
  }
}
