import GraphModel
import Testing

@testable import QueryEngine

@Suite("Searches for texts")
struct TextSeekTests {
  /// 300 names, ten of each text; some nodes with other values and labels.
  private static func session(isNaive: Bool = false) throws -> QuerySession {
    let session = QuerySession()
    session.isNaive = isNaive
    _ = try session.run("UNWIND range(0, 299) AS i CREATE (:Name {id: i, name: 'Name ' + i % 30})")
    _ = try session.run("UNWIND range(0, 99) AS i CREATE (:Other {id: i, name: 'Name ' + i})")
    _ = try session.run("CREATE (:Name {id: 300, name: 5}), (:Name {id: 301})")
    return session
  }

  private static let queries = [
    "MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN count(*)",
    "MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN n.id, n.name ORDER BY n.name, n.id LIMIT 20",
    "MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN n.name AS t, n.id ORDER BY t, n.id DESC LIMIT 7",
    "MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN n.id ORDER BY n.name, n.id SKIP 3 LIMIT 5",
    "MATCH (n:Name) WHERE n.name STARTS WITH $s AND n.id < 50 RETURN n.id ORDER BY n.name, n.id LIMIT 2",
    "MATCH (n:Name) WHERE levenshtein(n.name, $s) <= 1 RETURN n.id ORDER BY n.id",
    "MATCH (n:Name) WHERE levenshtein($s, n.name) <= 2 RETURN n.id ORDER BY n.id",
    "MATCH (n) WHERE levenshtein(n.name, $s) <= $d RETURN count(*)",
    "MATCH (n:Name) WHERE hasWords(n.name, $s) RETURN n.id ORDER BY n.id",
    "MATCH (n) WHERE hasWords(n.name, $s) RETURN count(*)",
    "UNWIND ['Name 1', 'Name 2', null] AS s MATCH (n:Name) WHERE n.name STARTS WITH s "
      + "RETURN s, n.id ORDER BY n.name, s, n.id LIMIT 30",
  ]

  @Test(
    "A search gives the rows of the plainest plan, before and after changes",
    arguments: queries
  )
  func rows(query: String) throws {
    let (clever, plain) = (try Self.session(), try Self.session(isNaive: true))
    let changes = [
      "RETURN 1", "RETURN 1", "MATCH (n:Name {id: 10}) SET n.name = 'Name 1'",
      "MATCH (n:Name {id: 11}) DELETE n", "CREATE (:Name {id: 400, name: 'Name 12'})",
      "MATCH (n:Name {id: 21}) REMOVE n:Name", "MATCH (n:Other {id: 3}) SET n:Name",
      "UNWIND range(500, 2500) AS i CREATE (:Name {id: i, name: 'New ' + i})",
    ]
    for change in changes {
      for session in [clever, plain] { _ = try session.run(change) }
      for text in ["Name 1", "Name", "ame 12", "New 51", "", "Nothing", "12 nam"] {
        let parameters: [String: Value] = ["s": .string(text), "d": .integer(1)]
        let rows = try clever.run(query, parameters: parameters).rows
        let expected = try plain.run(query, parameters: parameters).rows
        #expect(rows == expected, "\(change): \(query) with \(text)")
      }
    }
  }

  @Test("What is no text matches nothing", arguments: [Value.null, .integer(5), .list([])])
  func noText(value: Value) throws {
    let session = try Self.session()
    for query in Self.queries.prefix(1) + [
      "MATCH (n:Name) WHERE levenshtein(n.name, $s) <= 1 RETURN count(*)"
    ] {
      for _ in 0..<3 {
        #expect(try session.run(query, parameters: ["s": value]).rows == [[.integer(0)]])
      }
    }
  }

  @Test(
    "Searches for texts are planned as such",
    arguments: [
      (queries[0], "NodeIndexSeekByRange (n:Name) n.name STARTS WITH $s"),
      (queries[1], "PartialTop"), (queries[2], "PartialTop"), (queries[3], "PartialTop"),
      (queries[5], "NodeIndexFuzzySeek (n:Name) levenshtein(n.name, $s) <= 1"),
      (
        "MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN n.id ORDER BY n.name DESC LIMIT 3",
        " Top "
      ),
      ("MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN n.id ORDER BY n.id LIMIT 3", " Top "),
      (queries[8], "NodeIndexWordSeek (n:Name) hasWords(n.name, $s)"),
      (queries[10], " Top "),
    ]
  )
  func plan(query: String, operatorName: String) throws {
    let plan = try Self.session().run("EXPLAIN " + query, parameters: ["s": .string("a")]).plan
    #expect(try #require(plan).contains(operatorName), "\(plan ?? "")")
  }

  @Test("Words are found in any order, without case, accents and signs between them")
  func words() throws {
    let session = QuerySession()
    _ = try session.run("UNWIND range(0, 299) AS i CREATE (:Name {name: 'Filler Text ' + i})")
    for name in ["Łukasz O'Brien-Péreira", "Сергей Лавров", "PÉREIRA, Lukas", "Brienne Pereira"] {
      _ = try session.run("CREATE (:Name {name: $name})", parameters: ["name": .string(name)])
    }
    for (words, expected) in [
      ("pereira lukas", ["PÉREIRA, Lukas"]), ("лавров СЕРГ", ["Сергей Лавров"]),
      ("pereira brien", ["Brienne Pereira", "Łukasz O'Brien-Péreira"]), ("pereira x", []),
    ] as [(String, [String])] {
      for _ in 0..<3 {
        let rows = try session.run(
          "MATCH (n:Name) WHERE hasWords(n.name, $words) RETURN n.name AS name ORDER BY name",
          parameters: ["words": .string(words)]
        ).rows
        #expect(rows == expected.map { [.string($0)] }, "\(words)")
      }
    }
  }
}
