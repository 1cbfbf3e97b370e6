import CaseModel
import TestSupport
import Testing

@testable import Diagrams

@Suite("Golden drawings of other looks")
struct SizeGoldenTests {
  private static func drawings() -> [(String, Drawing)] {
    let view = SceneFixture().view()
    let scene = DiagramScene(view)
    return [
      ("pills", Drawing.fitting(scene, view: view, look: .pills)),
      ("dots", Drawing.fitting(scene, view: view, look: .dots)),
      ("contacts-country", Drawing.contacts(ContactMap(view, fold: .country), view: view)),
      ("contacts-agency", Drawing.contacts(ContactMap(view, fold: .agency), view: view)),
    ]
  }

  @Test("The DOT text is the recorded one; BACKCHANNEL_RECORD=1 records it anew")
  func golden() throws {
    for (name, drawing) in Self.drawings() {
      let dot = DOTWriter.text(of: drawing.graph)
      let difference = try GoldenFile.difference(dot, from: "Tests/DiagramsTests/Golden/\(name).gv")
      #expect(difference == nil, "\(difference ?? "")")
    }
  }
}
