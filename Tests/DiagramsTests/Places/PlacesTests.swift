import CaseModel
import TestSupport
import Testing

@testable import Diagrams

@Suite("Places kept from drawing to drawing")
struct PlacesTests {
  private static func drawing(_ fixture: SceneFixture, _ look: DrawingLook) -> Drawing {
    let view = fixture.view()
    return Drawing.fitting(DiagramScene(view), view: view, look: look)
  }

  @Test(
    "With one more event and two more people nobody moves, and nothing overlaps",
    arguments: DrawingLook.allCases
  )
  func oneMore(look: DrawingLook) throws {
    var fixture = SceneFixture()
    let kept = try Self.drawing(fixture, look).measured().places
    fixture.meeting("M2", ["anna", "boris", "newcomer", "another"])
    let drawing = Self.drawing(fixture, look)
    let (arranged, places) = drawing.arranged(try drawing.measured(), keeping: kept)
    #expect(places.count > kept.count)
    #expect(kept.allSatisfy { places[$0.key] == $0.value })
    let drawn = try arranged.measured().nodes
    let shift = try #require(drawn["n-anna"]?.place) - #require(kept["n-anna"])
    for (name, place) in kept {
      let moved = try #require(drawn[name]?.place) - (place + shift)
      #expect(abs(moved.x) < 1 && abs(moved.y) < 1, "\(name) moved by \(moved)")
    }
    let svg = try arranged.svg()
    let boxes = try #require(SVGBoxes(svg))
    // Somebody who was a dot may have become a name.
    if look != .dots { #expect(boxes.overlaps.isEmpty, "\(boxes.overlaps)") }
    let shown = try #require(ParsedSVG(svg)).shown
    #expect(shown.contains("Who met at the lake?") && shown.contains("as known today"))
  }

  @Test("Frames of sides hold their own cards and no others")
  func frames() throws {
    var fixture = SceneFixture()
    let kept = try Self.drawing(fixture, .cards).measured().places
    fixture.content.entities.append(Entity(id: "alma", type: .person, name: "Alma"))
    fixture.content.posts.append(Post(id: "post-alma", holder: "alma", title: "T", country: "aa"))
    fixture.meeting("M2", ["alma", "boris", "stranger"])
    let drawing = Self.drawing(fixture, .cards)
    let measured = try drawing.measured()
    let (arranged, _) = drawing.arranged(measured, keeping: kept)
    let structure = GraphStructure(arranged.graph)
    let nodes = Arranger(drawing.graph, fresh: measured, kept: kept).nodes
    #expect(structure.clusters["n-alma"] == "side-aa")
    for side in ["side-aa", "side-bb"] {
      let own = nodes.filter { structure.clusters[$0.key] == side }.map(\.value.box)
      let frame = try #require(own.dropFirst().reduce(own.first) { $0?.union($1) })
      for (name, node) in nodes where structure.clusters[name] != side {
        #expect(!node.box.intersects(frame), "\(name) in \(side)")
      }
    }
  }

  @Test("A node without any neighbour gets room, too, and so do a hundred at one place")
  func crowd() {
    var graph = DOTGraph(id: "g")
    var fresh = MeasuredLayout()
    for number in 0..<100 {
      graph.statements.append(.node("n\(number)"))
      fresh.nodes["n\(number)"] = MeasuredLayout.Node(
        place: NodePlace(x: 0, y: 0),
        width: 60,
        height: 20
      )
    }
    let nodes = Arranger(graph, fresh: fresh, kept: ["n0": NodePlace(x: 5, y: 5)]).nodes
    #expect(nodes.count == 100)
    let boxes = nodes.values.map(\.box)
    for (offset, box) in boxes.enumerated() {
      #expect(!boxes[(offset + 1)...].contains { $0.intersects(box) })
    }
  }

  @Test("A layout that is none is an error", arguments: ["", "[]", "{\"objects\":3}"])
  func garbage(json: String) {
    #expect(throws: RenderingError.self) { try MeasuredLayout(json: Array(json.utf8)) }
  }
}
