import ArgumentParser
import Foundation
import GraphModel

/// Measures workloads, each in a process of its own, and writes a report.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Measure all workloads, each in a process of its own."
  )

  @OptionGroup var options: DataOptions

  @Option(help: "Workloads, separated by commas.")
  var work = Workload.all.map(\.name).joined(separator: ",")

  @Option(help: "The folder for results.")
  var output = "output/benchmarks"

  @Option(help: "The name of the data in file names.")
  var scale = "small"

  func run() throws {
    var results: [JSONValue] = []
    for name in work.split(separator: ",") {
      let result = try measure(String(name))
      results.append(result)
      print(result.text())
    }
    for (name, reason) in Workload.missing { print("\(name): not measured; waits for \(reason)") }
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let report = BenchmarkReport(scale: scale, results: results)
    try write(report.json.text(indented: true) + "\n", "json")
    try write(report.markdown, "md")
    if report.isWrong { throw ExitCode(1) }
  }

  private func write(_ text: String, _ ending: String) throws {
    let path = "\(output)/\(scale).\(ending)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func measure(_ name: String) throws -> JSONValue {
    let child = Process()
    child.executableURL = Bundle.main.executableURL
    child.arguments = ["measure"] + options.words + [name]
    let pipe = Pipe()
    child.standardOutput = pipe
    try child.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    child.waitUntilExit()
    guard child.terminationStatus == 0 else {
      return [
        "workload": .string(name), "wrong": .string("ended with status \(child.terminationStatus)"),
      ]
    }
    return try JSONReader.read(answer).json
  }
}
