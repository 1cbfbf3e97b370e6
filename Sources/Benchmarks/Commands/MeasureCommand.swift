import ArgumentParser
import GraphModel

/// Measures one workload in this process and prints its figures as JSON.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure one workload in this process."
  )

  @OptionGroup var options: DataOptions

  @Argument(help: "The workload.", completion: .list(MeasureCommand.names))
  var workload: String

  func run() throws {
    print(try figures().text())
  }

  private func figures() throws -> JSONValue {
    if let task = StoreTask(rawValue: workload) { return try task.result(options) }
    guard let workload = Workload.named(workload) else {
      throw ValidationError(
        "there is no workload \(workload); there are \(Self.names.joined(separator: ", "))"
      )
    }
    return try options.run(of: workload).result(options.makeEngine())
  }

  /// All workloads in the order in which they run.
  static let names =
    [StoreTask.load.rawValue] + Workload.all.map(\.name)
    + StoreTask.allCases.dropFirst().map(\.rawValue)
}
