import Foundation
import GraphModel

/// Writes the files of an export into a new folder: under another name until it is whole.
public final class FolderSink: ExportSink {
  private let path: String
  private let partial: URL
  private var handle: FileHandle?
  private var isDone = false

  /// Begins a folder.
  ///
  /// - Parameter isForced: Whether a folder of that name may be replaced.
  /// - Throws: `fileUnwritable`.
  public init(_ path: String, isForced: Bool = false) throws(FormatError) {
    self.path = path
    guard isForced || !FileManager.default.fileExists(atPath: path) else {
      throw FileSink.error(
        path,
        "there is a file or folder of that name already",
        "choose another name, or add --force"
      )
    }
    let target = URL(fileURLWithPath: path)
    partial = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: partial, withIntermediateDirectories: false)
    } catch { throw Self.unwritable(path, error) }
  }

  deinit { if !isDone { try? FileManager.default.removeItem(at: partial) } }

  /// The folder as long as it is not finished.
  public var partialPath: String { partial.path }

  /// Begins another file, whose name has no slash.
  public func begin(file: String) throws(FormatError) {
    do {
      try handle?.close()
      let url = partial.appendingPathComponent(file.replacing("/", with: "_"))
      try Data().write(to: url, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: url)
    } catch { throw Self.unwritable(path + "/" + file, error) }
  }

  /// Adds to the file begun last.
  public func write(_ bytes: [UInt8]) throws(FormatError) {
    do { try handle?.write(contentsOf: Data(bytes)) } catch { throw Self.unwritable(path, error) }
  }

  /// Gives the folder its name; without this call nothing is left of it.
  ///
  /// - Throws: `fileUnwritable`.
  public func finish() throws(FormatError) {
    do {
      try handle?.close()
      try FileManager.default.replace(URL(fileURLWithPath: path), by: partial)
      isDone = true
    } catch { throw Self.unwritable(path, error) }
  }

  private static func unwritable(_ path: String, _ error: any Error) -> FormatError {
    FileSink.error(path, "it cannot be made: \(error.localizedDescription)", "check its folder")
  }
}
