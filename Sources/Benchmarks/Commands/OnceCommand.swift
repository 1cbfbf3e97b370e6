import ArgumentParser
import GraphModel

/// Opens the store, asks who met one person, and ends: the process that w11 measures.
struct OnceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "once",
    abstract: "Open the store, ask who met one person, and end."
  )

  @Argument(help: "The case file.") var store: String
  @Argument(help: "The id of the person.") var person: Int64

  func run() throws {
    guard let workload = Workload.named("w2") else { return }
    let answer = try WorkloadAnswer(workload, [.integer(person)], CaseEngine(store))
    let status = ProcessStatus()
    let result: JSONValue = [
      "sum": .string(answer.checksum(workload).sum),
      "peak_kb": status.kilobytes("VmHWM").map(JSONValue.integer) ?? .null,
      "private_kb": status.kilobytes("RssAnon").map(JSONValue.integer) ?? .null,
    ]
    print(result.text())
  }
}
