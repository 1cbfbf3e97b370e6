import ArgumentParser
import GraphModel

/// Measures one workload in this process and prints its figures as JSON.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure one workload in this process."
  )

  @OptionGroup var options: DataOptions

  @Argument(help: "The workload.", completion: .list(Workload.all.map(\.name)))
  var workload: String

  func run() throws {
    guard let workload = Workload.named(workload) else {
      throw ValidationError(
        "there is no workload \(workload); there are \(Workload.all.map(\.name).joined(separator: ", "))"
      )
    }
    print(try options.run(of: workload).result(options.graph()).text())
  }
}
