import Backchannel
import CaseModel
import CaseStore
import Formats
import GraphModel
import QueryEngine
import TestSupport
import Testing

@Suite("The index that an import of tables builds")
struct TableIndexTests {
  private static let rowCount = 11_000
  /// By row a text of its own, or none.
  private static func name(_ row: Int) -> String {
    [
      "plain \(row)", "\"with, comma \(row)\"", "\"doubled \"\"quotes\"\" \(row)\"",
      "back\\slash \(row)",
      "Сергей \(row)", "\"two\nlines \(row)\"", "", "\"\"",
    ][row % 8]
  }
  private static let numbers = [
    "0", "-7", "1234567890123456789", "9223372036854775807", "-9223372036854775808", "",
    "999999999999999999", "00012",
  ]

  /// A table with a value of every kind, of which some occur at the start only.
  private static var things: String {
    var text = "id,name,kind,day,number,share,sure,seldom\r\n"
    for row in 0..<rowCount {
      let fields = [
        row % 1_000 == 999 ? "x\(row)" : "\(row)", name(row), "kind \(row % 40)",
        row % 9 == 0 ? "" : "20\(10 + row % 10)-0\(1 + row % 9)-1\(row % 8)",
        row < 9_000 ? "\(row * 3)" : numbers[row % numbers.count], row % 5 == 0 ? "" : "\(row).5",
        ["true", "FALSE", ""][row % 3], row < 200 ? "s\(row)" : "",
      ]
      text += fields.joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static var links: String {
    "from,to,role,weight\n"
      + (0..<rowCount - 1_000).map { "\($0 / 1_000),\($0 % 998),role \($0 % 3),\($0)\n" }.joined()
  }

  private static let description = """
    format: backchannel-tables
    version: 1
    nodes:
      - file: things.csv
        labels: Thing
        id: id
        properties: {id: string, name: string, kind: string, day: date, number: integer,
          share: float, sure: boolean, seldom: string}
    relationships:
      - file: links.csv
        type: LINK
        from: {label: Thing, column: from}
        to: {label: Thing, column: to}
        properties: {role: string, weight: integer}
    """

  @Test("It holds what the case holds, with values of every kind, and is not built anew")
  func equality() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.things, to: "things.csv")
    try sandbox.write(Self.links, to: "links.csv")
    let path = sandbox.file("a.backchannel")
    let info = CaseInfo(id: "a", title: "A")
    let made = try Case.create(path, content: CaseContent(info: info), author: LibraryTests.author)
    let tables = try TableDescription.read(
      Array(Self.description.utf8),
      file: sandbox.file("tables.yaml")
    )
    _ = try made.importTables(tables, author: LibraryTests.author)
    try made.checkIntegrity()
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try store.indexState()?.isUsable == true)
    let image = try #require(try store.graphSource().image)
    let indexed = QuerySession(graph: PropertyGraph(image))
    let stored = QuerySession(graph: PropertyGraph(try made.graph()))
    for query in [
      """
      MATCH (n:Thing) RETURN n.id, n.name, n.kind, n.day, n.number, n.share, n.sure, n.seldom,
        keys(n) ORDER BY n.id
      """,
      """
      MATCH (n:Thing)-[r:LINK]->(m:Thing) RETURN n.id, r.role, r.weight, m.id, keys(r)
      ORDER BY n.id, m.id, r.weight
      """,
      "MATCH (n:Thing) WHERE n.name STARTS WITH 'd' RETURN n.name, count(*)",
    ] {
      let (found, expected) = (try indexed.run(query).rows, try stored.run(query).rows)
      #expect(!found.isEmpty && found.count == expected.count, "\(query)")
      for (row, other) in zip(found, expected) where row != other {
        Issue.record("\(row) instead of \(other)")
        break
      }
    }
  }
}
