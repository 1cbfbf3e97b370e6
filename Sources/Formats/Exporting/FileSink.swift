import Foundation
import GraphModel

/// Writes the one file of an export: under another name until it is whole.
public final class FileSink: ExportSink {
  private let path: String
  private let partial: URL
  private let handle: FileHandle
  private var isDone = false

  /// Begins a file.
  ///
  /// - Parameter isForced: Whether a file of that name may be replaced.
  /// - Throws: `fileUnwritable`.
  public init(_ path: String, isForced: Bool = false) throws(FormatError) {
    self.path = path
    try Self.checkWritable(path, isForced: isForced)
    let target = URL(fileURLWithPath: path)
    partial = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)")
    do {
      try Data().write(to: partial, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: partial)
    } catch { throw Self.unwritable(path, error) }
  }

  deinit { if !isDone { try? FileManager.default.removeItem(at: partial) } }

  /// A file of its own has no others beside it.
  public func begin(file: String) throws(FormatError) {
    throw Self.error(path, "the format writes several files", "name a folder")
  }

  /// Adds to the file.
  public func write(_ bytes: [UInt8]) throws(FormatError) {
    do { try handle.write(contentsOf: Data(bytes)) } catch { throw Self.unwritable(path, error) }
  }

  /// Gives the file its name; without this call nothing is left of it.
  ///
  /// - Throws: `fileUnwritable`.
  public func finish() throws(FormatError) {
    do {
      try handle.close()
      try FileManager.default.replace(URL(fileURLWithPath: path), by: partial)
      isDone = true
    } catch { throw Self.unwritable(path, error) }
  }

  static func checkWritable(_ path: String, isForced: Bool) throws(FormatError) {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    switch type {
    case nil: return
    case .typeDirectory: throw error(path, "this is a folder", "name a file in it")
    case .typeRegular, .typeSymbolicLink:
      if isForced { return }
      throw error(path, "the file exists already", "choose another name, or add --force")
    default: throw error(path, "this is no regular file", "choose another name")
    }
  }

  static func error(_ path: String, _ message: String, _ remedy: String) -> FormatError {
    FormatError([Diagnostic(.fileUnwritable, message, file: path, remedy: remedy)])
  }

  private static func unwritable(_ path: String, _ error: any Error) -> FormatError {
    Self.error(
      path,
      "the file cannot be written: \(error.localizedDescription)",
      "make the folder, free some space, or choose another name"
    )
  }
}

extension FileManager {
  /// Gives what stands under one name the name of another, which goes.
  func replace(_ target: URL, by new: URL) throws {
    if fileExists(atPath: target.path) { try removeItem(at: target) }
    try moveItem(at: new, to: target)
  }
}
