import Foundation
import TestSupport
import Testing

@Suite("Two processes and one case")
struct TwoProcessTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("Writers take turns and readers always see a whole case")
  func writersAndReaders() throws {
    try sandbox.run("init")
    try sandbox.run("import", CaseFileTests.seed)
    let names = ["anna", "bruno", "clara", "dora"]
    for name in names {
      try sandbox.write(
        """
        format: backchannel-case
        version: 1
        case: {id: shared, title: Shared}
        entities: [{id: \(name), type: Person, name: \(name.capitalized) Ahorn}]
        """,
        to: "\(name).yaml"
      )
    }
    let writers = try names.map { try sandbox.start(["import", "\($0).yaml"]) }
    let readers = try (0..<4).map { _ in try sandbox.start(["who-met", "pompeo", "--json"]) }
    for run in try (writers + readers).map({ try $0.finish() }) {
      #expect(run.status == 0, "\(run.transcript)")
    }
    let everybody = try sandbox.run("search", "Ahorn")
    for name in names { #expect(everybody.output.contains("\(name.capitalized) Ahorn")) }
    let log = try sandbox.run("log", "--json")
    #expect(try (log.json["entries"] as? [Any])?.count == 2 + names.count)
  }

  @Test("Readers get the same answer while others build the index anew")
  func rebuilding() throws {
    try sandbox.run("init")
    try sandbox.run("import", CaseFileTests.seed)
    try sandbox.run("index", "--rebuild")
    let query = ["query", "MATCH (a)-[r]->(b) RETURN count(*), count(DISTINCT a.name)"]
    let expected = try sandbox.start(query).finish().output
    let builders = try (0..<4).map { _ in try sandbox.start(["index", "--rebuild"]) }
    let readers = try (0..<6).map { _ in try sandbox.start(query) }
    for run in try readers.map({ try $0.finish() }) {
      #expect(run.status == 0 && run.output == expected, "\(run.transcript)")
    }
    for run in try builders.map({ try $0.finish() }) {
      #expect(run.status == 0, "\(run.transcript)")
    }
  }
}
