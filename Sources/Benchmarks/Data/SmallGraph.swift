import GraphModel
import QueryEngine

/// Makes a small graph that is the same at every run: people who take part in meetings and belong
/// to agencies, few of them very active, most hardly.
struct SmallGraph {
  private let people: Int
  private let meetings: Int
  private let agencies = 20
  private let names = 2_000
  private var random: SplitMix
  private var loader = GraphLoader()

  /// Makes a graph.
  static func make(people: Int = 500, meetings: Int = 2_500, seed: UInt64 = 1) -> PropertyGraph {
    var maker = SmallGraph(people: people, meetings: meetings, random: SplitMix(state: seed))
    maker.addNodes()
    for person in 0..<people { maker.addAffiliation(person) }
    for meeting in 0..<meetings { maker.addParticipants(meeting) }
    return maker.loader.graph
  }

  private mutating func addNodes() {
    for agency in 0..<agencies {
      loader.addNode(
        "Agency",
        ["id": .integer(Int64(agency)), "name": .string("Agency \(agency)")]
      )
    }
    for person in 0..<people {
      loader.addNode(
        "Person",
        ["id": .integer(Int64(person)), "name": .string("Person \(person)")]
      )
    }
    for name in 0..<names {
      loader.addNode(
        "Name",
        ["id": .integer(Int64(name)), "name": .string("Name \(name % 400)")]
      )
    }
    for meeting in 0..<meetings {
      loader.addNode(
        "Meeting",
        ["id": .integer(Int64(meeting)), "date": day(), "status": .string(status())]
      )
    }
  }

  private mutating func addAffiliation(_ person: Int) {
    loader.addRelationship(
      "AFFILIATED",
      from: ("Person", person),
      to: ("Agency", person % agencies),
      ["from_date": Self.date(1990, 1, 1), "status": .string(status())]
    )
  }

  /// Adds two to eight participants, the more active of people more often.
  private mutating func addParticipants(_ meeting: Int) {
    var participants: Set<Int> = []
    let size = 2 + random.below(7) * random.below(7) / 6
    for _ in 0..<size {
      let draw = random.below(people) * random.below(people) / people
      guard participants.insert(draw).inserted else { continue }
      loader.addRelationship(
        "PARTICIPATED",
        from: ("Person", draw),
        to: ("Meeting", meeting),
        ["role": .string("participant"), "status": .string(status())]
      )
    }
  }

  private mutating func day() -> Value {
    Self.date(2_000 + random.below(26), 1 + random.below(12), 1 + random.below(28))
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> Value {
    CalendarDate(year: year, month: month, day: day).map(Value.date) ?? .null
  }

  private mutating func status() -> String {
    let draw = random.below(100)
    return draw < 70 ? "confirmed" : draw < 92 ? "reported" : "denied"
  }

  /// Returns the arguments of a workload for this graph.
  static func arguments(_ workload: Workload, people: Int = 500, count: Int = 20) -> [[Value]] {
    guard workload.argumentList != nil else { return [[]] }
    if workload.takesWholeList { return [[.list((0..<count).map { .integer(Int64($0 * 23)) })]] }
    return (0..<count).map { query in
      workload.parameterNames.enumerated().map { position, name in
        switch name {
        case "d1": date(2_008, 1, 1)
        case "d2": date(2_019, 12, 31)
        case "s": .string("Name \(query)")
        default: .integer(Int64((query * 23 + position * 7) % people))
        }
      }
    }
  }
}
