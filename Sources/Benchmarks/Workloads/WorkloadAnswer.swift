import GraphModel

/// Holds what the queries of a workload gave for one argument.
struct WorkloadAnswer {
  /// The rows that are compared.
  let rows: [[Value]]
  /// How many rows there are beside those given; `nil` where all are given.
  let count: Int?

  /// Asks for the answer.
  init(_ workload: Workload, _ argument: [Value], _ engine: any WorkloadEngine) throws {
    let parameters = workload.parameters(argument)
    if let text = workload.countText {
      let number = try engine.rows(text, parameters).first?.first
      if case .integer(let count)? = number { self.count = Int(count) } else { count = -1 }
    } else {
      count = nil
    }
    rows = try engine.rows(workload.text, parameters)
  }

  /// Returns the sum to compare: of the whole answer, or of the ids where names come with them.
  func checksum(_ workload: Workload) -> RowChecksum {
    var rows = rows
    if rows.isEmpty, let nothing = workload.valueOfNothing { rows = [[.integer(nothing)]] }
    guard let count else { return RowChecksum(rows, isOrdered: workload.isOrdered) }
    let ids = rows.map { Array($0.prefix(1)) }
    return RowChecksum(
      count: count,
      sum: RowChecksum(ids, isOrdered: workload.isOrdered).sum
    )
  }
}
