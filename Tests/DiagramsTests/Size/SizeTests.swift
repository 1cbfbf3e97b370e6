import CaseModel
import TestSupport
import Testing

@testable import Diagrams

@Suite("Drawings of every size")
struct SizeTests {
  @Test(
    "Small drawings have cards, larger ones names, the largest dots",
    arguments: [
      (12, 20, DrawingLook.cards), (30, 60, .cards), (31, 40, .pills), (30, 61, .pills),
      (150, 600, .pills), (151, 200, .dots), (150, 601, .dots), (3000, 20_000, .dots),
    ]
  )
  func looks(nodes: Int, lines: Int, look: DrawingLook) {
    #expect(SizeTable.look(nodes: nodes, lines: lines) == look)
  }

  @Test("Where nobody chooses, the size does; whoever chooses gets what was chosen")
  func choice() {
    let network = NetworkFixture(nodes: 40)
    #expect(network.drawing().engine == .sfdp)
    #expect(network.drawing(.cards).engine == .dot)
    #expect(NetworkFixture(nodes: 20).drawing().engine == .dot)
    #expect(network.drawing(.dots).placesName == "1 around hub as dots")
  }

  @Test("Each look falls back to the simpler ones, and the last to a faster engine")
  func fallbacks() {
    let drawing = NetworkFixture(nodes: 20).drawing()
    #expect(drawing.fallbacks.map(\.engine) == [.sfdp, .sfdp, .sfdp])
    #expect(([drawing] + drawing.fallbacks).allSatisfy { $0.time != nil })
    #expect(Set(drawing.fallbacks.map(\.facts)) == [drawing.facts])
  }

  @Test("No two names of 150 nodes around a hub overlap, nor does one leave its outline")
  func pills() throws {
    let drawing = NetworkFixture(nodes: 150).drawing()
    #expect(drawing.nodeCount == 150)
    let boxes = try #require(SVGBoxes(drawing.svg()))
    #expect(boxes.nodes.count == 150)
    #expect(boxes.overlaps.isEmpty, "\(boxes.overlaps)")
    #expect(boxes.spills.isEmpty, "\(boxes.spills)")
  }

  @Test("No two dots or names among 600 nodes overlap")
  func dots() throws {
    let boxes = try #require(SVGBoxes(NetworkFixture(nodes: 600).drawing().svg()))
    #expect(boxes.nodes.count == 600)
    #expect(boxes.overlaps.isEmpty, "\(boxes.overlaps)")
    #expect(boxes.spills.isEmpty, "\(boxes.spills)")
  }

  @Test("No card or word on a line of a small drawing overlaps another")
  func cards() throws {
    let boxes = try #require(SVGBoxes(SceneFixture().svg()))
    #expect(boxes.nodes.count > 12)
    #expect(boxes.overlaps.isEmpty, "\(boxes.overlaps)")
  }

  @Test("Every look tells status by pattern and width", arguments: [DrawingLook.pills, .dots])
  func statuses(look: DrawingLook) throws {
    let view = SceneFixture().view()
    let drawing = Drawing.fitting(DiagramScene(view), view: view, look: look)
    let text = DOTWriter.text(of: drawing.graph)
    let lines = text.split(separator: "\n").filter { $0.contains("participation ") }
    var seen: Set<String> = []
    for status in Status.allCases {
      guard let line = lines.first(where: { $0.contains("participation \(status)\"") }) else {
        continue
      }
      let told = ["\"style\"", "\"penwidth\"", "\"arrowhead\""]
      let parts = line.replacing(" [", with: ", ").split(separator: ", ").filter { part in
        told.contains { part.hasPrefix($0) }
      }
      #expect(seen.insert(parts.joined()).inserted, "\(line)")
    }
    #expect(seen.count >= 6)
  }

  @Test("What is left out for lack of room is counted, weakest and least connected first")
  func omissions() {
    let drawing = NetworkFixture(nodes: 200).drawing(maximumNodes: 50)
    #expect(drawing.nodeCount <= 50)
    let undrawn = drawing.omissions.filter { $0.reason == .lackOfRoom }.map(\.count)
    #expect(drawing.nodeCount + undrawn.reduce(0, +) == 200)
    let text = DOTWriter.text(of: drawing.graph)
    #expect(text.contains("not drawn for lack of room"))
  }

  @Test("Events of those who are in many others are drawn first among equals")
  func centrality() {
    var fixture = SceneFixture()
    fixture.content.events = []
    fixture.content.participations = []
    fixture.meeting("M1", ["x1", "x2"])
    fixture.meeting("M2", ["anna", "boris"])
    fixture.meeting("M3", ["anna", "berta"])
    fixture.meeting("M4", ["anna", "boris"])
    let scene = DiagramScene(fixture.view(), maximumNodes: 6)
    #expect(scene.events.map(\.id) == ["M2", "M3", "M4"])
  }

  @Test("An empty side, a hollow slot, an open date and a conflict are there without cards, too")
  func honesty() throws {
    var fixture = SceneFixture()
    fixture.claim("boris", .asserts, "M1/boris")
    let view = fixture.view()
    let drawing = Drawing.fitting(DiagramScene(view), view: view, look: .pills)
    let shown = try #require(ParsedSVG(drawing.svg())).shown
    for words in [
      "? the interpreter", "[2031-01-22, 28]", "≠", "A.N.", "as known today", "nothing hidden",
    ] {
      #expect(shown.contains(words), "\(words) is not in \(shown)")
    }
  }
}
