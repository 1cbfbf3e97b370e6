import CaseModel
import Formats
import Foundation
import GraphModel
import Testing

@Suite("GraphML")
struct GraphMLTests {
  private let format = GraphMLFormat.format

  @Test("Our own file comes back as the same case, and the second export has the same bytes")
  func seedCase() throws {
    let edition = try GraphSamples.seed()
    let (text, _) = try GraphSamples.text(format, edition)
    let read = try ReadWhole(format, text)
    #expect(read.content == edition.view.index.content)
    #expect(read.graph == KeyedGraph())
    #expect(read.rejections.isEmpty)
    #expect(read.addsUp)
    #expect(try GraphSamples.text(format, read.edition).0 == text)
  }

  @Test("Any case comes back")
  func randomCases() throws {
    for seed in UInt64(1)...60 {
      let content = RandomCase.content(seed: seed)
      let (text, _) = try GraphSamples.text(format, ExportEdition(CaseView(CaseIndex(content))))
      let read = try ReadWhole(format, text)
      #expect(read.addsUp && read.rejections.isEmpty)
      let again = try GraphSamples.text(format, read.edition).0
      #expect(lines(again) == lines(text), "seed \(seed)")
    }
  }

  /// The lines but that of the title, which alone keeps control characters.
  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.contains("key=\"mark\"") }
  }

  @Test("Elements that are no records come back with values of every type")
  func others() throws {
    let edition = try GraphSamples.mixed()
    let (text, report) = try GraphSamples.text(format, edition)
    #expect(report.losses.map(\.what) == ["control characters are dropped"])
    #expect(report.losses.first?.count == 1)
    let read = try ReadWhole(format, text)
    #expect(read.edition.graph.relationships == edition.graph.relationships)
    let lost = "ship:3"
    #expect(
      read.edition.graph.nodes.filter { $0.key != lost }
        == edition.graph.nodes.filter { $0.key != lost }
    )
    let control = try #require(read.graph.nodes.first { $0.key == lost })
    #expect(control.properties["control"] == .string("ab\u{7F}"))
  }

  @Test("Foreign files become nodes and relationships with labels, types, names and typed values")
  func foreign() throws {
    let read = try ReadWhole(
      format,
      """
      <?xml version="1.0"?>
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key id="a" for="node" attr.name="type" attr.type="string"/>
        <key id="b" for="node" attr.name="age" attr.type="int"><default>40</default></key>
        <key id="c" for="edge" attr.name="label" attr.type="string"/>
        <key id="d" for="all" attr.name="ok" attr.type="boolean"/>
        <key id="e" for="node" yfiles.type="nodegraphics"/>
        <graph edgedefault="undirected">
          <g:node id="ANNA B"><data key="a">Person</data><data key="d">true</data></g:node>
          <node id="x"><data key="b">many</data><data key="e"><y:ShapeNode>
            <y:Geometry height="30"/><y:NodeLabel>A drawn one</y:NodeLabel></y:ShapeNode></data></node>
          <edge source="ANNA B" target="x"><data key="c">KNOWS</data></edge>
          <edge id="e2" source="x" target="x" directed="true"/>
          <edge source="x"/>
          <hyperedge/>
        </graph>
      </g:graphml>
      """,
      file: "folder/some.graphml"
    )
    #expect(read.content.entities.isEmpty)
    #expect(read.addsUp)
    #expect(read.rejections.map(\.diagnostic.position?.line) == [14, 15])
    #expect(
      read.graph.nodes
        == [
          KeyedNode(
            key: "some/ANNA B",
            labels: ["Person"],
            properties: ["name": .string("ANNA B"), "age": .integer(40), "ok": .boolean(true)]
          ),
          KeyedNode(
            key: "some/x",
            labels: [],
            properties: [
              "name": .string("A drawn one"), "age": .string("many"),
              "e": .string("\n      \n    "),
            ]
          ),
        ].map { node in
          KeyedNode(
            key: node.key,
            labels: node.labels,
            properties: node.properties.filter { $0.key != "e" }
          )
        }
    )
    let links = read.graph.relationships
    #expect(links.map(\.key) == ["some/edge 1", "some/e2"])
    #expect(links.map(\.type) == ["KNOWS", "RELATED"])
    #expect(links.map { $0.properties["directed"] } == [.boolean(false), nil])
  }

  @Test("A register of others with spaces in its ids is read whole, where it is at hand")
  func trumpWorld() throws {
    let folder = ProcessInfo.processInfo.environment["BACKCHANNEL_DATASETS"] ?? "datasets"
    let path = folder + "/trumpworld/trumpworld.graphml"
    guard let source = try? ByteSource(path: path) else {
      return print("skipped: \(path) is not there")
    }
    let read = try ReadWhole(format, source)
    #expect(read.graph.nodes.count == 2_669)
    #expect(read.graph.relationships.count == 3_380)
    #expect(read.addsUp && read.rejections.isEmpty)
    let first = try #require(read.graph.nodes.first)
    #expect(first.labels == ["Organization"])
    #expect(first.properties["name"] == .string("PORT AUTHORITY OF NEW YORK AND NEW JERSEY"))
    let keys = Set(read.graph.nodes.map(\.key))
    #expect(
      read.graph.relationships.allSatisfy { keys.contains($0.source) && keys.contains($0.target) }
    )
  }
}
