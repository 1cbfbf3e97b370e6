import CaseModel
import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Timelines")
struct TimelineTests {
  private func svg(_ drawing: Drawing) throws -> ParsedSVG {
    let dot = DOTWriter.text(of: drawing.graph)
    let bytes = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: dot, engine: drawing.engine, format: .svg)
    return try #require(ParsedSVG(SVGDocument.cleaned(bytes)))
  }

  @Test("The DOT text of a timeline is the recorded one", arguments: TimelineLanes.allCases)
  func golden(lanes: TimelineLanes) throws {
    let drawing = TimelineFixture.small().timeline(lanes, published: true)
    let difference = try GoldenFile.difference(
      DOTWriter.text(of: drawing.graph),
      from: "Tests/DiagramsTests/Golden/timeline-\(lanes.rawValue).gv"
    )
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("The order of the records does not matter", arguments: TimelineLanes.allCases)
  func shuffled(lanes: TimelineLanes) {
    var fixture = TimelineFixture.small()
    let expected = DOTWriter.text(of: fixture.timeline(lanes).graph)
    var random = SplitMix(state: 3)
    fixture.content.entities.shuffle(using: &random)
    fixture.content.events.shuffle(using: &random)
    fixture.content.participations.shuffle(using: &random)
    fixture.content.attributes.shuffle(using: &random)
    fixture.content.claims.shuffle(using: &random)
    let isSame = DOTWriter.text(of: fixture.timeline(lanes).graph) == expected
    #expect(isSame)
  }

  @Test("Every event is shown once by side, with its date, its status and who took part")
  func sides() throws {
    let fixture = TimelineFixture.small()
    let drawing = fixture.timeline(.side)
    let svg = try svg(drawing)
    #expect(drawing.nodeCount == fixture.content.events.count)
    for event in fixture.content.events {
      #expect(svg.ids.count { $0 == "n-\(event.id)" } == 1, "\(event.id)")
    }
    #expect(Set(svg.ids).count == svg.ids.count)
    for words in [
      "2031-01-20", "[…, 2031-01-25]", "[2031-02-01, …]", "2029-06-15~", "date not known", "cut",
      "Aaland-Nord", "Bessland", "✗ Boris Ahorn", "somewhere in this stretch", "on this day",
      "open end", "without a date", "as known today",
    ] {
      #expect(svg.shown.contains(words), "\(words)")
    }
    #expect(svg.tooltips.contains { $0.contains("Boris Ahorn") || $0.hasPrefix("M1") })
  }

  @Test("By person an event stands in the lane of each, with the status of that part")
  func people() throws {
    let fixture = TimelineFixture.small()
    let svg = try svg(fixture.timeline(.person))
    for id in ["n-M4-anna-M4/anna", "n-M4-boris-M4/boris", "n-M1-bruno-M1/bruno"] {
      #expect(svg.ids.contains(DOTIdentifier(id).text), "\(id)")
    }
    #expect(svg.shown.contains("⊘ denied"))
    #expect(svg.shown.contains("the interpreter"))
  }

  @Test("Without two sides the lanes are people")
  func suitable() {
    var fixture = TimelineFixture.small()
    #expect(TimelineLaneMaker(view: fixture.view()).suitable(fixture.content.events) == .side)
    fixture.content.posts = []
    fixture.content.participations.removeAll { $0.participant.entity == nil }
    #expect(TimelineLaneMaker(view: fixture.view()).suitable(fixture.content.events) == .person)
  }

  @Test("Sources stand at their days of publication if asked for, and what has none is counted")
  func published() throws {
    let fixture = TimelineFixture.small()
    #expect(!(try svg(fixture.timeline()).shown.contains("Published")))
    let shown = try svg(fixture.timeline(published: true)).shown
    for words in ["Published", "s1 First", "2031-02-03 · The Paper", "1 not drawn"] {
      #expect(shown.contains(words), "\(words)")
    }
  }

  @Test("Of too many events the strongest are drawn and the others counted, by lane and in all")
  func limits() throws {
    let drawing = TimelineFixture.large(300).timeline(.side)
    let drawn = drawing.nodeCount
    #expect(drawn <= TimelineScene.eventLimit)
    let missing = drawing.omissions.first { $0.noun == "event" && $0.reason == .lackOfRoom }
    #expect(missing?.count == 302 - drawn)
    let svg = try svg(drawing)
    #expect(svg.shown.contains("not drawn for lack of room: \(302 - drawn) events"))
  }

  @Test("No words of a large timeline overlap others", arguments: TimelineLanes.allCases)
  func overlaps(lanes: TimelineLanes) throws {
    let drawing = TimelineFixture.large(150).timeline(lanes)
    let dot = DOTWriter.text(of: drawing.graph)
    let bytes = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: dot, engine: drawing.engine, format: .svg)
    let boxes = TextBoxes(SVGDocument.cleaned(bytes)).boxes
    #expect(boxes.count > 300)
    let pairs = TextBoxes.overlaps(boxes)
    #expect(pairs.isEmpty, "\(pairs.prefix(5))")
  }

  @Test("A case without events or dates is drawn, too")
  func empty() throws {
    var fixture = SceneFixture()
    fixture.content.attributes = []
    #expect(try svg(fixture.timeline()).shown.contains("date not known"))
    fixture.content.events = []
    fixture.content.participations = []
    #expect(fixture.timeline().nodeCount == 0)
  }
}
