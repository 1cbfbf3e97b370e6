import Backchannel
import Foundation
import Formats
import GraphModel

/// Reads case documents from disk.
enum CaseFiles {
  /// Tells whether a path names a case document rather than a case file.
  static func isDocument(_ path: String) -> Bool {
    let name = path.lowercased()
    return name == "-" || [".yaml", ".yml", ".json"].contains(where: name.hasSuffix)
  }

  /// Reads a case document; `-` is standard input.
  ///
  /// - Throws: `fileUnreadable`, and everything wrong with the document in one error.
  static func document(_ path: String) throws(BackchannelError) -> CaseReading {
    try document(try bytes(of: path), path: path)
  }

  /// Reads a case document from the bytes of the file at `path`.
  static func document(_ bytes: [UInt8], path: String) throws(BackchannelError) -> CaseReading {
    do {
      return try CaseDocument.read(bytes, file: path == "-" ? "standard input" : path)
    } catch {
      throw BackchannelError(
        error.diagnostics,
        omittedCount: error.omittedCount,
        sourceText: error.sourceText
      )
    }
  }

  /// Reads a file whole, or standard input by the name `-`.
  ///
  /// - Throws: `fileUnreadable`.
  static func bytes(of path: String) throws(BackchannelError) -> [UInt8] {
    do {
      let limit = DocumentText.byteLimit + 1
      if path == "-" { return Array(try FileHandle.standardInput.read(upToCount: limit) ?? Data()) }
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return Array(try handle.read(upToCount: limit) ?? Data())
    } catch {
      throw BackchannelError(
        Diagnostic(
          .fileUnreadable,
          "the file cannot be read: \(reason(error, path))",
          file: path,
          remedy: "check the path and the permissions"
        )
      )
    }
  }

  private static func reason(_ error: any Error, _ path: String) -> String {
    var isFolder: ObjCBool = false
    if unsafe !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      return "there is no such file"
    }
    return isFolder.boolValue ? "it is a folder" : error.localizedDescription
  }
}
