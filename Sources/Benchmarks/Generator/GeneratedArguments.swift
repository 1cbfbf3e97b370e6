import GraphModel

/// Draws what the queries of generated data ask for.
struct GeneratedArguments {
  private let data: GeneratedData
  private var random: SplitMix

  init(_ data: GeneratedData) {
    self.data = data
    random = data.random
  }

  /// Returns the lists of arguments by name, as the file of parameters has them.
  mutating func json() -> JSONValue {
    let persons = (0..<200).map { $0 % 5 == 0 ? active() : uniform() }
    let members: [(String, [JSONValue])] = [
      ("w2", persons), ("w3", persons.map { dated($0) }),
      ("w4", (0..<40).map { _ in .array([uniform(), uniform()]) }),
      ("w5", (0..<20).map { _ in uniform() }),
      ("w7", (0..<100).map { _ in .array([active(), active()]) }),
      ("w10_prefix", (0..<100).map { _ in prefix() }),
      ("w10_fuzzy", (0..<100).map { _ in edited() }),
      ("w13", (0..<500).map { _ in .array([uniform(), uniform(), uniform()]) }),
    ]
    return .object(members.map { JSONMember(key: $0.0, value: .array($0.1)) })
  }

  private mutating func uniform() -> JSONValue {
    .integer(Int64(random.below(data.scale.people)))
  }

  /// Somebody who takes part, the more active the likelier.
  private mutating func active() -> JSONValue {
    .integer(Int64(data.participations[random.below(data.participations.count)].person))
  }

  private mutating func dated(_ person: JSONValue) -> JSONValue {
    let year = 2_005 + random.below(15)
    let last = year + 1 + random.below(5)
    return .array([person, .string("\(year)-01-01"), .string("\(last)-12-31")])
  }

  private mutating func name() -> String { data.names[random.below(data.names.count)] }

  private mutating func prefix() -> JSONValue {
    .string(String(name().prefix(4 + random.below(6))))
  }

  private mutating func edited() -> JSONValue {
    var letters = Array(name())
    let place = random.below(letters.count)
    switch random.below(4) {
    case 0: letters[place] = "x"
    case 1: letters.remove(at: place)
    case 2: letters.insert("x", at: place)
    default: break
    }
    return .string(String(letters))
  }
}
