import CaseModel
import Foundation
import Testing

@testable import Diagrams

@Suite("Status and colours of a diagram")
struct StatusStyleTests {
  private static let statuses = (Status.allCases as [Status?]) + [nil]

  @Test("Any two statuses differ in line without colour, in sign and in word")
  func distinct() {
    let lines = Self.statuses.map { status in
      let style = LineStyle(status)
      return "\(style.pattern) \(style.width) \(style.arrowhead)"
    }
    #expect(Set(lines).count == Self.statuses.count)
    #expect(Set(Self.statuses.map(StatusMark.sign)).count == Self.statuses.count)
    #expect(Set(Self.statuses.map(Legend.meaning)).count == Self.statuses.count)
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
    for status in Self.statuses { #expect(all.contains(Legend.meaning(status))) }
    for look in [FigureCards.Look.person, .unnamed, .slot] { #expect(all.contains(look.meaning)) }
    var small = SceneFixture()
    small.content.events = []
    small.content.participations = []
    small.content.attributes = []
    small.meeting("M7", ["anna", "boris"])
    let shown = try #require(ParsedSVG(small.svg())).shown
    #expect(shown.contains(Legend.meaning(.confirmed)))
    for status in Self.statuses where status != .confirmed {
      #expect(!shown.contains(Legend.meaning(status)), "\(Legend.meaning(status))")
    }
    for words in ["real, but", "empty:", "agency", "public statement", "was about"] {
      #expect(!shown.contains(words), "\(words)")
    }
  }

  // MARK: - Contrast

  @Test("Every text has a contrast of at least 4.5 to 1 on its ground (WCAG AA)")
  func contrast() {
    let cards = [
      Palette.ground, Palette.countryFill, Palette.groupFill, Palette.personFill,
      Palette.agencyFill, Palette.eventFill, Palette.statementFill,
    ]
    let texts = [Palette.ink, Palette.quiet] + Self.statuses.map { LineStyle($0).color }
    for text in texts {
      for card in cards { expectContrast(text, card) }
    }
    let badges = [
      Palette.personLine, Palette.agencyLine, Palette.countryLine, Palette.eventLine,
      Palette.statementLine,
    ]
    for badge in badges { expectContrast(Palette.ground, badge) }
  }

  @Test("Lines without words have a contrast of at least 3 to 1 (WCAG, graphical objects)")
  func lineContrast() {
    #expect(Self.ratio(Palette.subjectLine, Palette.ground) >= 3)
  }

  private func expectContrast(_ text: String, _ ground: String) {
    #expect(Self.ratio(text, ground) >= 4.5, "\(text) on \(ground)")
  }

  private static func ratio(_ first: String, _ second: String) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { (shift: Int) -> Double in
      let part = Double((number >> shift) & 255) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
