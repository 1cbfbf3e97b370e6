import CaseStore
import GraphModel
import Testing

@Suite("Graphs in the store")
struct RoundTripTests {
  static let texts = [
    "", "'", "\"", "\\", "a'; DROP TABLE node; --", "\u{0}NUL\u{0}", "\u{7F}\u{1}\t\r\n", "$date",
    "é", "e\u{301}", "👩‍👩‍👧", "\u{202E}right to left", "\u{FEFF}mark", "\u{FFFD}\u{FFFF}", "{}",
    "%s?1:a@b",
  ]

  static let values: [Value] = [
    .boolean(true), .boolean(false), .integer(0), .integer(.max), .integer(.min), .float(1),
    .float(-0.0), .float(0.1), .float(1e300), .float(.leastNonzeroMagnitude), .float(.infinity),
    .float(-.infinity),
    .list([]), .list([.null, .list([.integer(1), .float(1)])]), .map([:]),
    .map(["$date": .string("x")]),
    .map(["$map": .map(["$float": .null])]), .map(["": .list([.map(["a b": .boolean(true)])])]),
  ]

  @Test("A graph comes back as it went in, sorted by key")
  func sortedRoundTrip() throws {
    let folder = try TemporaryFolder()
    var shuffled = KeyedGraph.sample
    shuffled.nodes.reverse()
    shuffled.relationships.reverse()
    let path = try folder.makeCase("a", shuffled)
    let stored = try CaseStore.open(at: path, mode: .readOnly).readGraph()
    #expect(stored.graph == .sample)
    #expect(stored.logPosition == 1)
    #expect(stored.lastChangeAt == "2018-02-01T00:00:00.000Z")
  }

  @Test("A new case is empty and has no log")
  func emptyCase() throws {
    let stored = try CaseStore.inMemory().readGraph()
    #expect(stored.graph == KeyedGraph())
    #expect(stored.logPosition == 0)
    #expect(stored.lastChangeAt == nil)
  }

  @Test("Every value comes back", arguments: values + texts.map(Value.string))
  func everyValue(value: Value) throws {
    let node = KeyedNode(
      key: "k",
      labels: [],
      properties: ["value": value, "list": .list([value])]
    )
    let store = try CaseStore.holding(KeyedGraph(nodes: [node]))
    #expect(try store.readGraph().graph.nodes == [node])
  }

  @Test("A date comes back as a date")
  func dateValue() throws {
    let day = try #require(CalendarDate(iso: "-0044-03-15"))
    let node = KeyedNode(key: "k", labels: [], properties: ["day": .date(day)])
    #expect(try CaseStore.holding(KeyedGraph(nodes: [node])).readGraph().graph.nodes == [node])
  }

  @Test("Not-a-number comes back and counts as the same value")
  func notANumber() throws {
    let node = KeyedNode(key: "k", labels: [], properties: ["x": .float(.nan)])
    let store = try CaseStore.holding(KeyedGraph(nodes: [node]))
    let read = try store.readGraph().graph.nodes.first?.properties["x"]
    guard case .float(let number)? = read else {
      Issue.record("read \(String(describing: read))")
      return
    }
    #expect(number.isNaN)
    #expect(try store.preview(KeyedGraph(nodes: [node])).same == 1)
  }

  @Test("Any text can be a key, a label, a type and a property key", arguments: texts)
  func anyText(text: String) throws {
    let isName = !text.isEmpty && !text.contains("\u{0}")
    let name = isName ? text : "key"
    let graph = KeyedGraph(
      nodes: [KeyedNode(key: name, labels: [text, "Other"], properties: [text: .string(text)])],
      relationships: [
        KeyedRelationship(
          key: name,
          type: name,
          source: name,
          target: name,
          properties: [text: .integer(1)]
        )
      ]
    )
    let store = try CaseStore.holding(graph)
    #expect(try store.readGraph().graph == graph)
    #expect(try store.preview(graph).same == 2)
    try store.checkIntegrity()
  }

  @Test("Keys that cannot be stored are refused", arguments: ["", "a\u{0}", "\u{0}"])
  func badKeys(key: String) throws {
    let store = try CaseStore.inMemory()
    let node = KeyedNode(key: key, labels: [], properties: [:])
    #expect(diagnostic { _ = try store.preview(KeyedGraph(nodes: [node])) }?.code == .invalidID)
  }

  @Test("Keys that Swift takes for equal name the same node")
  func composedKeys() throws {
    let store = try CaseStore.inMemory()
    try store.set("Ren\u{E9}", 1)
    try store.set("Rene\u{301}", 2)
    #expect(try store.numbers() == ["Ren\u{E9}": 2])
  }

  @Test("Values may be nested as deeply as the reader allows, and no deeper")
  func nesting() throws {
    func nested(_ depth: Int) -> KeyedGraph {
      let value = (0..<depth).reduce(Value.integer(1)) { value, _ in .list([value]) }
      return KeyedGraph(nodes: [KeyedNode(key: "k", labels: [], properties: ["x": value])])
    }
    let store = try CaseStore.holding(nested(250))
    #expect(try store.readGraph().graph == nested(250))
    try store.undo(by: .tester)
    #expect(diagnostic { _ = try store.preview(nested(260)) }?.code == .invalidValue)
  }

  @Test("Merging counts, changes only what differs, and logs nothing when nothing does")
  func merging() throws {
    let store = try CaseStore.holding()
    var graph = KeyedGraph.sample
    let nothing = try store.write(.tester) { transaction throws(StorageError) in
      let counts = try transaction.merge(graph)
      #expect((counts.added, counts.changed, counts.same) == (0, 0, 5))
    }
    #expect(nothing == nil)
    graph.nodes[0] = KeyedNode(key: "M1", labels: ["Event"], properties: [:])
    graph.nodes.append(KeyedNode(key: "cy", labels: [], properties: [:]))
    let preview = try store.preview(graph)
    #expect((preview.added, preview.changed, preview.same) == (1, 1, 4))
    #expect(try store.readGraph().graph == .sample, "a preview changes nothing")
    let entry = try store.write(.tester) { transaction throws(StorageError) in
      try transaction.merge(graph)
    }
    #expect(entry?.position == 2)
    #expect(try store.changes(of: 2).map(\.key) == ["M1", "cy"])
    #expect(try store.readGraph().graph == graph)
  }

  @Test("A relationship needs both its nodes", arguments: ["source", "target"])
  func missingEnd(end: String) throws {
    let store = try CaseStore.holding()
    let relationship = KeyedRelationship(
      key: "r",
      type: "T",
      source: end == "source" ? "nobody" : "bo",
      target: end == "target" ? "nobody" : "bo"
    )
    let problem = diagnostic { _ = try store.preview(KeyedGraph(relationships: [relationship])) }
    #expect(problem?.code == .danglingID)
    #expect(problem?.message.contains("'nobody'") == true)
  }

  @Test("A relationship may change its type and ends")
  func movedRelationship() throws {
    let store = try CaseStore.holding()
    let moved = KeyedRelationship(key: "M1/bo", type: "LEFT", source: "M1", target: "alba")
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(moved)
      try transaction.removeNode(key: "bo")
    }
    #expect(try store.readGraph().graph.relationships.last == moved)
    try store.checkIntegrity()
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == .sample)
  }

  @Test("A node goes only together with its relationships, in any order")
  func removal() throws {
    let store = try CaseStore.holding()
    let problem = diagnostic {
      try store.write(.tester) { transaction throws(StorageError) in
        try transaction.removeNode(key: "bo")
      }
    }
    #expect(problem?.code == .danglingID)
    #expect(problem?.message.contains("'M1/bo'") == true)
    #expect(try store.readGraph().graph == .sample)
    try store.write(.tester) { transaction throws(StorageError) in
      #expect(try transaction.removeNode(key: "bo"))
      #expect(try transaction.removeRelationship(key: "M1/bo"))
      #expect(try transaction.removeNode(key: "nobody") == false)
    }
    #expect(try store.readGraph().graph.nodes.map(\.key) == ["M1", "alba"])
    try store.checkIntegrity()
  }

  @Test("Elements without a key get one that nobody has")
  func freshKeys() throws {
    let store = try CaseStore.holding()
    try store.set("n5", 0)
    try store.write(.tester) { transaction throws(StorageError) in
      let first = try transaction.addNode(labels: ["Thing"])
      let second = try transaction.addNode(labels: [])
      #expect([first, second] == ["n5_", "n6"])
      let link = try transaction.addRelationship(type: "T", source: first, target: second)
      #expect(link == "r3")
    }
    #expect(try store.readGraph().graph.relationships.last?.source == "n5_")
  }

  @Test("A transaction that met an error cannot commit, even if the error is swallowed")
  func allOrNothing() throws {
    let store = try CaseStore.holding()
    let problem = diagnostic {
      try store.write(.tester) { transaction throws(StorageError) in
        try transaction.put(KeyedNode(key: "new", labels: [], properties: [:]))
        _ = try? transaction.put(KeyedNode(key: "", labels: [], properties: [:]))
      }
    }
    #expect(problem?.code == .invalidID)
    #expect(try store.readGraph().graph == .sample)
    #expect(try store.log().count == 1)
  }

  @Test("A graph that a new store cannot have any of is kept and logged as any other")
  func freshGraph() throws {
    let graph = KeyedGraph(
      nodes: [
        KeyedNode(key: "e\u{301}", labels: ["A"], properties: ["x": .integer(1)]),
        KeyedNode(key: "b", labels: [], properties: [:]),
      ],
      relationships: [
        KeyedRelationship(
          key: "r",
          type: "T",
          source: "e\u{301}",
          target: "b",
          properties: [:]
        )
      ]
    )
    let looked = try CaseStore.holding(graph)
    let fresh = try CaseStore.inMemory(now: { "2018-02-01T00:00:00.000Z" })
    try fresh.write(.tester) { transaction throws(StorageError) in
      try transaction.merge(graph, isFresh: true)
    }
    #expect(try fresh.readGraph() == looked.readGraph())
    #expect(try fresh.log() == looked.log())
    #expect(try fresh.changes(of: 1) == looked.changes(of: 1))
    #expect(
      try fresh.changes(of: 1).map { Array($0.key.unicodeScalars).count } == [1, 1, 1]
    )
  }
}
