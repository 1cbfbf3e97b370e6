import ArgumentParser
import GraphModel

/// Compares the results of two scales: times should grow as the work does.
struct GrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Show how time and memory grow from one scale to another, beside the rows touched."
  )

  @Argument(help: "The results of the smaller scale, a JSON file of 'run'.") var smaller: String
  @Argument(help: "Those of the larger one.") var larger: String

  func run() throws {
    print(
      Self.table(try BenchmarkFiles.json(smaller), try BenchmarkFiles.json(larger)),
      terminator: ""
    )
  }

  /// Returns a table in Markdown, one line per workload that both have.
  static func table(_ smaller: JSONValue, _ larger: JSONValue) -> String {
    var lines = [
      "| workload | time | rows touched | time per row | memory |", "|---|---|---|---|---|",
    ]
    for result in results(larger) {
      let name = result["workload"]
      guard let old = results(smaller).first(where: { $0["workload"] == name }),
        case .string(let workload)? = name
      else { continue }
      let time = ratio(old, result, "mean_us")
      let rows = ratio(old, result, "rows_touched") ?? ratio(old, result, "rows")
      let perRow = time.flatMap { time in rows.map { time / $0 } }
      let cells = [time, rows, perRow, ratio(old, result, "peak_kb")].map(text)
      lines.append("| \(workload) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func results(_ file: JSONValue) -> [JSONValue] {
    if case .array(let results)? = file["results"] { results } else { [] }
  }

  private static func ratio(_ old: JSONValue, _ new: JSONValue, _ key: String) -> Double? {
    guard let before = number(old[key]), let after = number(new[key]), before > 0 else {
      return nil
    }
    return after / before
  }

  private static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .float(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  private static func text(_ ratio: Double?) -> String {
    ratio.map { "× \(($0 * 100).rounded() / 100)" } ?? "–"
  }
}
