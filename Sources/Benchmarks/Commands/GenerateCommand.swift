import ArgumentParser
import Foundation
import GraphModel

/// Writes tables of made-up people and meetings, arguments of queries, and expected answers.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make the data of a benchmark: tables, arguments and expected answers."
  )

  @Option(help: "small, S or M.") var scale = "small"
  @Option(help: "The folder for the data.") var out: String
  @Option(help: "Where random numbers begin.") var seed: UInt64 = 1

  func run() throws {
    guard let scale = GeneratedData.Scale.named[scale] else {
      throw ValidationError("there is no scale \(scale); there are small, S and M")
    }
    try Self.generate(scale, seed: seed, to: out)
  }

  /// Writes everything into a folder.
  static func generate(_ scale: GeneratedData.Scale, seed: UInt64, to folder: String) throws {
    let data = GeneratedData(scale, seed: seed)
    try data.write(to: folder)
    var drawing = GeneratedArguments(data)
    let arguments = drawing.json()
    try arguments.text().write(
      toFile: "\(folder)/params.json",
      atomically: true,
      encoding: .utf8
    )
    try NaiveReference(data).lines(arguments).write(
      toFile: "\(folder)/expected.jsonl",
      atomically: true,
      encoding: .utf8
    )
  }
}
