import ArgumentParser
import Foundation
import GraphModel

/// Measures workloads, each in a process of its own and in turn with other programs, and writes a
/// report.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Measure all workloads, each in a process of its own."
  )

  @OptionGroup var options: DataOptions

  @Option(help: "Workloads, separated by commas.")
  var work = MeasureCommand.names.joined(separator: ",")

  @Option(help: "The folder for results.")
  var output = "output/benchmarks"

  @Option(help: "The name of the data in file names.")
  var scale = "small"

  @Option(help: "A Python whose packages are measured, too, as far as it has them.")
  var peers: String?

  func run() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try BenchmarkStore.ensure(options.storePath, from: options.data)
    let rivals = try peers.map { try PeerProgram(python: $0, data: options.data, output) }
    var report = BenchmarkReport(scale: scale)
    for name in work.split(separator: ",").map(String.init) {
      report.results.append(measure(name))
      print(report.results.last?.text() ?? "")
      for peer in rivals?.names ?? [] {
        guard let figures = rivals?.figures(peer, name) else { continue }
        report.peers.append(figures)
        print(figures.text())
      }
    }
    try write(report.json.text(indented: true) + "\n", "json")
    try write(report.markdown, "md")
    if report.isWrong { throw ExitCode(1) }
  }

  private func write(_ text: String, _ ending: String) throws {
    let path = "\(output)/\(scale).\(ending)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func measure(_ name: String) -> JSONValue {
    do {
      return try JSONReader.read(ChildProcess.output(["measure"] + options.words + [name])).json
    } catch {
      return ["workload": .string(name), "wrong": .string("\(error)")]
    }
  }
}
