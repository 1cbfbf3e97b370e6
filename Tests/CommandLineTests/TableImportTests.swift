import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Importing tables")
struct TableImportTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("init")
    try sandbox.write(Self.description, to: "tables.yaml")
    try sandbox.write(
      "\u{FEFF}id,name,born,note\r\n0,\"Alba \"\"A\"\"\",2001-02-03,\"two\nlines\"\r\n1,Bo,,\r\nx7,Zoë,1999-12-31,\"\"\r\n",
      to: "people.csv"
    )
    try sandbox.write("who\twhom\tweight\n0\t1\t0.5\nx7\t0\t\n", to: "knows.tsv")
  }

  private static let description = """
    format: backchannel-tables
    version: 1
    nodes:
      - file: people.csv
        labels: [Person]
        id: id
        properties:
          name:
          born: date
          remark: {column: note, type: string}
    relationships:
      - file: knows.tsv
        type: KNOWS
        from: {label: Person, column: who}
        to: {label: Person, column: whom}
        properties: {weight: float}

    """

  private func query(_ text: String) throws -> String {
    try sandbox.run("query", text).output
  }

  @Test("Quotes, line breaks, byte order mark, CR LF and empty fields are read as RFC 4180 says")
  func reading() throws {
    let run = try sandbox.run("import", "tables.yaml")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("Person: 3 nodes"))
    #expect(run.errors.contains("knows: 2 relationships"))
    #expect(run.errors.contains("5 rows were read, 5 taken, 0 rejected."))
    #expect(
      try query("MATCH (p:Person) RETURN p.name, p.born, p.remark ORDER BY p.name").contains(
        "Alba \"A\"\t2001-02-03\t"
      )
    )
    #expect(try query("MATCH (p:Person) WHERE p.born IS NULL RETURN p.name").contains("Bo"))
    #expect(
      try query("MATCH (a)-[k:KNOWS]->(b) WHERE k.weight = 0.5 RETURN a.born, b.name")
        .contains("2001-02-03\tBo")
    )
    #expect(try sandbox.run("check").status == 0)
    let log = try sandbox.run("log", "2")
    #expect(log.status == 0 && log.output.contains("Person/"), "\(log.transcript)")
    #expect(try sandbox.run("log", "2", "--json").output.contains(#""elements": 3"#))
  }

  @Test("A dry run counts and writes nothing")
  func dryRun() throws {
    let before = try sandbox.run("log").output
    let run = try sandbox.run("import", "-n", "tables.yaml")
    #expect(run.errors.contains("5 rows would be read"))
    #expect(try sandbox.run("log").output == before)
  }

  @Test("Undo and redo take whole tables away and back")
  func undo() throws {
    try sandbox.run("import", "tables.yaml")
    #expect(try sandbox.run("undo").status == 0)
    #expect(try query("MATCH (p:Person) RETURN count(p)").contains("0"))
    #expect(try sandbox.run("redo").status == 0)
    #expect(try query("MATCH (p:Person) RETURN count(p)").contains("3"))
  }

  @Test("The same tables again are refused")
  func again() throws {
    try sandbox.run("import", "tables.yaml")
    let run = try sandbox.run("import", "tables.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("node 'Person/0' exists already"), "\(run.transcript)")
    #expect(run.errors.contains("nothing was imported"))
  }

  @Test(
    "A row that is wrong refuses everything, with file, line, column and reason",
    arguments: [
      ("people.csv", "id,name,born,note\n0,A,,\n0,B,,\n", "people.csv:3:1", "'Person/0' exists"),
      ("people.csv", "id,name,born,note\n0,A,,\n1,B,1999-02-30,\n", "people.csv:3:5", "is no day"),
      ("people.csv", "id,name,born,note\n0,\"A\nB\",,\n1,B\n", "people.csv:4:1", "has 2 fields"),
      ("people.csv", "id,name,born,note\n0,A\"B,,\n", "people.csv:2:3", "a quote stands"),
      ("people.csv", "id,name,born,note\n0,A,,\"x\n", "people.csv:2:6", "a quote is not closed"),
      ("people.csv", "id,name,note\n0,A,\n", "people.csv:1:1", "no column 'born'"),
      ("people.csv", "", "people.csv:1:1", "is empty"),
      ("knows.tsv", "who\twhom\tweight\n0\t5\t\n", "knows.tsv:2:3", "no node 'Person/5'"),
      ("knows.tsv", "who\twhom\tweight\n0\t1\tx\n", "knows.tsv:2:5", "is no decimal number"),
    ]
  )
  func faults(file: String, content: String, place: String, reason: String) throws {
    try sandbox.write(content, to: file)
    try sandbox.expectRefusal(at: place, because: reason)
  }

  @Test("A description that is wrong is refused with its place")
  func description() throws {
    try sandbox.write(
      Self.description.replacing("born: date", with: "born: dtae"),
      to: "tables.yaml"
    )
    let run = try sandbox.run("import", "tables.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("tables.yaml:9:13"), "\(run.transcript)")
  }

  @Test("A process killed at any moment of an import leaves the case as it was, or with all of it")
  func killed() throws {
    var lines = ["id,name,born,note"]
    for number in 0..<60_000 { lines.append("\(number),Person \(number),,") }
    try sandbox.write(lines.joined(separator: "\n") + "\n", to: "people.csv")
    try sandbox.write("who\twhom\tweight\n0\t1\t0.5\n", to: "knows.tsv")
    let count = "MATCH (p:Person) RETURN count(p) AS n"
    for delay in stride(from: 20_000, through: 200_000, by: 30_000) {
      let program = try sandbox.start(["import", "tables.yaml"])
      usleep(UInt32(delay))
      kill(program.process.processIdentifier, SIGKILL)
      _ = try program.finish()
      let found = try query(count).split(separator: "\n").last
      #expect(found == "0" || found == "60000", "after \(delay) microseconds")
      if found == "60000" { try sandbox.run("undo") }
    }
  }
}

@Suite("Exporting tables")
struct TableExportTests {
  @Test("Tables go in and come out the same, one line for each row")
  func roundTrip() throws {
    let sandbox = try Sandbox()
    try sandbox.run("init")
    try sandbox.write(
      """
      format: backchannel-tables
      version: 1
      nodes:
        - file: a.csv
          labels: [A, B]
          id: id
          properties: {n: integer, t: string, d: date, f: float, b: boolean}
      relationships:
        - {file: r.csv, type: R, from: {label: A, column: x}, to: {label: A, column: y}}
      """,
      to: "t.yaml"
    )
    try sandbox.write(
      "id,n,t,d,f,b\n5,-7,\"a \"\"b\"\", c\",2018-01-31,1.5,TRUE\n7,,,,,\nk,1,é,,2,false\n",
      to: "a.csv"
    )
    try sandbox.write("x,y\n5,k\n7,7\n", to: "r.csv")
    try #require(try sandbox.run("import", "t.yaml").status == 0)
    let run = try sandbox.run("export", "--format", "tables", "-o", "out")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(
      String(decoding: try sandbox.read("out/nodes-A+B.ndjson"), as: UTF8.self) == #"""
        {"key":"A/5","labels":["A","B"],"properties":{"n":-7,"t":"a \"b\", c","d":{"$date":"2018-01-31"},"f":1.5,"b":true}}
        {"key":"A/7","labels":["A","B"],"properties":{}}
        {"key":"A/k","labels":["A","B"],"properties":{"n":1,"t":"é","f":2.0,"b":false}}

        """#
    )
    #expect(
      String(decoding: try sandbox.read("out/relationships-R.ndjson"), as: UTF8.self) == #"""
        {"key":"r/1","from":"A/5","to":"A/k","type":"R","properties":{}}
        {"key":"r/2","from":"A/7","to":"A/7","type":"R","properties":{}}

        """#
    )
    let files = ["out/nodes-A+B.ndjson", "out/relationships-R.ndjson"]
    let rows = try files.map { try sandbox.read($0) }
    #expect(try sandbox.run("index", "--rebuild").status == 0)
    #expect(try sandbox.run("export", "--format", "tables", "-o", "out", "--force").status == 0)
    #expect(try files.map { try sandbox.read($0) } == rows, "the index holds something else")
    #expect(try sandbox.run("export", "--format", "tables", "-o", "out").status == 2)
    #expect(try sandbox.run("export", "--format", "tables", "-o", "out", "--force").status == 0)
    #expect(try sandbox.run("export", "--format", "tables").status == 2)
    #expect(try sandbox.run("export", "--format", "tables", "-o", "x", "--public").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.file("x")).sorted()
    #expect(names == ["nodes-A+B.ndjson", "nodes-Case.ndjson", "relationships-R.ndjson"])
    let again = try JSONReader.read(
      try sandbox.read("x/nodes-A+B.ndjson").split(separator: UInt8(ascii: "\n"))[2]
    )
    let first = try JSONReader.read(rows[0].split(separator: UInt8(ascii: "\n"))[2])
    #expect(Value(json: again.json) == Value(json: first.json))
  }
}
