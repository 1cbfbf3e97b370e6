import GraphModel

/// Shows the figures of a run.
struct BenchmarkReport {
  let scale: String
  let results: [JSONValue]

  /// Whether an answer was wrong, or a workload failed.
  var isWrong: Bool { results.contains { $0["wrong"] != nil } }

  var json: JSONValue { ["scale": .string(scale), "results": .array(results)] }

  var markdown: String {
    let names = [
      "workload", "queries", "checked", "p50_us", "p99_us", "mean_us", "cpu_mean_us",
      "allocations", "peak_kb",
    ]
    var lines = [
      "# Benchmarks, \(scale)", "",
      "Allocations are calls of malloc, calloc and realloc per query in the thread of the query.",
      "Peak memory is that of the process, with the graph loaded from tables.", "",
      "| " + names.joined(separator: " | ") + " |",
      "|" + String(repeating: "---|", count: names.count),
    ]
    for result in results {
      if case .string(let what)? = result["wrong"], case .string(let name)? = result["workload"] {
        lines.append("| \(name) | wrong: \(what) |")
      } else {
        lines.append("| " + names.map { text(result[$0]) }.joined(separator: " | ") + " |")
      }
    }
    for (name, reason) in Workload.missing { lines.append("| \(name) | waits for \(reason) |") }
    return lines.joined(separator: "\n") + "\n"
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
