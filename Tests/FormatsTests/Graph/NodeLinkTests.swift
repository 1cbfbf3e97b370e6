import CaseModel
import Formats
import GraphModel
import Testing

@Suite("Node-link JSON")
struct NodeLinkTests {
  private func written(_ shape: ExportOptions.Shape = .records) throws -> (JSONValue, ExportReport)
  {
    try GraphSamples.json(NodeLinkFormat.format, shape)
  }

  @Test("Every element of the graph is there with its properties and what follows from claims")
  func records() throws {
    let (json, report) = try written()
    let graph = try GraphSamples.seed().graph
    #expect(json["nodes"].elements.count == graph.nodes.count)
    #expect(json["edges"].elements.count == graph.relationships.count)
    #expect(report.counts.map(\.count) == [graph.nodes.count, graph.relationships.count])
    let meeting = try #require(json["nodes"].elements.first { $0["id"] == "M1" })
    #expect(meeting["labels"] == ["Event", "Meeting"])
    #expect(meeting["status"] == "confirmed")
    #expect(meeting["origins"] == 1)
    #expect(meeting["earliest"] == "2018-01-22")
    let part = try #require(json["edges"].elements.first { $0["key"] == "M1/naryshkin" })
    #expect(part["status"] == "unconfirmed")
    #expect(part["source"] == "naryshkin")
    #expect(part["target"] == "M1")
  }

  @Test("The shape of events flattens claims into attributes and tells what is left out")
  func events() throws {
    let (json, report) = try written(.events)
    let labels = Set(json["nodes"].elements.flatMap { $0["labels"].elements })
    #expect(labels.isDisjoint(with: ["Claim", "Source", "Question", "Case"]))
    let part = try #require(json["edges"].elements.first { $0["key"] == "M1/naryshkin" })
    #expect(part["claimants"] == ["Jon Huntsman", "Russia", "United States"])
    let content = try GraphSamples.seed().view.index.content
    let loss = try #require(report.losses.first)
    #expect(loss.count == content.claims.count)
  }

  @Test("The shape of meetings joins those who met, with weight, first, last, status and claims")
  func met() throws {
    let (json, _) = try written(.met)
    #expect(json["edges"].elements.count == 5)
    let pair = try #require(json["edges"].elements.first { $0["key"] == "naryshkin+pompeo" })
    #expect(pair["type"] == "MET")
    #expect(pair["weight"] == 1)
    #expect(pair["first"] == "2018-01-22")
    #expect(pair["status"] == "unconfirmed")
    #expect(pair["claims"].elements.contains("c8"))
  }

  @Test("Elements that are no records come along, and no name of an attribute clashes")
  func others() throws {
    let (json, _) = try GraphSamples.json(NodeLinkFormat.format, edition: GraphSamples.mixed())
    let ship = try #require(json["nodes"].elements.first { $0["id"] == "ship/1" })
    #expect(ship["id_"] == "x")
    #expect(ship["built"] == "1999-12-31")
    #expect(json["edges"].elements.contains { $0["key"] == "near/1" && $0["target"] == "pompeo" })
  }
}
