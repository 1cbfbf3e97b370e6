import GraphModel

/// Shows the figures of a run, beside those of other programs where these ran, too.
struct BenchmarkReport {
  let scale: String
  var results: [JSONValue] = []
  var peers: [JSONValue] = []

  init(scale: String) { self.scale = scale }

  /// Whether an answer was wrong, or a workload failed.
  var isWrong: Bool { results.contains { $0["wrong"] != nil } }

  var json: JSONValue {
    ["scale": .string(scale), "results": .array(results), "peers": .array(peers)]
  }

  /// The time of ours divided by that of the best other program that is aimed at; at most.
  private static let targets: [String: Double] = [
    "w1": 1.5, "w2": 0.3, "w3": 0.5, "w4": 1, "w5_2": 1, "w5_3": 1, "w6": 0.5, "w7": 1, "w8": 0.4,
    "w9_project": 0.7, "w9_pagerank": 0.5, "w9_components": 0.5, "w9_triangles": 0.6,
    "w9_betweenness": 0.7, "w9_louvain": 1, "w10_prefix": 1.5, "w10_fuzzy": 1, "w12": 0.5, "w13": 1,
  ]

  private static let columns = [
    "workload", "queries", "checked", "p50_us", "p99_us", "mean_us", "cpu_mean_us", "allocations",
    "rows_touched", "peak_kb", "private_kb", "bytes", "major_faults", "uncached_p50_us",
  ]

  var markdown: String {
    var lines = [
      "# Benchmarks, \(scale)", "",
      "Allocations are calls of malloc, calloc and realloc per query in the thread of the query.",
      "Rows touched are those that the operators of a plan hand on, for one query. Peak memory is",
      "that of the process; what it maps of the index counts as far as it was read, private memory is",
      "what no file is mapped into. Uncached is with no part of the case in the system's memory.",
      "",
      row(Self.columns), row(Self.columns.map { _ in "---" }),
    ]
    for result in results {
      if case .string(let what)? = result["wrong"] {
        lines.append(row([text(result["workload"]), "wrong: \(what)"]))
      } else {
        lines.append(row(Self.columns.map { text(result[$0]) }))
      }
    }
    if !peers.isEmpty { lines += comparison }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line per workload that another program did, too; the fastest counts.
  private var comparison: [String] {
    var lines = [
      "", "## Beside other programs", "",
      row(["workload", "ours, p50 µs", "best other", "its p50 µs", "ratio", "target", "met"]),
      row(Array(repeating: "---", count: 7)),
    ]
    for result in results {
      guard let ours = number(result["p50_us"]) else { continue }
      let others = peers.filter { $0["workload"] == result["workload"] && $0["wrong"] == nil }
      let best = others.min {
        number($0["p50_us"]) ?? .infinity < number($1["p50_us"]) ?? .infinity
      }
      guard let best, let theirs = number(best["p50_us"]), theirs > 0 else { continue }
      let name = text(result["workload"])
      let ratio = ours / theirs
      let target = Self.targets[name]
      lines.append(
        row([
          name, "\(ours)", text(best["peer"]), "\(theirs)", rounded(ratio),
          target.map { "\($0)" } ?? "–", target.map { ratio <= $0 ? "yes" : "no" } ?? "–",
        ])
      )
    }
    return lines
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }

  private func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .float(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  private func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    default: "–"
    }
  }
}
