import GraphAlgorithms
import GraphModel

extension AlgorithmCall {
  /// Finds when each node can be reached at the earliest, by contacts one after the other.
  func arrivals() throws -> [Column] {
    let source = try settings.node("from")
    guard let start = try settings.text("start") else {
      throw settings.invalid(
        "start",
        "it is missing or null",
        remedy: "name the property that says when a contact begins"
      )
    }
    let isStrict = try settings.truth("strict")
    let end = try settings.text("end")
    let contacts = try graph.contacts(key, start: start, end: end, execution)
    guard let from = contacts.nodes.firstIndex(of: source) else {
      throw settings.invalid("from", "the node has none of the labels that `nodes` names")
    }
    let times = try TimeRanks(contacts.starts + contacts.ends + [settings["at"] ?? .null])
    let search = try TimedContacts(
      nodeCount: contacts.nodes.count,
      sources: contacts.sources,
      targets: contacts.targets,
      starts: times.ranks(contacts.starts),
      ends: times.ranks(contacts.ends),
      isDirected: contacts.isDirected
    )
    let found = try search.earliestArrivals(
      from: UInt32(from),
      at: settings["at"].map(times.rank) ?? TimeRanks.beforeAll,
      isStrict: isStrict,
      execution: execution
    )
    return columns(found, contacts, times)
  }

  private func columns(_ found: EarliestArrivals, _ contacts: GraphContacts, _ times: TimeRanks)
    -> [Column]
  {
    var nodes: ContiguousArray<UInt32> = []
    var arrivals: ContiguousArray<Value> = []
    var ways: ContiguousArray<Value> = []
    for (number, time) in found.times.enumerated() {
      guard let time, let way = found.contacts(to: UInt32(number)) else { continue }
      nodes.append(contacts.nodes[number])
      arrivals.append(times.value(time))
      ways.append(.list(way.map { contacts.means[Int($0)] }))
    }
    return [.nodes(nodes), .values(arrivals), .values(ways)]
  }
}

/// Numbers times in their order, so that algorithms need not know what kind they are.
private struct TimeRanks {
  /// A rank before those of all times.
  static let beforeAll: Int64 = -1
  private let values: [Value]
  private let numbers: [Value: Int64]

  /// Takes times of one kind; nulls are left out.
  init(_ times: [Value]) throws(QueryError) {
    let distinct = Set(times.lazy.filter { !$0.isNull })
    values = distinct.sorted { $0.ordering(to: $1) == .before }
    numbers = Dictionary(zip(values, 0...)) { first, _ in first }
    guard let first = values.first else { return }
    for value in values {
      guard case .ordered = first.comparison(with: value) else {
        throw QueryError(
          .invalidArgumentType,
          .runtime,
          "times are \(first.kindWithArticle) and \(value.kindWithArticle), which cannot be compared",
          kind: .typeError,
          remedy: "use times of one kind"
        )
      }
    }
  }

  func rank(_ time: Value) -> Int64 { numbers[time] ?? Self.beforeAll }

  func ranks(_ times: [Value]) -> ContiguousArray<Int64> { ContiguousArray(times.map(rank)) }

  func value(_ rank: Int64) -> Value {
    values.indices.contains(Int(rank)) ? values[Int(rank)] : .null
  }
}
