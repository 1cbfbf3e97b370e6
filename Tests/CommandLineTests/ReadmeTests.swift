import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  private let text: String

  init() throws {
    text = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test("It has at most 150 lines")
  func length() {
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
  }

  @Test("Its session shows what the program prints")
  func session() throws {
    let blocks = blocks(of: "console")
    #expect(!blocks.isEmpty)
    for block in blocks {
      let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let command = try #require(lines.first)
      try #require(command.hasPrefix("$ backchannel "))
      let run = try run(String(command.dropFirst(2)) + " --format table", columns: 100)
      #expect(run.output == lines.dropFirst().joined(), "\(command)")
    }
  }

  @Test("Its commands on the built-in case run")
  func commands() throws {
    let commands = blocks(of: "sh").flatMap { $0.split(separator: "\n") }
      .map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("backchannel ") && $0.contains("--demo") }
    #expect(commands.count >= 8)
    for command in commands {
      let run = try run(command, columns: 100)
      let isUnknown = ["--as-known", "--without", "'White House'"].contains(where: command.contains)
      #expect(run.status == (isUnknown ? 1 : 0), "\(command)\n\(run.transcript)")
    }
  }

  @Test("The diagram is what the program draws")
  func diagram() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.run("render", "--demo", "--format", "dot")
    let difference = try GoldenFile.difference(
      run.output,
      from: "Tests/CommandLineTests/Golden/spy-chiefs-2018.dot"
    )
    #expect(
      difference == nil,
      "\(difference ?? "")\nthen draw data/spy-chiefs-2018/diagram.svg anew"
    )
  }

  private func blocks(of language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap { rest in
      rest.components(separatedBy: "```").first
    }
  }

  private func run(_ command: String, columns: Int) throws -> ProgramRun {
    let line = command.replacing("backchannel ", with: "\"$PROGRAM\" ", maxReplacements: 1)
    return try Sandbox().run(
      "-c",
      line,
      environment: ["PROGRAM": try builtExecutable(), "COLUMNS": String(columns)],
      executable: "/bin/sh"
    )
  }
}
