import CaseModel
import CaseStore
import Foundation
public import Formats
public import GraphModel

extension Case {
  /// Returns what is wrong, or should be looked at, in the case; without places in a file.
  ///
  /// - Parameter archive: The folder in which archived texts lie; `nil` leaves them unread.
  public func check(archive: String? = nil) throws(BackchannelError) -> [Diagnostic] {
    // Of the file itself, whatever the index beside it says.
    let content = CaseGraphDecoder.content(of: try storedGraph().graph)
    return CaseCheck.findings(in: content, archive: archive).map { finding in
      Diagnostic(
        finding.code,
        severity: finding.severity,
        finding.message,
        record: finding.record,
        remedy: finding.remedy,
        candidates: finding.candidates
      )
    }
  }
}

/// Checks case documents together with the archived texts beside them.
public enum CaseCheck {
  /// Larger texts are not read.
  public static let archiveByteLimit = 64 << 20

  /// Returns what is wrong, or should be looked at, in a document, each with its place.
  ///
  /// - Parameter archive: The folder in which archived texts lie, by relative paths.
  public static func diagnostics(in reading: CaseReading, archive: String) -> [Diagnostic] {
    findings(in: reading.content, archive: archive).map(reading.diagnostic)
  }

  static func findings(in content: CaseContent, archive: String?) -> [CaseFinding] {
    CaseChecker.findings(in: content) { source in
      guard let path = source.archivedText, let archive else { return .notSought }
      return archivedText(at: path, in: archive)
    }
  }

  /// Reads nothing outside of the folder: a case may come from anybody.
  private static func archivedText(at path: String, in folder: String) -> ArchivedText {
    let root = URL(fileURLWithPath: folder, isDirectory: true).resolvingSymlinksInPath()
    let file = root.appending(path: path).standardized.resolvingSymlinksInPath()
    let inside = root.path.hasSuffix("/") ? root.path : root.path + "/"
    guard !path.hasPrefix("/"), file.path.hasPrefix(inside) else {
      return .unreadable("it lies outside of the folder of the case")
    }
    guard let handle = try? FileHandle(forReadingFrom: file) else {
      return .unreadable("there is no such file, or it may not be read")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: archiveByteLimit + 1) else {
      return .unreadable("it cannot be read")
    }
    guard data.count <= archiveByteLimit else {
      return .unreadable("it is larger than \(archiveByteLimit >> 20) MB")
    }
    return .text(String(decoding: data, as: UTF8.self), sha256: sha256(data))
  }
}
