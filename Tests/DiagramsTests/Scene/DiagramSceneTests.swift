import CaseModel
import Testing

@testable import Diagrams

@Suite("What a diagram shows")
struct DiagramSceneTests {
  private func scene(_ fixture: SceneFixture, _ scope: DiagramScope = .whole, maximum: Int = 150)
    -> DiagramScene
  {
    DiagramScene(fixture.view(), scope: scope, maximumNodes: maximum)
  }

  @Test("Everybody is drawn once, on the side they belong to, in natural order")
  func figures() {
    let scene = scene(SceneFixture())
    #expect(
      scene.figures.map(\.id) == [
        "M1/slot", "anna", "anton", "arno", "berta", "boris", "bruno", "guest",
      ]
    )
    let sides = Dictionary(uniqueKeysWithValues: scene.figures.map { ($0.id, $0.side) })
    #expect(sides["anna"] == .some("aa") && sides["boris"] == .some("bb"))
    #expect(sides["guest"] == .some(nil))
    #expect(scene.sides == ["bb", "aa"])
  }

  @Test("An empty slot is a figure of its own on the side that it is said to be on")
  func slots() {
    var fixture = SceneFixture()
    fixture.content.participations.append(
      Participation(
        id: "M1/other",
        event: "M1",
        participant: .unknown(description: "the interpreter", side: nil)
      )
    )
    let slots = scene(fixture).figures.filter { $0.participant.entity == nil }
    #expect(slots.map(\.id) == ["M1/other", "M1/slot"])
    #expect(slots.map(\.side) == [nil, "bb"])
  }

  @Test("Who acts for two countries stands with neither")
  func twoSides() {
    var fixture = SceneFixture()
    fixture.content.posts.append(
      Post(id: "second", holder: "anna", title: "Consul", country: "bb")
    )
    #expect(scene(fixture).figures.first { $0.id == "anna" }?.side == nil)
  }

  @Test("An agency is a side once two figures share it")
  func agencySides() {
    var fixture = SceneFixture()
    fixture.meeting("M2", ["paper", "editor"])
    #expect(!scene(fixture).sides.contains("paper"))
    fixture.content.posts.append(
      Post(id: "p-editor", holder: "editor", title: "Editor", agency: "paper")
    )
    #expect(scene(fixture).sides.contains("paper"))
    #expect(fixture.dot().contains("class\"=\"group\""))
  }

  @Test("An event is drawn with what is said about it, a person with what they took part in")
  func scopes() {
    var fixture = SceneFixture()
    fixture.meeting("M2", ["boris", "anton"])
    let event = scene(fixture, .event("M1"))
    #expect(event.events.map(\.id) == ["M1", "S1"])
    #expect(event.omittedEventCount == 1)
    #expect(event.lines.filter(\.isSubject).map(\.fact) == ["S1#about/M1"])
    let person = scene(fixture, .entity("boris"))
    #expect(person.events.map(\.id) == ["M1", "M2"])
    #expect(person.omittedEventCount == 1)
    #expect(scene(fixture, .event("M2")).events.map(\.id) == ["M2"])
  }

  @Test("A country is drawn with what its people took part in, its slots included")
  func countryScope() {
    var fixture = SceneFixture()
    fixture.meeting("M2", ["stranger"])
    #expect(scene(fixture, .entity("aa")).events.map(\.id) == ["M1", "S1"])
    #expect(scene(fixture, .entity("bb")).events.map(\.id) == ["M1"])
    #expect(scene(fixture, .entity("lake")).events.isEmpty)
  }

  @Test("What a filter hides is not drawn, and the footer says how much and why")
  func filters() {
    let view = SceneFixture().view(ReadFilter(minimum: .confirmed))
    let scene = DiagramScene(view)
    #expect(scene.figures.map(\.id) == ["anna"])
    let footer = Footer(scene: scene, view: view, style: .light).sentences.joined(separator: "\n")
    #expect(footer.contains("confirmed or stronger only"))
    #expect(footer.contains("\(view.hidden.total) facts hidden"))
    #expect(footer.contains("below the status asked for"))
  }

  @Test("Of too many nodes the strongest and best connected events stay, and the rest is counted")
  func limit() {
    var fixture = SceneFixture()
    fixture.content.events = []
    fixture.content.participations = []
    fixture.content.attributes = []
    fixture.content.claims = []
    fixture.meeting("M1", ["anna", "boris"], isAttested: false)
    fixture.meeting("M2", ["anna", "boris"])
    fixture.meeting("M3", ["anna", "boris", "berta"])
    let view = fixture.view()
    let scene = DiagramScene(view, maximumNodes: 5)
    #expect(scene.events.map(\.id) == ["M2", "M3"] || scene.events.map(\.id) == ["M3"])
    #expect(scene.events.count + scene.figures.count <= 5)
    #expect(scene.undrawnEventCount == 3 - scene.events.count)
    #expect(scene.undrawnFigureCount == 0)
    let footer = Footer(scene: scene, view: view, style: .light).sentences.joined()
    #expect(footer.contains("not drawn for lack of room: 1 event, weakest first"))
    #expect(self.scene(fixture).undrawnEventCount == 0)
    #expect(self.scene(fixture, .event("M1"), maximum: 3).events.map(\.id) == ["M1"])
  }

  @Test("An event with more participants than fit keeps the strongest")
  func crowd() {
    var fixture = SceneFixture()
    let people = (1...40).map { EntityID("p\($0)") }
    fixture.meeting("M9", people, isAttested: false)
    fixture.claim("p33", .asserts, "M9/p33")
    let scene = scene(fixture, .event("M9"), maximum: 10)
    #expect(scene.figures.count == 9)
    #expect(scene.figures.contains { $0.id == "p33" })
    #expect(scene.undrawnFigureCount == 31)
    #expect(scene.lines.count == 9)
    #expect(self.scene(fixture, .event("M9"), maximum: 0).events.map(\.id) == ["M9"])
  }

  @Test("A side stands in the same place in every drawing of a case")
  func places() {
    let fixture = SceneFixture()
    for scope in [DiagramScope.whole, .event("M1"), .entity("anna"), .entity("bb")] {
      let scene = scene(fixture, scope)
      let arrangement = Arrangement(scene)
      for figure in scene.figures where figure.side != nil {
        #expect(arrangement.isOnTheRight(figure.id) == (figure.side == "aa"), "\(figure.id)")
      }
    }
  }

  @Test("Events of both sides stand in the middle, statements beside those who speak")
  func columns() {
    var fixture = SceneFixture()
    fixture.content.events.append(Event(id: "S2", type: .statement, title: "About the account"))
    fixture.takePart("arno", in: "S2", role: "speaker")
    fixture.content.attributes.append(
      Attribute(id: "S2#about/S1", event: "S2", value: .subject("S1"))
    )
    let arrangement = Arrangement(scene(fixture))
    #expect(["M1", "S1", "S2"].map { arrangement.columns[$0] } == [0, 1, 2])
    #expect(arrangement.captionColumns.right == 3 && arrangement.columns["anna"] == 4)
  }

  @Test("Statements about each other are laid out all the same")
  func cycle() throws {
    var fixture = SceneFixture()
    for (event, subject) in [("S2", "S3"), ("S3", "S2"), ("S4", "S4")] {
      fixture.content.events.append(Event(id: EventID(event), type: .statement, title: event))
      fixture.takePart("arno", in: EventID(event), role: "speaker")
      fixture.content.attributes.append(
        Attribute(
          id: FactID("\(event)#about"),
          event: EventID(event),
          value: .subject(EventID(subject))
        )
      )
    }
    #expect(ParsedSVG(try fixture.svg())?.shown.contains("S3") == true)
  }
}
