public import Foundation

/// Holds what one run of the built program printed and returned.
public struct ProgramRun: Sendable {
  /// The exit status; the number of the signal, negative, where one ended the program.
  public let status: Int32
  /// The bytes of standard output.
  public let bytes: Data
  /// What was printed on standard error.
  public let errors: String

  /// What was printed on standard output.
  public var output: String { String(decoding: bytes, as: UTF8.self) }

  /// All of it, for the message of a failed expectation.
  public var transcript: String { "status \(status)\n\(output)\n--- errors\n\(errors)" }
}

/// Makes an empty folder that is gone with the last reference, and runs the built program in it.
public final class Sandbox: Sendable {
  /// The path of the folder.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "backchannel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Returns the path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes a text file and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// Returns the content of a file.
  public func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }

  /// Starts the program in the folder with no environment but `PATH`, `COLUMNS` and what is given.
  ///
  /// Standard output and error go to files, so that neither can fill a pipe.
  public func start(
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = "",
    executable: String? = nil
  ) throws -> RunningProgram {
    try RunningProgram(
      executable: executable ?? builtExecutable(),
      arguments: arguments,
      folder: path,
      environment: environment,
      input: input
    )
  }

  /// Runs the program to its end.
  @discardableResult
  public func run(
    _ arguments: String...,
    environment: [String: String] = [:],
    input: String = "",
    executable: String? = nil
  ) throws -> ProgramRun {
    try start(arguments, environment: environment, input: input, executable: executable).finish()
  }
}

/// Holds a program that was started.
public struct RunningProgram {
  /// The process.
  public let process: Process
  private let streams: [URL]

  init(
    executable: String,
    arguments: [String],
    folder: String,
    environment: [String: String],
    input: String
  ) throws {
    let base = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    streams = ["in", "out", "err"].map { base.appendingPathExtension($0) }
    try Data(input.utf8).write(to: streams[0])
    for stream in streams.dropFirst() { try Data().write(to: stream) }
    process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "COLUMNS": "100", "USER": "tester", "LC_ALL": "C.UTF-8",
    ].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
  }

  /// Waits for the end.
  @discardableResult
  public func finish() throws -> ProgramRun {
    process.waitUntilExit()
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    let isSignal = process.terminationReason == .uncaughtSignal
    return ProgramRun(
      status: isSignal ? -process.terminationStatus : process.terminationStatus,
      bytes: try Data(contentsOf: streams[1]),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    )
  }
}
