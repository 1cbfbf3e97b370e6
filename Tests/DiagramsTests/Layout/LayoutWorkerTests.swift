import Diagrams
import Foundation
import TestSupport
import Testing

@Suite("Layout worker")
struct LayoutWorkerTests {
  /// Runs the built program as a layout process.
  static func run(
    _ arguments: [String],
    input: String,
    environment: [String: String] = [:]
  ) throws -> (output: Data, errors: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: try builtExecutable())
    process.arguments = ["internal-layout"] + arguments
    process.environment = environment
    let (inputPipe, outputPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    try process.run()
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    let output = try outputPipe.fileHandleForReading.readToEnd() ?? Data()
    let errors = try errorPipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (output, String(decoding: errors, as: UTF8.self), process.terminationStatus)
  }

  private func lastLine(_ errors: String) throws -> [String: Any] {
    let line = try #require(errors.split(separator: "\n").last)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    )
  }

  @Test("A drawing goes to standard output and its length to standard error")
  func success() throws {
    let run = try Self.run(["dot", "svg"], input: "digraph {a}")
    #expect(run.status == 0)
    #expect(try lastLine(run.errors)["byteCount"] as? Int == run.output.count)
    #expect(ParsedSVG(Array(run.output)) != nil)
  }

  @Test(
    "Arguments that make no sense are refused with what would",
    arguments: [
      ([], "ENGINE FORMAT"), (["dot"], "ENGINE FORMAT"), (["dott", "svg"], "patchwork"),
      (["dot", "x11"], "svg"), (["dot", "gtk"], "svg"), (["dot", "svg:cairo"], "svg"),
      (["", ""], "dot"), (["dot", "svg", "-1"], "above zero"),
      (["dot", "svg", "5", "x"], "above zero"), (["dot", "svg", "1", "1", "1", "1"], "ENGINE"),
      (["dot", "svg", "99999999999999999999"], "above zero"),
    ] as [([String], String)]
  )
  func badArguments(arguments: [String], remedy: String) throws {
    let run = try Self.run(arguments, input: "")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let error = try #require(try lastLine(run.errors)["error"] as? [String: String])
    #expect(error["code"] == "invalidRequest")
    #expect(error["remedy"]?.contains(remedy) == true, "\(error)")
  }

  @Test("The largest limits are taken")
  func largestLimits() throws {
    let most = String(Int.max)
    let run = try Self.run(["dot", "svg", most, most, most], input: "digraph {a}")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("A Graphviz without plugins is told from a bad graph, with the remedy")
  func missingPlugins() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Self.run(
      ["dot", "svg"],
      input: "digraph {a}",
      environment: ["GVBINDIR": folder.path]
    )
    let error = try #require(try lastLine(run.errors)["error"] as? [String: String])
    #expect(error["code"] == "runtimeIncomplete")
    #expect(error["remedy"]?.contains("libgvc6") == true)
  }

  @Test("The worker writes no file of its own, as much as the library may want to")
  func noCoreNoFiles() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let run = try Self.run(
      ["dot", "pdf"],
      input: "digraph {a}",
      environment: ["HOME": home.path, "XDG_CACHE_HOME": home.path]
    )
    #expect(run.status == 0)
    let files = FileManager.default.enumerator(atPath: home.path)?.allObjects as? [String] ?? []
    let sizes = files.compactMap { name in
      try? FileManager.default.attributesOfItem(atPath: home.path + "/" + name)
    }.filter { $0[.type] as? FileAttributeType == .typeRegular }.compactMap { $0[.size] as? Int }
    #expect(sizes.allSatisfy { $0 == 0 })
  }
}
