import ArgumentParser
import Backchannel
import Foundation
import GraphModel

/// Says where a verb that makes a file puts it.
struct OutputFileOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String?
  @Flag(help: "Overwrite a file that exists.") var force = false

  /// Writes the whole file or nothing, and returns where it went; `nil` is standard output.
  ///
  /// - Parameter fallback: The file to write when none was named; `nil` is standard output.
  /// - Throws: `fileUnwritable`.
  @discardableResult
  func write(_ bytes: [UInt8], fallback: String?) throws(BackchannelError) -> String? {
    guard let path = output ?? fallback, path != "-" else {
      Console.current.output(bytes)
      return nil
    }
    try write(bytes, to: path)
    return path
  }

  /// Writes the whole file at a path or nothing.
  ///
  /// - Throws: `fileUnwritable`.
  func write(_ bytes: [UInt8], to path: String) throws(BackchannelError) {
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    if isFolder.boolValue {
      throw Self.error(path, "this is a folder", "name a file in it")
    }
    guard force || !exists else {
      throw Self.error(path, "the file exists already", "choose another name, or add --force")
    }
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw Self.error(
        path,
        "the file cannot be written: \(error.localizedDescription)",
        "make the folder, or choose another one"
      )
    }
  }

  private static func error(_ path: String, _ message: String, _ remedy: String)
    -> BackchannelError
  {
    BackchannelError(Diagnostic(.fileUnwritable, message, file: path, remedy: remedy))
  }
}
