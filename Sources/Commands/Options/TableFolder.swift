import Backchannel
import Foundation
import GraphModel

/// Makes a folder of files, or nothing.
struct TableFolder {
  private let path: String
  private let isForced: Bool

  /// - Throws: `fileUnwritable` where something is in the way.
  init(_ path: String, isForced: Bool) throws(BackchannelError) {
    self.path = path
    self.isForced = isForced
    guard !isForced, FileManager.default.fileExists(atPath: path) else { return }
    throw Self.error(
      path,
      "there is a file or folder of that name already",
      "choose another name, or add --force"
    )
  }

  /// Has `body` fill a new folder beside the wanted one, which then takes its place.
  func fill<Result>(_ body: (String) throws(BackchannelError) -> Result)
    throws(BackchannelError) -> Result
  {
    let files = FileManager.default
    let target = URL(fileURLWithPath: path)
    let partial = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)")
    do { try files.createDirectory(at: partial, withIntermediateDirectories: false) } catch {
      throw Self.error(path, "it cannot be made: \(error.localizedDescription)", "check its folder")
    }
    let result: Result
    do throws(BackchannelError) { result = try body(partial.path) } catch {
      try? files.removeItem(at: partial)
      throw error
    }
    do {
      if isForced, files.fileExists(atPath: path) { try files.removeItem(at: target) }
      try files.moveItem(at: partial, to: target)
    } catch {
      try? files.removeItem(at: partial)
      throw Self.error(path, "it cannot be made: \(error.localizedDescription)", "check its folder")
    }
    return result
  }

  private static func error(_ path: String, _ message: String, _ remedy: String)
    -> BackchannelError
  {
    BackchannelError(Diagnostic(.fileUnwritable, message, file: path, remedy: remedy))
  }
}
