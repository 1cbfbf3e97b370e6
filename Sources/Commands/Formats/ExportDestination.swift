import Backchannel
import Formats
import GraphModel

/// Says where an export goes: to a file, packed or not, to a folder, or to standard output.
struct ExportDestination {
  /// The file or folder; `nil` is standard output.
  let path: String?
  private let isForced: Bool
  private let isFolder: Bool

  /// - Throws: `usage` where a format of several files has no folder.
  init(_ format: Format, _ options: OutputFileOptions) throws(BackchannelError) {
    path = options.path(fallback: nil)
    isForced = options.force
    isFolder = format.isFolder
    guard !isFolder || path != nil else {
      throw .usage("\(format.title) needs a folder", "name one with -o FOLDER")
    }
  }

  /// Has `body` write; what it wrote is there as a whole, or not at all.
  func fill(_ body: (any ExportSink) throws(BackchannelError) -> ExportReport)
    throws(BackchannelError) -> ExportReport
  {
    let bar = ProgressBar()
    defer { bar.clear() }
    guard let path else { return try body(ShowingSink(ConsoleSink(), bar)) }
    if isFolder {
      let sink = try Self.made { () throws(FormatError) in
        try FolderSink(path, isForced: isForced)
      }
      let report = try body(ShowingSink(sink, bar))
      try Self.made { () throws(FormatError) in try sink.finish() }
      return report
    }
    let file = try Self.made { () throws(FormatError) in try FileSink(path, isForced: isForced) }
    let report: ExportReport
    if path.lowercased().hasSuffix(".gz") {
      let packing = try Self.made { () throws(FormatError) in try GzipSink(file) }
      report = try body(ShowingSink(packing, bar))
      try Self.made { () throws(FormatError) in try packing.finish() }
    } else {
      report = try body(ShowingSink(file, bar))
    }
    try Self.made { () throws(FormatError) in try file.finish() }
    return report
  }

  /// Has `body` fill a folder by itself.
  func fillFolder<Result>(_ body: (String) throws(BackchannelError) -> Result)
    throws(BackchannelError) -> Result
  {
    let sink = try Self.made { () throws(FormatError) in
      try FolderSink(path ?? "", isForced: isForced)
    }
    let result = try body(sink.partialPath)
    try Self.made { () throws(FormatError) in try sink.finish() }
    return result
  }

  private static func made<Result>(_ body: () throws(FormatError) -> Result)
    throws(BackchannelError) -> Result
  {
    do { return try body() } catch { throw BackchannelError(error) }
  }
}

/// Writes to standard output.
private final class ConsoleSink: ExportSink {
  func begin(file: String) {}

  func write(_ bytes: [UInt8]) { Console.current.output(bytes) }
}

/// Shows on a terminal how far a sink has come.
private final class ShowingSink: ExportSink {
  private let next: any ExportSink
  private let bar: ProgressBar

  init(_ next: any ExportSink, _ bar: ProgressBar) {
    self.next = next
    self.bar = bar
  }

  func begin(file: String) throws(FormatError) { try next.begin(file: file) }

  func write(_ bytes: [UInt8]) throws(FormatError) { try next.write(bytes) }

  func advance(to done: Int, of total: Int) {
    bar.show(done: done, of: total, what: "elements", isBytes: false)
  }
}
