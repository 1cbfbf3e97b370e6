import Backchannel
import Foundation
import Formats
import GraphModel

/// Finds out in which format of records a file is.
enum RecordFiles {
  /// Returns the file by which a folder is known, or the path of a file as it is.
  static func file(_ path: String) -> String {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? path + "/case.csv" : path
  }

  /// Returns the format of a file by its content; `nil` for case documents, descriptions of tables,
  /// and standard input.
  ///
  /// - Throws: `usage` for a table, which needs a mapping; `fileUnreadable`.
  static func format(_ path: String) throws(BackchannelError) -> Format? {
    guard path != "-" else { return nil }
    do throws(FormatError) {
      let start = try ByteSource(path: path).start()
      if let format = FormatRegistry.format(of: start) { return format }
      if isTable(path) { throw needsMapping(path) }
      return nil
    } catch { throw BackchannelError(error) }
  }

  /// Checks that a file is none that is imported without a mapping.
  ///
  /// - Throws: `usage` for a file in a format of records; `fileUnreadable`.
  static func checkNeedsMapping(_ path: String) throws(BackchannelError) {
    guard path != "-" else { return }
    do throws(FormatError) {
      let start = try ByteSource(path: path).start()
      guard let format = FormatRegistry.format(of: start) else { return }
      throw FormatError([
        Diagnostic(
          .usage,
          "'\(path)' is \(format.title), which needs no mapping",
          remedy: "import it as it is: backchannel import \(path)"
        )
      ])
    } catch { throw BackchannelError(error) }
  }

  private static func isTable(_ path: String) -> Bool {
    let name = path.lowercased()
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return ["csv", "tsv", "tab", "psv"].contains { plain.hasSuffix(".\($0)") }
  }

  private static func needsMapping(_ path: String) -> FormatError {
    FormatError([
      Diagnostic(
        .usage,
        "'\(path)' is a table, and nothing says what its columns mean",
        remedy:
          "have one proposed: backchannel map \(path); name it with --mapping, or one of those that "
          + "come with the program: \(MappingLibrary.names.joined(separator: ", "))"
      )
    ])
  }

  /// Files of different kinds do not go in together.
  static var mixed: BackchannelError {
    .usage(
      "case documents and files in other formats come one after the other",
      "import them in several runs"
    )
  }
}
