import CaseStore
import GraphModel
import Testing

@Suite("Views for other tools")
struct ViewTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeCase("views", try Self.graph())
  }

  private static func graph() throws -> KeyedGraph {
    let day = Value.date(try #require(CalendarDate(iso: "2031-05-06")))
    return KeyedGraph(nodes: entities() + events(day) + evidence(day), relationships: links())
  }

  private static func entities() -> [KeyedNode] {
    [
      node(
        "alba",
        ["Entity", "Person"],
        ["name": "Alba", "note": "tall"],
        ["names": .list([.string("A."), .string("Al")])]
      ),
      node(
        "x",
        ["Entity", "Person", "Unnamed"],
        ["name": "an official"],
        ["unnamed": .boolean(true)]
      ),
      node("bureau", ["Entity", "Agency"], ["name": "Bureau of Tea", "kind": "ministry"]),
      node("atlantis", ["Entity", "Country"], ["name": "Atlantis"]),
      node("quay", ["Entity", "Place"], ["name": "The Quay"]),
      node("tea", ["Entity", "Topic"], ["name": "tea"]),
      node("p3?", ["Unknown"], ["description": "who else?"]),
      node("odd", ["Thing", "a\"Person\"", "\"Entity\""], ["name": "no entity"]),
    ]
  }

  private static func events(_ day: Value) -> [KeyedNode] {
    [
      node(
        "M1",
        ["Event", "Meeting"],
        ["title": "Tea at the quay", "date": "2031-05", "dateBasis": "\"last week\""],
        ["earliest": day, "latest": day]
      ),
      node("S1", ["Event", "Appointment"], ["title": "A new director"]),
    ]
  }

  private static func evidence(_ day: Value) -> [KeyedNode] {
    [
      node(
        "src",
        ["Source"],
        ["title": "The Daily", "publisher": "Daily Ltd", "url": "u", "published": "2031-05~"],
        ["publishedEarliest": day]
      ),
      node(
        "c1",
        ["Claim"],
        ["stance": "asserts", "about": "M1", "locator": "p. 1", "quote": "“so”"],
        ["saidOnLatest": day, "confidential": .boolean(true), "onRecord": .boolean(false)]
      ),
      node("c2", ["Claim"], ["stance": "denies", "about": "M1", "saidOn": "2031?"]),
      node("q1", ["Question"], ["text": "Who else?"]),
    ]
  }

  private static func links() -> [KeyedRelationship] {
    [
      link("p1", "alba", "TOOK_PART_IN", "M1", ["role": "host"]),
      link("p2", "x", "TOOK_PART_IN", "M1"),
      link("p3", "p3?", "TOOK_PART_IN", "M1"),
      link("h1", "alba", "HOLDS", "bureau", ["title": "Director", "held": "2030/.."]),
      link("1", "alba", "CITIZEN_OF", "atlantis"),
      link("2", "bureau", "PART_OF", "atlantis"),
      link("3", "M1", "LOCATED_IN", "quay"),
      link("4", "M1", "ABOUT", "tea"),
      link("5", "c1", "MADE_BY", "alba"),
      link("6", "c1", "IN_SOURCE", "src"),
      link("7", "c2", "MADE_BY", "bureau"),
      link("8", "c2", "VIA", "c1"),
      link("9", "c1", "CONCERNS", "M1", ["fact": "M1"]),
    ]
  }

  private static func node(
    _ key: String,
    _ labels: [String],
    _ texts: [String: String],
    _ others: Properties = [:]
  ) -> KeyedNode {
    KeyedNode(
      key: key,
      labels: labels,
      properties: texts.mapValues(Value.string).merging(others) { $1 }
    )
  }

  private static func link(
    _ key: String,
    _ source: String,
    _ type: String,
    _ target: String,
    _ texts: [String: String] = [:]
  ) -> KeyedRelationship {
    KeyedRelationship(
      key: key,
      type: type,
      source: source,
      target: target,
      properties: texts.mapValues(Value.string)
    )
  }

  private static let expectations: [(sql: String, rows: [String])] = [
    (
      "SELECT id, kind FROM entities ORDER BY id",
      ["alba|Person", "atlantis|Country", "bureau|Agency", "quay|Place", "tea|Topic", "x|Person"]
    ),
    (
      "SELECT * FROM people ORDER BY id",
      ["alba|Alba|[\"A.\",\"Al\"]|tall|0|Atlantis", "x|an official|||1|"]
    ),
    ("SELECT * FROM agencies", ["bureau|Bureau of Tea|||0|ministry|Atlantis"]),
    ("SELECT * FROM countries", ["atlantis|Atlantis||"]),
    (
      "SELECT * FROM posts",
      ["h1|alba|Alba|Director|bureau|Bureau of Tea|Agency|||2030/..||"]
    ),
    (
      "SELECT * FROM events ORDER BY id",
      [
        "M1|Meeting|Tea at the quay|2031-05|2031-05-06|2031-05-06|\"last week\"|",
        "S1|Appointment|A new director|||||",
      ]
    ),
    (
      "SELECT * FROM meetings",
      [
        "M1|Tea at the quay|2031-05|2031-05-06|2031-05-06|\"last week\"|The Quay|tea|"
          + "Alba; an official; who else?"
      ]
    ),
    (
      "SELECT id, event, event_kind, event_title, earliest, latest FROM participations LIMIT 1",
      ["p1|M1|Meeting|Tea at the quay|2031-05-06|2031-05-06"]
    ),
    (
      "SELECT participant, participant_kind, name, role FROM participations ORDER BY id",
      ["alba|Person|Alba|host", "x|Person|an official|", "p3?|Unknown|who else?|"]
    ),
    (
      "SELECT * FROM claims ORDER BY id",
      [
        "c1|alba|Alba|asserts|M1|M1|||2031-05-06|src|The Daily||p. 1|“so”|0|1",
        "c2|bureau|Bureau of Tea|denies|M1||2031?|||||c1||||0",
      ]
    ),
    (
      "SELECT * FROM sources",
      ["src|The Daily|Daily Ltd||u|2031-05~|2031-05-06|||||0"]
    ),
    ("SELECT * FROM questions", ["q1|Who else?|"]),
    ("SELECT count(*), min(who), max(why), min(verb) FROM history", ["27|tester|a test|import"]),
  ]

  @Test("Each view shows its rows", arguments: expectations)
  func viewRows(sql: String, expected: [String]) throws {
    #expect(try rows(sql, of: path) == expected)
  }
}
