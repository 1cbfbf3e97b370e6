import Backchannel
import CaseStore
import Foundation
import GraphModel

/// Lists the workloads that are no queries of an open store.
enum StoreTask: String, CaseIterable {
  case load = "w1"
  case coldStart = "w11"
  case export = "w12"
  case writes = "w13"
  case register = "w14"

  /// What it does.
  var title: String {
    switch self {
    case .load: "import of all tables, with the index"
    case .coldStart: "a new process that opens the store and asks who met X"
    case .export: "export of everything as lines of JSON"
    case .writes: "durable transactions of a meeting and three participants"
    case .register: "import of a register of 20,000 rows by a mapping"
    }
  }

  /// Returns figures, or what is wrong.
  func result(_ options: DataOptions) throws -> JSONValue {
    var measurement = Measurement()
    let (wrong, more) =
      switch self {
      case .load: try load(options, &measurement)
      case .coldStart: try coldStart(options, &measurement)
      case .export: try export(options, &measurement)
      case .writes: try writes(options, &measurement)
      case .register: try RegisterImport.measure(options.storePath, &measurement)
      }
    let header = [
      JSONMember(key: "workload", value: .string(rawValue)),
      JSONMember(key: "title", value: .string(title)),
    ]
    if let wrong { return .object(header + [JSONMember(key: "wrong", value: .string(wrong))]) }
    let peak = JSONMember(
      key: "peak_kb",
      value: Measurement.peakKilobytes.map(JSONValue.integer) ?? .null
    )
    let figures = measurement.json + [peak].filter { own in !more.contains { $0.key == own.key } }
    return .object(header + figures + more)
  }

  typealias Outcome = (wrong: String?, more: [JSONMember])

  private func load(_ options: DataOptions, _ measurement: inout Measurement) throws -> Outcome {
    let path = options.storePath + "-new"
    let rows = try measurement.measure { try BenchmarkStore.make(path, from: options.data) }
    let bytes = try BenchmarkStore.bytes(path)
    try BenchmarkStore.remove(path)
    let expected = try options.rowCount()
    return (
      rows == expected ? nil : "\(rows) rows instead of \(expected)",
      [
        JSONMember(key: "checked", value: 1), JSONMember(key: "rows", value: .integer(Int64(rows))),
        JSONMember(key: "bytes", value: .integer(Int64(bytes))),
      ]
    )
  }

  /// Measures with the files in the memory of the system, as `p50_us`, and without, as
  /// `uncached_p50_us`.
  private func coldStart(_ options: DataOptions, _ measurement: inout Measurement) throws -> Outcome
  {
    try BenchmarkStore.ensure(options.storePath, from: options.data)
    guard let workload = Workload.named("w2") else { return (nil, []) }
    let run = try options.run(of: workload)
    var peaks: [String: Int64] = [:]
    var uncached = Measurement()
    let before = ChildUsage.majorFaults ?? 0
    for (index, argument) in run.arguments.prefix(11).enumerated() {
      let words = ["once", options.storePath, argument.map(\.text).joined()]
      try BenchmarkStore.dropCache(options.storePath)
      let first = try uncached.measure { try ChildProcess.output(words) }
      let second = try measurement.measure { try ChildProcess.output(words) }
      for result in try [first, second].map({ try JSONReader.read($0).json }) {
        for name in ["peak_kb", "private_kb"] {
          if case .integer(let kilobytes)? = result[name] {
            peaks[name] = max(peaks[name] ?? 0, kilobytes)
          }
        }
        let sum = result["sum"]
        if case .rows(let expected)? = run.answers[index], sum != .string(expected.sum) {
          return ("query \(index) has the sum \(sum?.text() ?? "none")", [])
        }
      }
    }
    let faults = (ChildUsage.majorFaults ?? 0) - before
    return (
      nil,
      peaks.sorted { $0.key < $1.key }.map { JSONMember(key: $0.key, value: .integer($0.value)) }
        + [
          JSONMember(key: "uncached_p50_us", value: uncached.median),
          JSONMember(key: "major_faults", value: .integer(Int64(faults))),
          JSONMember(key: "checked", value: .integer(Int64(min(11, run.answers.count)))),
        ]
    )
  }

  private func export(_ options: DataOptions, _ measurement: inout Measurement) throws -> Outcome {
    try BenchmarkStore.ensure(options.storePath, from: options.data)
    let folder = options.storePath + "-export"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let opened = try Case.open(options.storePath)
    let files = try measurement.measure { try opened.exportTables(to: folder) }
    let lines = files.lineCounts.values.reduce(0, +)
    let rows = try options.rowCount()
    // The case itself, its name and purpose, is an element, too.
    guard (rows...(rows + 1)).contains(lines) else { return ("\(lines) lines of \(rows) rows", []) }
    return (
      nil,
      [
        JSONMember(key: "checked", value: 1),
        JSONMember(key: "rows", value: .integer(Int64(lines))),
      ]
    )
  }

  private func writes(_ options: DataOptions, _ measurement: inout Measurement) throws -> Outcome {
    try BenchmarkStore.ensure(options.storePath, from: options.data)
    let path = options.storePath + "-written"
    try BenchmarkStore.copy(options.storePath, to: path)
    defer { try? BenchmarkStore.remove(path) }
    let people = try BenchmarkFiles.arguments("w13", in: options.parameters())
    let before = try Self.counts(path)
    let engine = try CaseEngine(path, mode: .readWrite)
    // As many small changes should; each commit is as durable as without.
    try engine.opened.deferCheckpoints()
    let start = ContinuousClock.now
    for (index, members) in people.enumerated() {
      let parameters: [String: Value] = [
        "m": .integer(before.meetings * 10 + Int64(index)), "people": .list(members),
      ]
      _ = try measurement.measure { try engine.rows(Self.writeText, parameters) }
      if ContinuousClock.now - start > .seconds(min(20, options.budget)) { break }
    }
    let written = Int64(measurement.walls.count)
    let after = try Self.counts(path)
    guard after.meetings - before.meetings == written, after.parts - before.parts == 3 * written
    else { return ("after \(written) writes there are \(after), before \(before)", []) }
    return (nil, [JSONMember(key: "checked", value: .integer(written))])
  }

  private static let writeText = """
    CREATE (m:Meeting {id: $m, kind: 'meeting', status: 'reported', source_id: 0})
    WITH m UNWIND $people AS i MATCH (p:Person {id: i})
    CREATE (p)-[:PARTICIPATED {role: 'participant', status: 'reported', source_id: 0}]->(m)
    """

  /// Opens the store anew and counts.
  private static func counts(_ path: String) throws -> (meetings: Int64, parts: Int64) {
    let engine = try CaseEngine(path)
    func count(_ text: String) throws -> Int64 {
      guard case .integer(let number)? = try engine.rows(text, [:]).first?.first else { return -1 }
      return number
    }
    return (
      try count("MATCH (m:Meeting) RETURN count(*)"),
      try count("MATCH ()-[r:PARTICIPATED]->() RETURN count(*)")
    )
  }
}
