import CaseModel
import TestSupport

@testable import Diagrams

/// Makes invented cases of any size: one hub who is in every event, guests who are in few, as in a
/// register of visits.
struct NetworkFixture {
  private(set) var fixture = SceneFixture()

  /// Makes a network of about so many nodes around "hub".
  init(nodes: Int, seed: UInt64 = 7) {
    var random = SplitMix(state: seed)
    fixture.content.events = []
    fixture.content.participations = []
    fixture.content.attributes = []
    fixture.content.claims = []
    fixture.content.entities.append(
      Entity(id: "hub", type: .person, name: "Henriette van der Hubbe-Ahlström")
    )
    var guests = 0
    var events = 0
    while 1 + guests + events < nodes {
      events += 1
      let event = EventID("E\(events)")
      fixture.content.events.append(
        Event(id: event, type: .visit, title: "Visit \(events) to \(Self.town(&random))")
      )
      fixture.takePart("hub", in: event)
      attest("hub", event, &random)
      for _ in 0...Int.random(in: 0...1, using: &random) {
        let isNew = guests == 0 || Int.random(in: 0...3, using: &random) > 0
        if isNew, 1 + guests + events >= nodes { break }
        if isNew { addGuest(&guests, &random) }
        let guest = EntityID("g\(isNew ? guests : Int.random(in: 1...guests, using: &random))")
        let fact = FactID("\(event)/\(guest)")
        guard !fixture.content.participations.contains(where: { $0.id == fact }) else { continue }
        fixture.takePart(guest, in: event)
        attest(guest, event, &random)
      }
    }
  }

  private mutating func addGuest(_ guests: inout Int, _ random: inout SplitMix) {
    guests += 1
    let id = EntityID("g\(guests)")
    fixture.content.entities.append(
      Entity(id: id, type: .person, name: "\(Self.town(&random)) Guest the \(guests)th")
    )
    fixture.content.posts.append(
      Post(
        id: FactID("post-\(id)"),
        holder: id,
        title: "Envoy",
        country: guests % 3 == 0 ? "bb" : "aa"
      )
    )
  }

  private mutating func attest(_ who: EntityID, _ event: EventID, _ random: inout SplitMix) {
    let fact = FactID("\(event)/\(who)")
    switch Int.random(in: 0...5, using: &random) {
    case 0, 1: fixture.claim(who, .asserts, fact)
    case 2: fixture.claim("paper", .asserts, fact)
    case 3:
      fixture.claim("paper", .asserts, fact)
      fixture.claim(who, .declines, fact)
    case 4:
      fixture.claim("paper", .asserts, fact)
      fixture.claim("gazette", .asserts, fact, source: "s2")
    default: break
    }
  }

  private static func town(_ random: inout SplitMix) -> String {
    ["Ahlen", "Bergen-Nord", "Clanfield upon Wye", "Dorf"].randomElement(using: &random) ?? ""
  }

  var view: CaseView { fixture.view() }

  func drawing(_ look: DrawingLook? = nil, maximumNodes: Int = .max) -> Drawing {
    let view = view
    return Drawing.fitting(
      DiagramScene(view, scope: .entity("hub"), maximumNodes: maximumNodes),
      view: view,
      look: look
    )
  }
}

extension Drawing {
  /// The drawing as SVG, made by a process of its own.
  func svg() throws -> [UInt8] {
    try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: DOTWriter.text(of: graph), engine: engine, format: .svg)
  }

  /// Where the engine puts the nodes.
  func measured() throws -> MeasuredLayout {
    try MeasuredLayout(
      json: try LayoutIsolation.childProcess(executable: try builtExecutable())
        .layout(dot: DOTWriter.text(of: graph), engine: engine, format: .json0)
    )
  }
}
