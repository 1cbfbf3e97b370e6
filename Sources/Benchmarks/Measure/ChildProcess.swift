import Foundation

/// Runs this program again.
enum ChildProcess {
  /// Returns what a run with these arguments prints.
  static func output(_ arguments: [String]) throws -> Data {
    guard let program = Bundle.main.executableURL?.path else { return Data() }
    return try output(program, arguments)
  }

  /// Returns what another program prints.
  static func output(_ program: String, _ arguments: [String]) throws -> Data {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: program)
    child.arguments = arguments
    let pipe = Pipe()
    child.standardOutput = pipe
    // `waitUntilExit` looks only every 50 ms, which would be taken for time of the program.
    let end = DispatchSemaphore(value: 0)
    child.terminationHandler = { _ in end.signal() }
    try child.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    end.wait()
    guard child.terminationStatus == 0 else {
      let words = arguments.prefix(2).joined(separator: " ")
      throw BenchmarkFiles.Unreadable(
        description: "\(program) \(words) ended with status \(child.terminationStatus)"
      )
    }
    return answer
  }
}

/// Tells what the ended children of this process have used.
enum ChildUsage {
  /// The pages that had to be read from a disk; `nil` where nobody tells.
  static var majorFaults: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let end = status.lastIndex(of: ")")
    else { return nil }
    // The field `cmajflt`, the eleventh after the name of the program.
    let fields = status[end...].split(separator: " ")
    return fields.count > 11 ? Int(fields[11]) : nil
  }
}
