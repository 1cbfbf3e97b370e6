import Foundation
import TestSupport
import Testing

@Suite("Importing tables of JSON lines")
struct JSONLinesImportTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("init")
    try sandbox.write(
      """
      format: backchannel-tables
      version: 1
      nodes:
        - file: people.ndjson
          labels: [Person]
          id: id
          properties:
            name: {column: name.full}
            born: {column: "born.$date", type: date}
            height: float
            isAlive: {column: alive, type: boolean}
            note:
      relationships:
        - {file: knows.jsonl, type: KNOWS, from: {label: Person, column: who},
           to: {label: Person, column: whom}, properties: {since.year: integer}}

      """,
      to: "tables.yaml"
    )
    try sandbox.write(Self.people, to: "people.ndjson")
    try sandbox.write(
      #"{"whom":"x7","who":0,"since.year":1999,"other":[1,{"a":[]}]}"# + "\n",
      to: "knows.jsonl"
    )
  }

  private static let people = #"""
    {"id":0,"name":{"full":"Alba \"A\" \u00e9","short":"A"},"born":{"$date":"2001-02-03"},"height":1.5e0}

    { "note" : "" , "id" : "x7", "name":{"full":"two\nlines"}, "alive":true, "born":null }
    {"\u0069d":"y","name":{"full":"Zoë 🕊"},"alive":false,"height":-2}
    """#

  private func query(_ text: String) throws -> String {
    try sandbox.run("query", text, "--json").output
  }

  @Test("Members and paths become properties, whatever their order, spaces and escapes")
  func reading() throws {
    let run = try sandbox.run("import", "tables.yaml")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("4 rows were read, 4 taken, 0 rejected."), "\(run.transcript)")
    let names = try query("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    #expect(names.contains(#""Alba \"A\" é""#), "\(names)")
    #expect(names.contains(#""two\nlines""#), "\(names)")
    #expect(names.contains(#""Zoë 🕊""#), "\(names)")
    let row = try sandbox.run(
      "query",
      """
      MATCH (a:Person)-[k:KNOWS]->(b:Person)
      RETURN a.born, a.height, a.isAlive, a.note, k.`since.year`, b.isAlive, b.note = '', b.born
      """
    )
    #expect(row.output.contains("2001-02-03\t1.5\t"), "\(row.transcript)")
    #expect(row.output.contains("\t1999\ttrue\ttrue\t"), "\(row.transcript)")
    #expect(try sandbox.run("check").status == 0)
  }

  @Test(
    "A line that is wrong refuses everything, with file, line, column and reason",
    arguments: [
      ("[1]", "people.ndjson:1:1", "no JSON object"),
      (#"{"id":1} x"#, "people.ndjson:1:10", "text stands behind"),
      (#"{"id":1,"id":2}"#, "people.ndjson:1:14", "'id' stands twice"),
      (#"{"id":1"#, "people.ndjson:1:8", "a closing brace is missing"),
      (#"{"id":01}"#, "people.ndjson:1:7", "neither text, number"),
      (#"{"id":nul}"#, "people.ndjson:1:7", "neither text, number"),
      (#"{"id":"1}"#, "people.ndjson:1:7", "is not closed"),
      (#"{"id":1,"note":{"a":1}}"#, "people.ndjson:1:16", "is an object"),
      (#"{"id":1,"note":[1]}"#, "people.ndjson:1:16", "is a list"),
      (#"{"id":1,"height":"tall"}"#, "people.ndjson:1:19", "is no decimal number"),
      (#"{"id":1,"note":"\ud800"}"#, "people.ndjson:1:17", "not valid UTF-8"),
      (#"{"name":{"full":"A"}}"#, "people.ndjson:1:", "is no id"),
      (
        #"{"id":1,"note":"# + String(repeating: "[", count: 300) + "}", "people.ndjson:1:",
        "is a list"
      ),
      (
        #"{"id":1,"x":"# + String(repeating: "[", count: 100_000) + "}", "people.ndjson:1:",
        "nested too deeply"
      ),
    ]
  )
  func faults(line: String, place: String, reason: String) throws {
    try sandbox.write(line + "\n", to: "people.ndjson")
    try sandbox.expectRefusal(at: place, because: reason)
  }

  @Test("A member that a path goes through may be something else; the column is empty then")
  func otherShape() throws {
    try sandbox.write(#"{"id":1,"name":"A"}"# + "\r\n" + #"{"id":2}"#, to: "people.ndjson")
    try sandbox.write("", to: "knows.jsonl")
    let run = try sandbox.run("import", "tables.yaml")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("2 rows were read, 2 taken, 0 rejected."), "\(run.transcript)")
    let count = try sandbox.run("query", "MATCH (p:Person) WHERE p.name IS NULL RETURN count(p)")
    #expect(count.output.contains("2"), "\(count.transcript)")
  }
}
