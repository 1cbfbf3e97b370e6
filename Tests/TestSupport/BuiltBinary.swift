import Foundation

/// Returns the path of the program that tests start: `$BACKCHANNEL_BINARY`, or else `backchannel`
/// beside the test bundle, where the build puts both.
public func builtExecutable() throws -> String {
  let process = ProcessInfo.processInfo
  if let path = process.environment["BACKCHANNEL_BINARY"] { return path }
  // The runner either is the bundle or is a tool of the toolchain that got it as an argument.
  for argument in process.arguments where argument.contains(".xctest") {
    var folder = URL(filePath: argument)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "backchannel")
      let isFile = try? candidate.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      if isFile == true { return candidate.path }
    }
  }
  throw MissingBinary()
}

/// Says that the program under test was not found.
public struct MissingBinary: Error, CustomStringConvertible {
  /// What to do about it.
  public let description = "There is no backchannel binary: run swift build first."
}
