import ArgumentParser

/// Measures how fast queries are, and whether they are right.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measure how fast queries are, after checking that they are right.",
    subcommands: [
      RunCommand.self, MeasureCommand.self, SessionCommand.self, OnceCommand.self,
      GenerateCommand.self, RegisterCommand.self, GrowthCommand.self,
    ],
    defaultSubcommand: RunCommand.self
  )
}
