import Backchannel
import CaseModel
import Formats
import GraphModel
import TestSupport
import Testing

@Suite("Scripts of openCypher")
struct CypherScriptTests {
  /// Runs every statement of a script in an empty case, and returns what is there then.
  private func run(_ script: String) throws -> KeyedGraph {
    let empty = try Case.inMemory(CaseContent(info: CaseInfo(id: "empty", title: "Empty")))
    for line in script.split(separator: "\n") where !line.hasPrefix("//") {
      #expect(line.hasSuffix(";"))
      try empty.query(String(line.dropLast()))
    }
    return try empty.graph()
  }

  /// Labels and properties of nodes, and ends, types and properties of relationships, by the
  /// property `key`.
  private func described(_ graph: KeyedGraph, byProperty: Bool) -> Set<String> {
    func key(_ properties: Properties, _ own: String) -> String {
      byProperty ? properties["key"]?.stringValue ?? own : own
    }
    func text(_ properties: Properties) -> String {
      Value.object(properties.filter { $0.key != "key" }).text()
    }
    let names = Dictionary(graph.nodes.map { ($0.key, key($0.properties, $0.key)) }) { $1 }
    let nodes = graph.nodes.map { node in
      "\(names[node.key] ?? "") \(node.labels) \(text(node.properties))"
    }
    let links = graph.relationships.map { link in
      "\(key(link.properties, link.key)) \(names[link.source] ?? "") \(link.type) "
        + "\(names[link.target] ?? "") \(text(link.properties))"
    }
    return Set(nodes + links)
  }

  @Test("The script of the seed case makes an equal graph in our engine")
  func seedCase() throws {
    let demo = try Case.demo()
    let sink = MemorySink()
    try demo.export(as: CypherScriptFormat.format, to: sink)
    let made = try run(String(decoding: sink.bytes, as: UTF8.self))
    let own = try demo.edition().edition.graph
    // The empty case has a description of its own.
    let found = described(
      KeyedGraph(
        nodes: made.nodes.filter { $0.key != GraphVocabulary.caseKey },
        relationships: made.relationships
      ),
      byProperty: true
    )
    #expect(found == described(own, byProperty: false))
  }

  @Test("Quotes, line breaks, odd names, dates, lists and numbers come back as they are")
  func values() throws {
    let graph = KeyedGraph(
      nodes: [
        KeyedNode(
          key: "a'1\\",
          labels: ["Odd `label`", "Imported"],
          properties: [
            "text": .string("it's \"so\"\n\ttab \\ end\u{1} ü 和"), "a key": .boolean(true),
            "day": CalendarDate(iso: "2018-01-30").map(Value.date) ?? .null,
            "list": .list([.string("x"), .string("y'")]), "small": .float(1e-7),
            "whole": .float(3), "count": .integer(-5), "huge": .float(.infinity),
          ]
        ),
        KeyedNode(key: "b", labels: [], properties: [:]),
      ],
      relationships: [
        KeyedRelationship(
          key: "r",
          type: "is `odd`",
          source: "b",
          target: "a'1\\",
          properties: ["since": .integer(Int64.max)]
        )
      ]
    )
    let content = CaseContent(info: CaseInfo(id: "x", title: "X"))
    let edition = ExportEdition(CaseView(CaseIndex(content)), others: graph)
    let sink = MemorySink()
    _ = try CypherScriptFormat.format.written(edition, to: sink)
    let made = try run(String(decoding: sink.bytes, as: UTF8.self))
    let others = KeyedGraph(
      nodes: made.nodes.filter { !$0.labels.contains("Case") },
      relationships: made.relationships
    )
    #expect(described(others, byProperty: true) == described(graph, byProperty: false))
  }
}
