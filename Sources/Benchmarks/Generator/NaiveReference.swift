import GraphModel

/// Answers some workloads by looking through everything, so that the answers owe nothing to the
/// engine.
struct NaiveReference {
  private let data: GeneratedData
  /// The participations of each meeting and of each person.
  private let byMeeting: [Int: [GeneratedData.Participation]]
  private let byPerson: [Int: [GeneratedData.Participation]]

  init(_ data: GeneratedData) {
    self.data = data
    byMeeting = Dictionary(grouping: data.participations, by: \.meeting)
    byPerson = Dictionary(grouping: data.participations, by: \.person)
  }

  /// Returns lines of expected answers.
  func lines(_ arguments: JSONValue) throws -> String {
    var lines = ""
    for name in ["w2", "w3", "w7", "w10_prefix", "w10_fuzzy"] {
      guard let workload = Workload.named(name) else { continue }
      let list = try BenchmarkFiles.arguments(workload.argumentList, in: arguments)
      for (index, argument) in list.enumerated() {
        let sum = answer(name, argument)
        lines += "{\"w\":\"\(name)\",\"i\":\(index),\"n\":\(sum.count),\"sum\":\"\(sum.sum)\"}\n"
      }
    }
    return lines
  }

  private func answer(_ name: String, _ argument: [Value]) -> RowChecksum {
    switch (name, argument.first, argument.dropFirst().first, argument.last) {
    case ("w2", .integer(let person)?, _, _):
      RowChecksum(met(Int(person)), isOrdered: false)
    case ("w3", .integer(let person)?, .date(let from)?, .date(let to)?):
      RowChecksum(met(Int(person), from.dayNumber...to.dayNumber), isOrdered: false)
    case ("w7", .integer(let one)?, .integer(let other)?, _):
      RowChecksum(
        contacts(Int(one)).intersection(contacts(Int(other)))
          .subtracting([Int(one), Int(other)]).map { [.integer(Int64($0))] },
        isOrdered: false
      )
    case ("w10_prefix", .string(let prefix)?, _, _): beginning(with: prefix)
    case ("w10_fuzzy", .string(let text)?, _, _): like(text)
    default: RowChecksum([], isOrdered: false)
    }
  }

  /// Whom a person met, how often, and when last; in some days by confirmed participation alone.
  private func met(_ person: Int, _ days: ClosedRange<Int>? = nil) -> [[Value]] {
    func counts(_ part: GeneratedData.Participation) -> Bool {
      guard let days else { return true }
      return part.status == "confirmed" && days.contains(data.meetings[part.meeting].date)
    }
    var found: [Int: (count: Int64, last: Int)] = [:]
    for own in byPerson[person, default: []] where counts(own) {
      for other in byMeeting[own.meeting, default: []] where other.person != person && counts(other)
      {
        let old = found[other.person, default: (0, 0)]
        found[other.person] = (old.count + 1, max(old.last, data.meetings[own.meeting].date))
      }
    }
    return found.map { person, met in
      let date = CalendarDate(dayNumber: met.last).map(Value.date) ?? .null
      return [.integer(Int64(person)), .integer(met.count), date]
    }
  }

  private func contacts(_ person: Int) -> Set<Int> {
    Set(
      byPerson[person, default: []].flatMap { byMeeting[$0.meeting, default: []].map(\.person) }
    ).subtracting([person])
  }

  private func beginning(with prefix: String) -> RowChecksum {
    let found = data.names.indices.filter { data.names[$0].utf8.starts(with: prefix.utf8) }
    let first = found.sorted { one, other in
      let order = TextOrder.order(data.names[one], data.names[other])
      return order == .same ? one < other : order == .before
    }
    return RowChecksum(
      count: found.count,
      sum: RowChecksum(first.prefix(20).map { [.integer(Int64($0))] }, isOrdered: true).sum
    )
  }

  private func like(_ text: String) -> RowChecksum {
    let wanted = Array(text.unicodeScalars)
    let found = data.names.indices.filter { name in
      Self.isNear(Array(data.names[name].unicodeScalars), wanted)
    }
    return RowChecksum(found.map { [.integer(Int64($0))] }, isOrdered: false)
  }

  /// Whether one text becomes the other by one edit at most, tried out edit by edit.
  private static func isNear(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= 1 else { return false }
    if short == long { return true }
    return long.indices.contains { place in
      guard short[..<min(place, short.count)] == long[..<place] else { return false }
      let rest = long[(place + 1)...]
      return short.count == long.count
        ? short[(place + 1)...].elementsEqual(rest) : short[place...].elementsEqual(rest)
    }
  }
}
