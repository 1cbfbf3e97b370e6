import Backchannel
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
}
