import Backchannel
import CaseModel
import GraphModel
import QueryEngine
import Testing

@Suite("MET is derived around those whom a query comes to")
struct DerivedMeetingTests {
  private static let columns =
    "b.name AS name, m.events, m.first, m.last, m.status, m.origins, evidence('witnesses') AS all"

  private static func content(_ seed: UInt64) throws -> CaseContent {
    seed < 3 ? try VariedCase.content(seed: seed) : RandomRecords.content(seed: seed)
  }

  /// Rows, each list of events and of witnesses in an order of its own.
  private static func rows(_ opened: Case, _ pattern: String, _ filter: ReadFilter) throws
    -> [[Value]]
  {
    try opened.query(
      "MATCH \(pattern) RETURN a.name, \(columns) ORDER BY a.name, name, m.events, all",
      filter: filter
    )
    .result.rows
  }

  @Test("Around one after the other they are those of the whole case", arguments: UInt64(0)..<9)
  func same(seed: UInt64) throws {
    let content = try Self.content(seed)
    let day = try #require(CalendarDate(year: 2018, month: 1, day: 30))
    for filter in [ReadFilter(), ReadFilter(asKnown: day), ReadFilter(minimum: .reported)] {
      let whole = try Case.inMemory(content)
      let all = try whole.query("MATCH ()-[m:MET]->() RETURN count(m)", filter: filter)
      let expected = try Self.rows(whole, "(a)-[m:MET]-(b)", filter)
      #expect(all.result.rows == [[.integer(Int64(expected.count / 2))]])
      let local = try Case.inMemory(content)
      var found: [[Value]] = []
      for entity in content.entities.map(\.name).uniqued.sorted() {
        let name = entity.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        found += try Self.rows(local, "(a:Entity {name: '\(name)'})-[m:MET]-(b)", filter)
      }
      #expect(found.count == expected.count, "seed \(seed), \(filter)")
      #expect(Set(found) == Set(expected), "seed \(seed), \(filter)")
    }
  }

  @Test("Chains, paths, counts, subqueries and algorithms see all that there are")
  func everywhere() throws {
    for (query, plain) in [
      (
        "MATCH (a {name: 'Mike Pompeo'})-[:MET]-()-[:MET]-(c) RETURN DISTINCT c.name AS n",
        "MATCH (a {name: 'Mike Pompeo'})-[:MET]-(b) WITH a, b MATCH (b)-[:MET]-(c) WHERE c <> a RETURN DISTINCT c.name AS n"
      ),
      (
        "MATCH (a {name: 'Mike Pompeo'})-[:MET*1..2]-(c) RETURN DISTINCT c.name AS n",
        "MATCH (a {name: 'Mike Pompeo'})-[:MET]-(b) MATCH (b)-[:MET*0..1]-(c) WHERE c <> a RETURN DISTINCT c.name AS n"
      ),
      (
        "MATCH (a:Person) WHERE EXISTS { (a)-[:MET]-() } RETURN a.name AS n",
        "MATCH (a:Person)-[:MET]-() RETURN DISTINCT a.name AS n"
      ),
      (
        "MATCH (a:Person) WITH a, size([(a)-[:MET]-(b) | b]) AS k WHERE k > 0 RETURN a.name AS n",
        "MATCH (a:Person)-[:MET]-() RETURN DISTINCT a.name AS n"
      ),
      (
        "MATCH p = shortestPath((a {name: 'Mike Pompeo'})-[:MET*..4]-(c:Person)) WHERE a <> c RETURN c.name AS n",
        "MATCH (a {name: 'Mike Pompeo'})-[:MET*1..4]-(c:Person) WHERE a <> c RETURN DISTINCT c.name AS n"
      ),
    ] {
      let rows = try Case.demo().query(query + " ORDER BY n").result.rows
      #expect(try Case.demo().query(plain + " ORDER BY n").result.rows == rows, "\(query)")
      #expect(!rows.isEmpty, "\(query)")
    }
  }

  @Test("Relationships of any type include them where a query speaks of MET")
  func anyType() throws {
    let opened = try Case.demo()
    let typed = try opened.query(
      "MATCH (a {name: 'Mike Pompeo'})-[r]-() WHERE type(r) = 'MET' RETURN count(r)"
    ).result.rows
    let own = try opened.query("MATCH (a {name: 'Mike Pompeo'})-[r:MET]-() RETURN count(r)")
    #expect(typed == own.result.rows)
  }

  @Test("A plan says around whom it derives, and that it derives no more than that")
  func plan() throws {
    let opened = try Case.demo()
    let around = try opened.query("PROFILE MATCH (a {name: 'Mike Pompeo'})-[:MET]-(b) RETURN b")
    #expect(around.result.plan?.contains("DeriveRelationships (a)-[:MET]-()") == true)
    let all = try opened.query("EXPLAIN MATCH ()-[m:MET]->() RETURN count(m)")
    #expect(all.result.plan?.contains("DeriveRelationships ()-[:MET]-()") == true)
    let none = try opened.query("EXPLAIN MATCH (a)-[:TOOK_PART_IN]->(e) RETURN e")
    #expect(none.result.plan?.contains("Derive") == false)
  }

  @Test("A query that changes the graph stores none of them")
  func writing() throws {
    let opened = try Case.demo()
    let before = try opened.query("MATCH ()-[r]->() RETURN count(r)").result.rows
    let change = try opened.query("MATCH (a)-[m:MET]-(b) SET a.met = true RETURN count(m)")
    #expect(change.result.rows != [[0]])
    #expect(try opened.query("MATCH ()-[r]->() RETURN count(r)").result.rows == before)
    #expect(try opened.query("MATCH (a {met: true}) RETURN count(a) > 0").result.rows == [[true]])
  }
}

extension [String] {
  fileprivate var uniqued: Set<String> { Set(self) }
}
