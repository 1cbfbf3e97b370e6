import GraphModel

/// Makes values at random, with many of those that relations treat specially.
struct RandomValues {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  mutating func value(depth: Int = 2) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 17 : 14), using: &generator) {
    case 0: .null
    case 1: .boolean(Bool.random(using: &generator))
    case 2, 3: .integer(pick([0, 1, 2, -1, .max, .min, 1 << 53, 1 << 53 + 1]))
    case 4, 5: .float(pick([0, -0.0, 1, 1.5, -1, .nan, .infinity, 0x1p53, 0x1p63, -0x1p63]))
    case 6: .string(pick(["", "a", "b", "e\u{301}", "\u{e9}", "B"]))
    case 7:
      CalendarDate(dayNumber: Int.random(in: 0...3, using: &generator)).map(Value.date) ?? .null
    case 8: .time(zonedTime())
    case 9: dateTime()
    case 10: duration()
    case 11: .node(NodeID(rawValue: Int64.random(in: 1...3, using: &generator)))
    case 12: .relationship(RelationshipID(rawValue: Int64.random(in: 1...3, using: &generator)))
    case 13: .path(GraphPath(node: NodeID(rawValue: Int64.random(in: 1...3, using: &generator))))
    case 14, 15:
      .list((0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth: depth - 1) })
    default: map(depth: depth)
    }
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: choices.indices, using: &generator)]
  }

  private mutating func zonedTime() -> ZonedTime {
    let hour = Int.random(in: 0...2, using: &generator)
    let offset = UTCOffset(seconds: 3600 * Int.random(in: -1...1, using: &generator)) ?? .utc
    return ZonedTime(time: LocalTime(hour: hour) ?? .midnight, offset: offset)
  }

  private mutating func dateTime() -> Value {
    let texts = [
      "2017-10-29T02:30+02:00[Europe/Stockholm]", "2017-10-29T02:30+01:00[Europe/Stockholm]",
      "2017-10-29T00:30Z", "2017-10-29T01:30Z", "2017-10-29T01:30+01:00",
    ]
    return ZonedDateTime(parsing: pick(texts)).map(Value.dateTime) ?? .null
  }

  private mutating func duration() -> Value {
    let texts = ["PT0S", "P1M", "P30D", "PT24H", "P1D", "P1DT-0.5S"]
    return TemporalDuration(parsing: pick(texts)).map(Value.duration) ?? .null
  }

  private mutating func map(depth: Int) -> Value {
    var values: Properties = [:]
    for key in ["k", "l"] where Bool.random(using: &generator) {
      values[key] = value(depth: depth - 1)
    }
    return .map(values)
  }
}

/// Repeats the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
