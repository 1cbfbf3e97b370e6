import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Kinds of diagrams")
struct KindGoldenTests {
  @Test("The DOT text of every kind is the recorded one", arguments: KindFixture.Kind.allCases)
  func golden(kind: KindFixture.Kind) throws {
    let difference = try GoldenFile.difference(
      KindFixture.dot(kind),
      from: "Tests/DiagramsTests/Golden/\(kind.rawValue).gv"
    )
    #expect(difference == nil, "\(String((difference ?? "").prefix(4000)))")
  }

  @Test(
    "Ids are unique, links safe, nothing is run or loaded",
    arguments: KindFixture.Kind.allCases
  )
  func structure(kind: KindFixture.Kind) throws {
    let svg = try #require(ParsedSVG(KindFixture.svg(try KindFixture.drawing(kind))))
    #expect(Set(svg.ids).count == svg.ids.count)
    #expect(svg.links.allSatisfy { $0.hasPrefix("https://example.org/") })
    #expect(
      Set(svg.elements).isDisjoint(with: ["script", "image", "use", "style", "foreignObject"])
    )
    #expect(!svg.attributes.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "href" })
    #expect(!svg.tooltips.contains { $0.contains("TABLE") })
    #expect(svg.shown.contains("fixture · as known"))
    #expect(svg.shown.contains("nothing hidden") || svg.shown.contains(" hidden ("))
  }

  @Test("Every line that is counted is drawn", arguments: KindFixture.Kind.allCases)
  func counts(kind: KindFixture.Kind) throws {
    let drawing = try KindFixture.drawing(kind)
    let svg = try #require(ParsedSVG(KindFixture.svg(drawing)))
    let lines = svg.ids.filter { $0.hasPrefix("e1-") || $0.hasPrefix("x-e1_2d") }
    let count = drawing.facts.count + drawing.derivedStatuses.count + drawing.plainLineCount
    // What says "and 3 more claims" hangs on a line that counts for nothing.
    #expect(lines.count == count)
    #expect(svg.ids.count { $0.hasPrefix("n-") || $0.hasPrefix("x-n_2d") } == drawing.nodeCount)
  }
}
