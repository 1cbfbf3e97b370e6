import Backchannel
import CaseModel
import CaseStore
import Foundation
import GraphModel
import QueryEngine
import TestSupport
import Testing

@Suite("Sessions of a case")
struct GraphSessionTests {
  private let sandbox: Sandbox
  private let path: String

  init() throws {
    sandbox = try Sandbox()
    path = sandbox.file("a.backchannel")
    let info = CaseInfo(id: "a", title: "A")
    let made = try Case.create(path, content: CaseContent(info: info), author: LibraryTests.author)
    try made.query("UNWIND range(1, 200) AS i CREATE (:Item {id: i})")
  }

  private func count(_ opened: Case, _ pattern: String = "(n:Item)") throws -> Int64 {
    try opened.integer("MATCH \(pattern) RETURN count(*)")
  }

  @Test(
    "A change is seen by the next query, on an index and without one",
    arguments: [false, true]
  )
  func ownChanges(hasIndex: Bool) throws {
    let opened = try Case.open(path, mode: .readWrite)
    if hasIndex { try opened.rebuildIndex() }
    #expect(try count(opened) == 200)
    for number in 201...230 as ClosedRange<Int64> {
      let entry = try opened.query("CREATE (n:Item {id: $i})", parameters: ["i": .integer(number)])
        .entry
      #expect(entry?.added == 1)
      #expect(try count(opened, "(n:Item {id: \(number)})") == 1)
    }
    try opened.query("MATCH (n:Item) WHERE n.id > 220 DELETE n")
    try opened.query("MATCH (n:Item {id: 1}), (m:Item {id: 2}) CREATE (n)-[:NEXT {at: 1}]->(m)")
    try opened.query("MATCH (n:Item {id: 3}) SET n.id = 1000, n:Old")
    #expect(try count(opened) == 220)
    #expect(try count(opened, "(:Item {id: 1})-[:NEXT]->(:Item {id: 2})") == 1)
    #expect(try count(opened, "(:Item:Old {id: 1000})") == 1)
    #expect(try count(opened, "(:Item {id: 3})") == 0)
    try expectSameAsAnew(opened)
    try opened.checkIntegrity()
  }

  @Test("A change that fails, or that is only tried, is not seen, and the session goes on")
  func changesThatCameToNothing() throws {
    let opened = try Case.open(path, mode: .readWrite)
    let tried = try opened.query("CREATE (:Item {id: 999})", isDryRun: true)
    #expect(tried.entry?.added == 1)
    #expect(try count(opened) == 200)
    #expect(throws: BackchannelError.self) {
      try opened.query("CREATE (n:Item) WITH n MATCH (m:Item) RETURN m.id / 0")
    }
    #expect(throws: BackchannelError.self) { try opened.query("CREATE (:Item") }
    #expect(try count(opened) == 200)
    try opened.query("CREATE (:Item {id: 201})")
    #expect(try count(opened) == 201)
    try expectSameAsAnew(opened)
  }

  @Test("What another process writes, or takes back, is seen by the next query")
  func otherProcess() throws {
    let opened = try Case.open(path, mode: .readWrite)
    #expect(try count(opened) == 200)
    try run("query", "MATCH (n:Item) WHERE n.id < 11 SET n.seen = true CREATE (:Other {of: n.id})")
    #expect(try count(opened, "(n:Item {seen: true})") == 10)
    #expect(try count(opened, "(n:Other)") == 10)
    try opened.query("MATCH (n:Other {of: 1}) CREATE (n)-[:OF]->(:Item {id: 201})")
    #expect(try count(opened, "(:Other)-[:OF]->(:Item)") == 1)
    try run("undo")
    #expect(try count(opened, "(:Other)-[:OF]->(:Item)") == 0)
    try run("undo")
    #expect(try count(opened, "(n:Other)") == 0)
    try opened.query("CREATE (:Item {id: 202})")
    #expect(try count(opened) == 201)
    try expectSameAsAnew(opened)
  }

  @Test("A case to which another process adds tables is read anew")
  func tables() throws {
    let opened = try Case.open(path, mode: .readWrite)
    #expect(try count(opened) == 200)
    try sandbox.write("id\n1\n2\n3\n", to: "thing.csv")
    try sandbox.write(
      """
      format: backchannel-tables
      version: 1
      nodes: [{file: thing.csv, labels: Thing, id: id, properties: {id: integer}}]
      """,
      to: "tables.yaml"
    )
    try run("import", "tables.yaml")
    #expect(try count(opened, "(n:Thing)") == 3)
    try run("undo")
    try opened.query("CREATE (:Thing {id: 4})")
    #expect(try count(opened, "(n:Thing)") == 1)
    try expectSameAsAnew(opened)
  }

  @Test("An undo by the library is seen, and the answer of an earlier query stays as it was")
  func undo() throws {
    let opened = try Case.open(path, mode: .readWrite)
    let answer = try opened.query("CREATE (n:Item {id: 201, name: 'new'}) RETURN n")
    guard case .node(let node)? = answer.result.rows.first?.first else {
      Issue.record("there is no node")
      return
    }
    try opened.undo(author: LibraryTests.author)
    #expect(try count(opened) == 200)
    #expect(answer.graph.shown(node).properties["name"] == .string("new"))
    try opened.redo(author: LibraryTests.author)
    #expect(try count(opened, "(:Item {name: 'new'})") == 1)
    try expectSameAsAnew(opened)
  }

  @Test("Each query has its own filter, and changes are seen through it")
  func filters() throws {
    let opened = try Case.demo()
    let query = "MATCH (m:Meeting) RETURN count(*)"
    var filter = ReadFilter()
    filter.asKnown = CalendarDate(iso: "2018-01-29")
    let all = try opened.integer(query)
    #expect(all > 0)
    #expect(try opened.integer(query, filter: filter) == 0)
    try opened.query("CREATE (:Note {text: 'x'})")
    #expect(try opened.integer("MATCH (n:Note) RETURN count(*)", filter: filter) == 1)
    #expect(try opened.integer(query, filter: filter) == 0)
    #expect(try opened.integer(query) == all)
    let met = "MATCH (:Person)-[m:MET]-(:Person) RETURN count(m)"
    let before = try opened.integer(met)
    #expect(before > 0)
    try opened.query("MATCH (a)-[m:MET]-(b) WITH count(m) AS n CREATE (:Note {n: n})")
    #expect(
      try opened.integer("MATCH ()-[m]-() WHERE type(m) STARTS WITH 'ME' RETURN count(m)") == 0
    )
    #expect(try opened.integer(met) == before)
  }

  @Test("A property by the name of a function costs no look at the claims, and a call finds them")
  func namesOfFunctions() throws {
    let opened = try Case.demo()
    #expect(try opened.integer("MATCH (n) WHERE n.status = 'x' RETURN count(n)") == 0)
    for call in ["status(m)", "status (m)", "`status`(m)", "status /* of */ (m)", "STATUS\n(m)"] {
      let rows = try opened.query("MATCH (m:Meeting) RETURN \(call)").result.rows
      #expect(rows.first == [.string("confirmed")], "\(call)")
    }
  }

  @Test("Many readers and writers at once see whole changes, in order")
  func threads() async throws {
    let opened = try Case.open(path, mode: .readWrite)
    let pair = "CREATE (:Half {id: $i}) CREATE (:Half {id: $i})"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 as Range<Int64> {
        group.addTask {
          for number in 0..<20 as Range<Int64> {
            let id = Value.integer(writer * 100 + number)
            try opened.query(pair, parameters: ["i": id])
            let own = try opened.query(
              "MATCH (n:Half {id: $i}) RETURN count(*)",
              parameters: ["i": id]
            )
            #expect(own.result.rows == [[.integer(2)]], "a writer sees what it wrote")
          }
        }
      }
      for _ in 0..<3 {
        group.addTask {
          var last: Int64 = 0
          for _ in 0..<60 {
            let count = try opened.integer("MATCH (n:Half) RETURN count(*)")
            #expect(count >= last && count % 2 == 0)
            last = count
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try count(opened, "(n:Half)") == 80)
    try expectSameAsAnew(opened)
    try opened.checkIntegrity()
  }

  @Test("Commits that wait beside the file are all there when the case is opened anew")
  func deferredCheckpoints() throws {
    var opened: Case? = try Case.open(path, mode: .readWrite)
    try opened?.deferCheckpoints()
    for number in 0..<50 as Range<Int64> {
      try opened?.query("CREATE (:Late {id: $i})", parameters: ["i": .integer(number)])
    }
    #expect(try count(Case.open(path), "(n:Late)") == 50)
    opened = nil
    #expect(try count(Case.open(path), "(n:Late)") == 50)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  private func run(_ arguments: String...) throws {
    let run = try sandbox.start(arguments + ["--case", path]).finish()
    #expect(run.status == 0, "\(run.transcript)")
  }

  /// Whether a session holds the graph that somebody gets who opens the case now.
  private func expectSameAsAnew(_ opened: Case) throws {
    let anew = try Case.open(path)
    for query in [
      "MATCH (n) RETURN labels(n), properties(n)",
      "MATCH (a)-[r]->(b) RETURN a.id, type(r), properties(r), b.id",
    ] {
      func lines(_ opened: Case) throws -> [String] {
        try opened.query(query).result.rows.map { Value.list($0).json.text() }.sorted()
      }
      #expect(try lines(opened) == lines(anew))
    }
  }
}

extension Case {
  /// Returns the one integer that a query gives.
  func integer(_ query: String, filter: ReadFilter = ReadFilter()) throws -> Int64 {
    guard
      case .integer(let number)? = try self.query(query, filter: filter).result.rows.first?.first
    else { throw MissingInteger() }
    return number
  }

  private struct MissingInteger: Error {}
}
