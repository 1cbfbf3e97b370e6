import ArgumentParser
import GraphModel

/// Opens the store, asks who met one person, and ends: the process that w11 measures.
struct OnceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "once",
    abstract: "Open the store, ask who met one person, and end."
  )

  @OptionGroup var options: DataOptions
  @Argument(help: "The place of the person in the arguments of w2.") var index: Int

  func run() throws {
    guard let workload = Workload.named("w2") else { return }
    let arguments = try BenchmarkFiles.arguments(workload.argumentList, in: options.parameters())
    let answer = try WorkloadAnswer(workload, arguments[index], CaseEngine(options.storePath))
    let result: JSONValue = [
      "sum": .string(answer.checksum(workload).sum),
      "peak_kb": Measurement.peakKilobytes.map(JSONValue.integer) ?? .null,
    ]
    print(result.text())
  }
}
