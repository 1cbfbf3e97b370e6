import CaseModel
import CaseStore
import GraphModel
import QueryEngine
import Testing

@testable import Backchannel
@testable import Commands

@Suite("A query through a filter sees the graph of what the filter lets through")
struct FilteredQueryTests {
  /// Queries that together show everything in the graph, and how each clause gets at it.
  private static let queries = [
    "MATCH (n) RETURN n",
    "MATCH (a)-[r]->(b) RETURN r, a, b",
    "MATCH (n) RETURN count(*), count(n.date)",
    "MATCH ()-[r]->() RETURN type(r), count(*)",
    "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*)",
    "MATCH (m:Meeting) RETURN count(*)",
    "MATCH (n) RETURN properties(n), COUNT { (n)--() }, EXISTS { (n)-->() }",
    "MATCH (m:Event) OPTIONAL MATCH (m)<-[:TOOK_PART_IN]-(p:Person) RETURN m.title, p.name",
    "MATCH (p:Person)-[*1..3]-(c:Country) RETURN DISTINCT p.name, c.name",
    "MATCH (p:Person)-[r:TOOK_PART_IN]->(e) RETURN p.name, e.title, status(r), claims(r)",
    "MATCH (a)-[m:MET]-(b) RETURN a.name, b.name, m, status(m), evidence('witnesses')",
    "MATCH p = allShortestPaths((a:Person)-[*]-(b:Country)) RETURN a.name, b.name, length(p)",
  ]

  private static func filters(_ content: CaseContent) throws -> [ReadFilter] {
    func day(_ number: Int) throws -> CalendarDate {
      try #require(CalendarDate(year: 2018, month: number < 10 ? 2 : 1, day: number))
    }
    var filters = [ReadFilter(), ReadFilter(asKnown: try day(1)), ReadFilter(asKnown: try day(29))]
    filters.append(ReadFilter(happened: DateBounds(day: try day(28))))
    filters += Status.allCases.map { ReadFilter(minimum: $0) }
    filters += content.sources.map { ReadFilter(without: [$0.id]) }
    filters += content.sources.map { ReadFilter(only: [$0.id]) }
    filters += Status.allCases.prefix(3).map { status in
      ReadFilter(minimum: status, without: Set(content.sources.prefix(1).map(\.id)))
    }
    return filters
  }

  /// The graph that a filter lets through, made anew of the records that are shown.
  private func reference(_ opened: Case, _ filter: ReadFilter) throws -> (PropertyGraph, CaseView) {
    let whole = try opened.graph()
    let content = CaseGraphDecoder.content(of: whole)
    let view = CaseView(CaseIndex(content), filter: filter)
    guard filter != ReadFilter() else { return (PropertyGraph(whole), view) }
    let all = CaseGraphEncoder.graph(of: content)
    let shown = CaseGraphEncoder.graph(of: view.visibleContent)
    let records = Set(all.nodes.map(\.key) + all.relationships.map(\.key))
    let keyed = KeyedGraph(
      nodes: shown.nodes + whole.nodes.filter { !records.contains($0.key) },
      relationships: shown.relationships + whole.relationships.filter { !records.contains($0.key) }
    )
    return (PropertyGraph(keyed), view)
  }

  private func lines(_ result: QueryResult, _ graph: PropertyGraph) -> [String] {
    let text = ResultText(graph: graph)
    return result.rows.enumerated().map { number, row in
      let evidence = [result.evidence[number].map(text.text).joined(separator: " ")]
      return Self.sortingLabels((row.map(text.text) + evidence).joined(separator: " | "))
    }.sorted()
  }

  /// Labels come in the order of their first use in a graph, in which the two graphs differ.
  private static func sortingLabels(_ line: String) -> String {
    line.replacing(/\((:\w+)+/) { match in
      "(:" + match.output.0.dropFirst(2).split(separator: ":").sorted().joined(separator: ":")
    }
  }

  private func check(_ opened: Case, _ queries: [String], _ note: String) throws {
    for filter in try Self.filters(try opened.content()) {
      let (graph, view) = try reference(opened, filter)
      for query in queries {
        let request = QueryRequest(
          text: query,
          parameters: [:],
          limits: QueryLimits(),
          loadFolder: nil,
          cancellation: CancellationFlag()
        )
        // The derived relationships stay in the graph that they were added to.
        let session = GraphSession(
          PropertyGraph(GraphSnapshot(graph)),
          scope: SessionScope(
            needsClaims: true,
            needsMeetings: try QueryTraits(query).mentionsMeetings
          ),
          view: view,
          image: nil,
          position: 0
        )
        let expected = lines(try session.run(request, evidence: .facts).result, session.graph)
        let answer = try opened.query(query, filter: filter, evidence: .facts)
        let comment: Comment = "\(note), \(filter): \(query)"
        #expect(lines(answer.result, answer.graph) == expected, comment)
      }
    }
  }

  @Test("On the built-in case, with the queries of data/querytests")
  func queryTexts() throws {
    let tests = QueryTextTests.tests.filter {
      $0.isSeed && $0.rows != nil && $0.setup.isEmpty && $0.parameters.isEmpty
    }
    #expect(tests.count > 5)
    try check(try Case.demo(), tests.map(\.query) + Self.queries, "demo")
  }

  @Test("On cases with claims of chance", arguments: 1..<9)
  func variedCases(seed: Int) throws {
    let opened = try Case.inMemory(try VariedCase.content(seed: UInt64(seed)))
    try check(opened, Self.queries, "seed \(seed)")
  }

  @Test("What a query has added to the case stays in sight, with what it has set on records")
  func additions() throws {
    let opened = try Case.demo()
    let rows = { (query: String, filter: ReadFilter) throws in
      try opened.query(query, filter: filter).result.rows
    }
    let filter = ReadFilter(minimum: .confirmed)
    let everything = "MATCH (n) RETURN count(*)"
    let before = try rows(everything, filter)
    _ = try rows(
      "MATCH (p {name: 'Mike Pompeo'}) SET p.seen = 1 CREATE (:Note)-[:ON]->(p)",
      .init()
    )
    #expect(try rows("MATCH (:Note)-->(p) RETURN p.name, p.seen", filter) == [["Mike Pompeo", 1]])
    guard case .integer(let count) = before[0][0] else { return }
    #expect(try rows(everything, filter) == [[.integer(count + 1)]])
  }

  @Test("EXPLAIN and PROFILE say that a filter is in force, and what it hides")
  func explain() throws {
    let opened = try Case.demo()
    let query = "MATCH (p:Person) RETURN p.name"
    let plan = { (text: String, filter: ReadFilter) in
      try opened.query(text, filter: filter).result.plan ?? ""
    }
    #expect(try !plan("EXPLAIN " + query, ReadFilter()).contains("Filter in force"))
    let filter = ReadFilter(minimum: .confirmed)
    for mode in ["EXPLAIN ", "PROFILE "] {
      #expect(try plan(mode + query, filter).contains("Filter in force: hidden are "))
    }
  }

  @Test("One session asks through one filter after the other, and sees its own changes")
  func session() throws {
    let opened = try Case.demo()
    let query = "MATCH (n) RETURN count(*)"
    func count(_ filter: ReadFilter) throws -> [[Value]] {
      try opened.query(query, filter: filter).result.rows
    }
    let (whole, strong) = (ReadFilter(), ReadFilter(minimum: .confirmed))
    let counts = try [count(whole), count(strong)]
    #expect(counts[0] != counts[1])
    #expect(
      try [count(whole), count(strong), count(strong), count(whole)] == counts + counts.reversed()
    )
    let entry = try #require(try opened.query("CREATE (:Note)").entry)
    #expect(try count(whole) != counts[0])
    let author = LogAuthor(who: "tester", why: "", verb: "test")
    try opened.undo(entry.position, author: author)
    #expect(try [count(whole), count(strong)] == counts)
  }
}
