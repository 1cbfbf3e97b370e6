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

  /// Returns the file to write; `nil` is standard output.
  ///
  /// - Parameter fallback: The file where none was named.
  func path(fallback: String?) -> String? {
    guard let path = output ?? fallback, path != "-" else { return nil }
    return path
  }

  /// Writes the whole file or nothing, and returns where it went; `nil` is standard output.
  ///
  /// - Parameter fallback: The file to write when none was named; `nil` is standard output.
  /// - Throws: `fileUnwritable`.
  @discardableResult
  func write(_ bytes: [UInt8], fallback: String?) throws(BackchannelError) -> String? {
    guard let path = path(fallback: fallback) else {
      Console.current.output(bytes)
      return nil
    }
    try write([(path, bytes)])
    return path
  }

  /// Writes files, each as a whole; none if one of them may not be written.
  ///
  /// - Throws: `fileUnwritable`.
  func write(_ files: [(path: String, bytes: [UInt8])]) throws(BackchannelError) {
    for file in files { try checkWritable(file.path) }
    for (path, bytes) in files {
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw Self.error(
          path,
          "the file cannot be written: \(error.localizedDescription)",
          "make the folder, or choose another one"
        )
      }
    }
  }

  private func checkWritable(_ path: String) throws(BackchannelError) {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue {
      throw Self.error(path, "this is a folder", "name a file in it")
    }
    guard force || !exists else {
      throw Self.error(path, "the file exists already", "choose another name, or add --force")
    }
  }

  private static func error(_ path: String, _ message: String, _ remedy: String)
    -> BackchannelError
  {
    BackchannelError(Diagnostic(.fileUnwritable, message, file: path, remedy: remedy))
  }
}
