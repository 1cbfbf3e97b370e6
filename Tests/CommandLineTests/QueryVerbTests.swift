import Foundation
import TestSupport
import Testing

@Suite("query on the command line")
struct QueryVerbTests {
  static let meetings =
    "MATCH (p:Person)-[:TOOK_PART_IN]->(m:Meeting) WHERE m.title STARTS WITH 'Pompeo' RETURN p.name AS who ORDER BY who"

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(
    "Every format has the same rows",
    arguments: [
      ("tsv", "who\nMike Pompeo\nRussian intelligence chiefs\nSergey Naryshkin\n"),
      ("csv", "who\nMike Pompeo\nRussian intelligence chiefs\nSergey Naryshkin\n"),
      (
        "markdown",
        "| who |\n| --- |\n| Mike Pompeo |\n| Russian intelligence chiefs |\n| Sergey Naryshkin |\n"
      ),
      (
        "table",
        "who\nMike Pompeo\nRussian intelligence chiefs\nSergey Naryshkin\n\n3 rows\n"
      ),
    ]
  )
  func formats(format: String, text: String) throws {
    let run = try sandbox.run("query", Self.meetings, "--demo", "--format", format)
    #expect(run.output == text, "\(run.transcript)")
    #expect(run.status == 0)
  }

  @Test("In JSON every row says what it rests on")
  func evidence() throws {
    let run = try sandbox.run("query", Self.meetings, "--demo", "--json")
    let rows = try #require(try run.json["rows"] as? [[String: Any]])
    #expect(rows.map { $0["who"] as? String }.first == "Mike Pompeo")
    #expect(rows[0]["evidence"] as? [String] == ["M1", "M1/pompeo"])
    let lines = try sandbox.run("query", Self.meetings, "--demo", "--format", "ndjson")
    #expect(lines.output.split(separator: "\n").count == 3)
  }

  @Test("The query comes from the command line, a file or standard input; parameters from both")
  func input() throws {
    try sandbox.write(
      "MATCH (p:Person {name: $who}) RETURN p.name AS name, $n + 1 AS n",
      to: "q.cypher"
    )
    try sandbox.write("{\"n\": 41}", to: "p.json")
    let parameters = ["--param", "who=Mike Pompeo", "--params", "p.json", "--demo"]
    let file = try sandbox.start(["query", "--file", "q.cypher"] + parameters).finish()
    #expect(file.output == "name\tn\nMike Pompeo\t42\n", "\(file.transcript)")
    let text = String(decoding: try sandbox.read("q.cypher"), as: UTF8.self)
    let input = try sandbox.start(["query", "-"] + parameters, input: text).finish()
    #expect(input.output == file.output)
  }

  @Test("A query that changes something has one log entry, and undo takes it back")
  func writing() throws {
    try sandbox.run("demo", "--save", "case.backchannel")
    let before = try sandbox.run("export").bytes
    let preview = try sandbox.run("query", "CREATE (:Note {text: 'tea'})", "-n")
    #expect(preview.errors.contains("nothing was written"), "\(preview.transcript)")
    let run = try sandbox.run(
      "query",
      "CREATE (:Note {text: 'tea'}) RETURN 1 AS x",
      "--why",
      "a note"
    )
    #expect(run.status == 0, "\(run.transcript)")
    #expect(try sandbox.run("query", "MATCH (n:Note) RETURN n.text AS t").output == "t\ntea\n")
    #expect(try sandbox.run("log", "--format", "tsv").output.contains("a note"))
    let change = try sandbox.run(
      "query",
      "MATCH (p:Person {name: 'Mike Pompeo'}) SET p.note = 'director'"
    )
    #expect(change.status == 0, "\(change.transcript)")
    #expect(try sandbox.run("profile", "pompeo").output.contains("director"))
    #expect(try sandbox.run("undo").status == 0)
    #expect(try sandbox.run("undo").status == 0)
    #expect(try sandbox.run("query", "MATCH (n:Note) RETURN n").status == 1)
    #expect(try sandbox.run("export").bytes == before)
    #expect(try sandbox.run("check").status == 0)
  }

  @Test("A failed query leaves the case as it was")
  func failing() throws {
    try sandbox.run("demo", "--save", "case.backchannel")
    let before = try sandbox.run("export").bytes
    let run = try sandbox.run("query", "CREATE (:Note) WITH 1 AS x RETURN x / 0")
    #expect(run.status == 2, "\(run.transcript)")
    let connected = try sandbox.run("query", "MATCH (p:Person) DELETE p")
    #expect(connected.status == 2)
    #expect(connected.errors.contains("DETACH"), "\(connected.errors)")
    #expect(try sandbox.run("export").bytes == before)
    #expect(try sandbox.run("query", "MATCH (n:Note) RETURN n").status == 1)
  }

  @Test("Filters narrow what a query sees, and are refused where it would change something")
  func filters() throws {
    let known = try sandbox.run("query", Self.meetings, "--demo", "--as-known", "2018-01-29")
    #expect(known.status == 1)
    let strong = try sandbox.run("query", Self.meetings, "--demo", "--min", "confirmed")
    #expect(
      strong.output == "who\nMike Pompeo\nRussian intelligence chiefs\n",
      "\(strong.transcript)"
    )
    let write = try sandbox.run("query", "CREATE (:N)", "--demo", "--min", "confirmed")
    #expect(write.status == 2)
    #expect(write.errors.contains("sees the whole case"))
  }

  @Test("Limits of time, rows and writing are kept")
  func limits() throws {
    let long = "UNWIND range(1, 1000000000) AS x RETURN sum(x)"
    let time = try sandbox.run("query", long, "--demo", "--timeout", "0.3")
    #expect(time.status == 2)
    #expect(time.errors.contains("time limit"))
    let rows = try sandbox.run(
      "query",
      "UNWIND range(1, 5000) AS x RETURN x",
      "--demo",
      "--max-rows",
      "10"
    )
    #expect(rows.status == 2)
    #expect(rows.errors.contains("10 rows"))
    let reading = try sandbox.run("query", "CREATE (:N)", "--demo", "--read-only")
    #expect(reading.status == 2)
    #expect(reading.errors.contains("reading only"))
  }

  @Test("LOAD CSV reads from the folder that was allowed, and from no other")
  func loadCSV() throws {
    try sandbox.write("name,age\nAnna,40\n\"Birke, Bo\",7\n", to: "people.csv")
    let query =
      "LOAD CSV WITH HEADERS FROM 'file:///people.csv' AS r RETURN r.name AS n, toInteger(r.age) AS a"
    let allowed = try sandbox.run("query", query, "--demo", "--load-from", ".")
    #expect(allowed.output == "n\ta\nAnna\t40\nBirke, Bo\t7\n", "\(allowed.transcript)")
    #expect(try sandbox.run("query", query, "--demo").status == 2)
    let outside = query.replacing("people.csv", with: "../../etc/passwd")
    #expect(try sandbox.run("query", outside, "--demo", "--load-from", ".").status == 2)
  }

  @Test("EXPLAIN shows a plan by the published names and runs nothing")
  func explain() throws {
    let run = try sandbox.run(
      "query",
      "EXPLAIN MATCH (p:Person)-[:TOOK_PART_IN]->(m) RETURN p",
      "--demo"
    )
    #expect(run.status == 0)
    #expect(run.output.contains("NodeByLabelScan (p:Person)"), "\(run.output)")
    #expect(run.output.contains("Expand(All)"))
  }

  @Test("Errors stand at their place with a caret and a remedy")
  func errors() throws {
    let run = try sandbox.run("query", "MATCH (person) RETURN persn.name", "--demo")
    #expect(run.status == 2)
    #expect(run.errors.contains("1:23: error: variable `persn` is not defined"), "\(run.errors)")
    #expect(run.errors.contains("did you mean: person"))
  }
}
