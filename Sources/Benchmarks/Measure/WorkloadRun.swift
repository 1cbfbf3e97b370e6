import GraphModel
import QueryEngine

/// Runs the queries of one workload, and checks every answer before its time counts.
struct WorkloadRun {
  let workload: Workload
  let arguments: [[Value]]
  /// Expected answers by the position of the query; without one an answer is not checked.
  let answers: [Int: ExpectedAnswer]
  /// After so much time no further query starts.
  let budget: Duration

  /// Returns figures, or how the first wrong answer differs.
  func result(_ graph: PropertyGraph) throws -> JSONValue {
    let session = QuerySession(graph: graph)
    var measurement = Measurement()
    var checked = 0
    let start = ContinuousClock.now
    // The first query pays for building the adjacency and the plan, and is not counted.
    if let first = arguments.first {
      _ = try session.run(workload.text, parameters: workload.parameters(first))
    }
    let passes = arguments.count == 1 ? 3 : 1
    for (index, argument) in (0..<passes).flatMap({ _ in arguments.enumerated() }) {
      let parameters = workload.parameters(argument)
      if workload.isCold { _ = try session.run("CREATE (n) DELETE n") }
      var rows = try measurement.measure { try session.run(workload.text, parameters: parameters) }
        .rows
      if rows.isEmpty, let nothing = workload.valueOfNothing { rows = [[.integer(nothing)]] }
      if let expected = answers[index] {
        if let difference = expected.difference(rows, isOrdered: workload.isOrdered) {
          return .object(wrong(index, rows, difference))
        }
        checked += 1
      }
      if ContinuousClock.now - start > budget { break }
    }
    return .object(
      header + measurement.json + [
        JSONMember(key: "checked", value: .integer(Int64(checked))),
        JSONMember(
          key: "peak_kb",
          value: Measurement.peakKilobytes.map(JSONValue.integer) ?? .null
        ),
      ]
    )
  }

  private var header: [JSONMember] {
    [
      JSONMember(key: "workload", value: .string(workload.name)),
      JSONMember(key: "title", value: .string(workload.title)),
    ]
  }

  private func wrong(_ index: Int, _ rows: [[Value]], _ difference: String) -> [JSONMember] {
    let shown = rows.prefix(5).map { row in row.map(\.text).joined(separator: ", ") }
    return header + [
      JSONMember(
        key: "wrong",
        value: .string(
          "query \(index), \(arguments[index].map(\.text)): \(difference); first rows: "
            + shown.joined(separator: " | ")
        )
      )
    ]
  }
}
