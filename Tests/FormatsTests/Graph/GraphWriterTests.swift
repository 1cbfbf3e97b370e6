import CaseModel
import Formats
import GraphModel
import Testing

@Suite("What formats of graphs write")
struct GraphWriterTests {
  static let formats = [
    GraphMLFormat.format, GEXFFormat.format, CytoscapeFormat.format, CX2Format.format,
    JSONGraphFormat.format, NodeLinkFormat.format, GraphSONFormat.format,
    CypherScriptFormat.format, Neo4jFormat.format,
  ]

  private func files(_ format: Format, _ edition: ExportEdition) throws -> [String: String] {
    let sink = MemorySink()
    _ = try format.write?(edition, sink)
    return sink.files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Every format takes every shape, and names, quotes and other scripts survive in each")
  func shapes() throws {
    for format in Self.formats {
      for shape in ExportOptions.Shape.allCases {
        var edition = try GraphSamples.mixed()
        edition.options.shape = shape
        edition.options.hasLooks = true
        let text = try files(format, edition).values.joined()
        #expect(text.contains("Jon Huntsman") && text.contains("naryshkin"), "\(format.name)")
        #expect(text.contains("和田") == (shape != .met), "\(format.name) \(shape)")
      }
    }
  }

  @Test("GEXF has days on the timeline, no open interval, and kinds that tell parallel edges apart")
  func gexf() throws {
    let text = try files(GEXFFormat.format, GraphSamples.mixed())[""] ?? ""
    #expect(text.contains(#"mode="dynamic" timeformat="date""#))
    #expect(
      text.contains(
        #"<node id="M1" label="Pompeo's meeting with Russian intelligence chiefs" start="2018-01-22" end="2018-01-28">"#
      )
    )
    #expect(
      text.contains(
        #"source="naryshkin" target="M1" label="TOOK_PART_IN" kind="TOOK_PART_IN" start="2018-01-22""#
      )
    )
    #expect(text.contains(#"kind="NEAR""#) && text.contains(#"kind="NEAR 2""#))
    for line in text.split(separator: "\n") {
      #expect(line.contains(" start=") == line.contains(" end="), "\(line)")
    }
  }

  @Test("CX2 has its fragments in the order of its specification and integers as ids")
  func cx2() throws {
    let json = try GraphSamples.json(CX2Format.format, edition: GraphSamples.mixed()).0
    guard case .array(let fragments) = json else { return #expect(Bool(false)) }
    let names = fragments.compactMap { fragment -> String? in
      guard case .object(let members) = fragment else { return nil }
      return members.first?.key
    }
    #expect(
      names == [
        "CXVersion", "metaData", "attributeDeclarations", "networkAttributes", "nodes", "edges",
        "status",
      ]
    )
    let declared = fragments[2]["attributeDeclarations"].elements.first?["nodes"]
    #expect(declared?["crew"] == ["d": "string"])
    #expect(declared?["ports"] == ["d": "list_of_string"])
    #expect(declared?["length"] == ["d": "double"])
  }

  @Test("GraphSON tells each edge at both of its ends")
  func graphSON() throws {
    let text = try files(GraphSONFormat.format, GraphSamples.mixed())[""] ?? ""
    let lines = try text.split(separator: "\n").map { try JSONReader.read($0.utf8).json }
    func ids(_ end: String) -> [JSONValue] {
      lines.flatMap { line -> [JSONValue] in
        guard case .object(let types)? = line[end] else { return [] }
        return types.flatMap { Optional($0.value).elements.compactMap { $0["id"] } }
      }
    }
    #expect(Set(ids("inE")) == Set(ids("outE")))
    #expect(ids("inE").count == (try GraphSamples.mixed().graph.relationships.count))
  }

  @Test("Neo4j gets a file for each kind, typed headers, and no semicolon inside a list")
  func neo4j() throws {
    let edition = try GraphSamples.mixed()
    let files = try files(Neo4jFormat.format, edition)
    let people = try #require(files["nodes-Entity+Person.csv"]?.split(separator: "\n"))
    #expect(
      people.first
        == "key:ID,name:string,nameKinds:string[],nameLanguages:string[],names:string[],:LABEL"
    )
    #expect(people.contains("huntsman,Jon Huntsman,,,,Entity;Person"))
    let ships = try #require(
      files["nodes-Old Ship_x+Ship.csv"] ?? files["nodes-Old_Ship_x+Ship.csv"]
    )
    #expect(ships.contains("a,b;c\\d"))
    #expect(ships.contains(#""Ever ""Open"" <&> ü; 和田""#))
    #expect(files["import.txt"]?.contains("--nodes=nodes-Entity+Person.csv") == true)
    #expect(files["relationships-NEAR.csv"]?.contains("ship/1,near/1,") == true)
  }
}
