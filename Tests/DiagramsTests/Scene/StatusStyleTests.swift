import CaseModel
import Testing

@testable import Diagrams

@Suite("Status and colours of a diagram")
struct StatusStyleTests {
  private static let statuses = (Status.allCases as [Status?]) + [nil]

  private static func meaning(_ status: Status?) -> String {
    StyleSheet.light.line(status).meaning
  }

  @Test("Any two statuses differ in line without colour, in sign and in word")
  func distinct() {
    let lines = Self.statuses.map { status in
      let style = StyleSheet.light.line(status)
      return "\(style.pattern) \(style.width) \(style.arrowhead)"
    }
    #expect(Set(lines).count == Self.statuses.count)
    #expect(Set(Self.statuses.map(StatusMark.sign)).count == Self.statuses.count)
    #expect(Set(Self.statuses.map(Self.meaning)).count == Self.statuses.count)
  }

  @Test("The fixture has every status, and each stands on its line with its sign and word")
  func marks() {
    let fixture = SceneFixture()
    let mark = StatusMark(view: fixture.view())
    #expect(
      ["anna", "anton", "arno", "berta", "boris", "bruno", "slot", "guest"]
        .map { mark.caption(FactID("M1/\($0)")) } == [
          "● confirmed by A.N.", "◉ corroborated, 2 origins", "◐ reported, 1 origin",
          "○ unconfirmed", "✗ disputed", "⊘ denied", "? open", "· nobody says",
        ]
    )
    #expect(mark.sentence("M1/anna") == "● confirmed by one side: Aaland-Nord")
  }

  @Test("Who contradicts themself is marked on the line and in the legend")
  func conflict() throws {
    var fixture = SceneFixture()
    #expect(!(try #require(ParsedSVG(fixture.svg())).shown.contains("≠")))
    fixture.claim("berta", .asserts, "M1/berta")
    #expect(StatusMark(view: fixture.view()).caption("M1/berta") == "○ unconfirmed ≠")
    let shown = try #require(ParsedSVG(fixture.svg())).shown
    #expect(shown.contains("≠") && shown.contains("somebody contradicts themself"))
  }

  @Test("A place or topic carries a mark only where it is weaker than the event")
  func attributes() throws {
    let shown = try #require(ParsedSVG(SceneFixture().svg())).shown
    #expect(shown.contains("in the lake\n"))
    #expect(shown.contains("about trade (◐ reported)"))
  }

  @Test("The legend shows what occurs and nothing else")
  func legend() throws {
    let all = try #require(ParsedSVG(SceneFixture().svg())).shown
    for status in Self.statuses { #expect(all.contains(Self.meaning(status))) }
    for kind in [NodeKind.person, .unnamed, .slot] {
      #expect(all.contains(StyleSheet.light[kind].meaning))
    }
    var small = SceneFixture()
    small.content.events = []
    small.content.participations = []
    small.content.attributes = []
    small.meeting("M7", ["anna", "boris"])
    let shown = try #require(ParsedSVG(small.svg())).shown
    #expect(shown.contains(Self.meaning(.confirmed)))
    for status in Self.statuses where status != .confirmed {
      #expect(!shown.contains(Self.meaning(status)), "\(Self.meaning(status))")
    }
    for words in ["real, but", "empty:", "agency", "public statement", "was about"] {
      #expect(!shown.contains(words), "\(words)")
    }
  }
}
