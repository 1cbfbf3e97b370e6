import CaseModel

@testable import Diagrams

/// Builds cases of invented events with all kinds of dates.
enum TimelineFixture {
  /// One event for every kind of date, on two sides and on both.
  static func small() -> SceneFixture {
    var fixture = SceneFixture()
    fixture.content.sources = [
      Source(
        id: "s1",
        title: "First",
        publisher: "The Paper",
        url: "https://example.org/a",
        published: try? UncertainDate(edtf: "2031-02-03")
      ),
      Source(id: "s2", title: "Second"),
    ]
    let dates = [
      ("M2", "2031-01-20", ["anna"]), ("M3", "2031-01", ["boris"]),
      ("M4", "../2031-01-25", ["anna", "boris"]), ("M5", "2031-02-01/..", ["bruno"]),
      ("M6", "2029-06-15~", ["anna", "bruno"]), ("M7", "../..", ["anna"]),
    ]
    for (id, date, people) in dates {
      fixture.meeting(EventID(id), people.map { EntityID($0) })
      fixture.date(EventID(id), date)
    }
    return fixture
  }

  /// Some hundred events of many people over some years.
  static func large(_ count: Int) -> SceneFixture {
    var fixture = SceneFixture()
    var random = SplitMix(state: 7)
    for number in 1...count {
      let people = (0..<3).map { _ in
        EntityID(
          ["anna", "anton", "arno", "berta", "boris", "bruno"].randomElement(using: &random)
            ?? "anna"
        )
      }
      let id = EventID("X\(number)")
      fixture.meeting(id, Array(Set(people)).sorted())
      let year = 2024 + Int.random(in: 0..<6, using: &random)
      let month = Int.random(in: 10...12, using: &random)
      fixture.date(
        id,
        Bool.random(using: &random) ? "\(year)-\(month)-1\(number % 10)" : "\(year)-\(month)"
      )
    }
    return fixture
  }
}

extension SceneFixture {
  mutating func date(_ event: EventID, _ edtf: String) {
    guard let date = try? UncertainDate(edtf: edtf) else { return }
    content.attributes.append(
      Attribute(id: FactID("\(event)#date"), event: event, value: .date(date))
    )
    claim("paper", .asserts, FactID("\(event)#date"))
  }

  func timeline(_ lanes: TimelineLanes? = nil, published: Bool = false) -> Drawing {
    .timeline(view(), lanes: lanes, published: published)
  }
}
