import GraphModel

/// Runs the queries of one workload, and checks every answer before its time counts.
struct WorkloadRun {
  let workload: Workload
  let arguments: [[Value]]
  /// Expected answers by the position of the query; without one an answer is not checked.
  let answers: [Int: ExpectedAnswer]
  /// After so much time no further query starts.
  let budget: Duration
  /// How often each query runs.
  var passes = 1

  /// Returns figures, or how the first wrong answer differs.
  func result(_ engine: any WorkloadEngine) throws -> JSONValue {
    var measurement = Measurement()
    var checked = 0
    let start = ContinuousClock.now
    // The first queries pay for plans and indexes, and are not counted.
    for argument in arguments.prefix(workload.isCold ? 0 : 2) {
      _ = try WorkloadAnswer(workload, argument, engine)
    }
    let warming = ContinuousClock.now - start
    let passes = arguments.count == 1 && !workload.isCold ? 3 * passes : passes
    for (index, argument) in (0..<passes).flatMap({ _ in arguments.enumerated() }) {
      let answer = try measurement.measure { try WorkloadAnswer(workload, argument, engine) }
      if let expected = answers[index] {
        if let difference = expected.difference(answer.rows, answer.checksum(workload)) {
          return .object(header + wrong(index, answer.rows, difference))
        }
        checked += 1
      }
      if ContinuousClock.now - start > budget { break }
    }
    // Before the counting of rows, which takes memory of its own.
    let peak = Measurement.peakKilobytes.map(JSONValue.integer) ?? .null
    let touched = try rowsTouched(engine)
    return .object(
      header + measurement.json + [
        JSONMember(key: "checked", value: .integer(Int64(checked))),
        JSONMember(key: "warming_ms", value: .integer(Int64(warming / .milliseconds(1)))),
        JSONMember(key: "rows_touched", value: .integer(touched)),
        JSONMember(key: "peak_kb", value: peak),
      ]
    )
  }

  /// The mean number of rows that the operators of the plan hand on.
  private func rowsTouched(_ engine: any WorkloadEngine) throws -> Int64 {
    let sample = arguments.prefix(20)
    var sum: Int64 = 0
    for argument in sample {
      let plan = try engine.profile(workload.text, workload.parameters(argument))
      for line in plan.split(separator: "\n") {
        // An operator ends in "(12 rows, about 10, 3 µs)".
        let words = line.split { " (".contains($0) }
        guard let place = words.lastIndex(of: "rows,"), place > 0 else { continue }
        sum += Int64(words[place - 1]) ?? 0
      }
    }
    return sum / Int64(max(1, sample.count))
  }

  private var header: [JSONMember] {
    [
      JSONMember(key: "workload", value: .string(workload.name)),
      JSONMember(key: "title", value: .string(workload.title)),
    ]
  }

  private func wrong(_ index: Int, _ rows: [[Value]], _ difference: String) -> [JSONMember] {
    let shown = rows.prefix(5).map { row in row.map(\.text).joined(separator: ", ") }
    return [
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
