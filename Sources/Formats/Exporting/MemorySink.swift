/// Keeps what an export writes in memory.
public final class MemorySink: ExportSink {
  /// The files by their names; the one file of a format without a folder has the name "".
  public private(set) var files: [String: [UInt8]] = [:]
  private var current = ""

  /// Makes a sink without files.
  public init() {}

  /// The bytes of the one file of a format without a folder.
  public var bytes: [UInt8] { files[""] ?? [] }

  /// Begins another file.
  public func begin(file: String) {
    current = file
    files[file] = files[file] ?? []
  }

  /// Adds to the file begun last.
  public func write(_ bytes: [UInt8]) { files[current, default: []] += bytes }
}
