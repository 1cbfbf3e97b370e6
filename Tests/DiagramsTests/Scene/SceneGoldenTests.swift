import CaseModel
import Diagrams
import Foundation
import Testing

@Suite("Golden drawings")
struct SceneGoldenTests {
  @Test(
    "The DOT text of a case is the recorded one; BACKCHANNEL_RECORD=1 records it anew",
    arguments: [("whole", DiagramScope.whole), ("event", .event("S1")), ("entity", .entity("bb"))]
  )
  func golden(name: String, scope: DiagramScope) throws {
    let dot = SceneFixture().dot(scope)
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/\(name).gv")
    if ProcessInfo.processInfo.environment["BACKCHANNEL_RECORD"] == "1" {
      try dot.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let isSame = dot == recorded
    #expect(isSame, "\(Self.difference(from: recorded, to: dot))")
  }

  @Test("The order of the records does not matter", arguments: 1...5)
  func shuffled(seed: UInt64) {
    var fixture = SceneFixture()
    fixture.meeting("M2", ["anna", "boris", "stranger"])
    let expected = fixture.dot()
    var random = SplitMix(state: seed)
    fixture.content.entities.shuffle(using: &random)
    fixture.content.events.shuffle(using: &random)
    fixture.content.participations.shuffle(using: &random)
    fixture.content.attributes.shuffle(using: &random)
    fixture.content.posts.shuffle(using: &random)
    fixture.content.claims.shuffle(using: &random)
    fixture.content.sources.shuffle(using: &random)
    let dot = fixture.dot()
    let isSame = dot == expected
    #expect(isSame, "seed \(seed)\n\(Self.difference(from: expected, to: dot))")
  }

  /// The lines taken away and put in, each cut to what a reader can take in.
  private static func difference(from old: String, to new: String) -> String {
    let (before, after) = (old.split(separator: "\n"), new.split(separator: "\n"))
    return after.difference(from: before).prefix(20).map { change in
      switch change {
      case .remove(let line, let text, _): "- \(line + 1): \(text.prefix(300))"
      case .insert(let line, let text, _): "+ \(line + 1): \(text.prefix(300))"
      }
    }
    .joined(separator: "\n")
  }
}
