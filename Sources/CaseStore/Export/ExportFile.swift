import Foundation
import GraphModel

/// One file of an export.
struct ExportFile {
  private(set) var lineCount = 0
  /// Where its bytes go.
  let sink: ExportSink
  private var buffer: ContiguousArray<UInt8> = []
  private static let bufferBytes = 1 << 20

  init(folder: String, name: String) throws {
    sink = try ExportSink(folder: folder, name: name)
  }

  /// The name of the file.
  var name: String { sink.name }

  mutating func append(_ line: ContiguousArray<UInt8>) throws {
    buffer.append(contentsOf: line)
    lineCount += 1
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Counts lines that went to the sink.
  mutating func addLines(_ count: Int) { lineCount += count }

  mutating func flush() throws {
    unsafe try buffer.withUnsafeBytes { unsafe try sink.write($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Takes the bytes of one file of an export.
final class ExportSink: Sendable {
  let name: String
  private let handle: FileHandle

  init(folder: String, name: String) throws {
    self.name = name
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    do {
      try Data().write(to: url, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: url)
    } catch { throw Self.unwritable(name, error, remedy: "choose an empty folder") }
  }

  /// Writes bytes behind those that were written before.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let start = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return }
    let data = unsafe Data(bytesNoCopy: start, count: bytes.count, deallocator: .none)
    do { try handle.write(contentsOf: data) } catch {
      throw Self.unwritable(name, error, remedy: "free some space, then try again")
    }
  }

  private static func unwritable(_ name: String, _ error: any Error, remedy: String)
    -> StorageError
  {
    StorageError(
      .fileUnwritable,
      "the file '\(name)' cannot be written: \(error.localizedDescription)",
      remedy: remedy
    )
  }
}

/// Names the files of an export.
enum ExportName {
  /// The file of the nodes that have these labels and no others.
  static func nodes(_ labels: [String]) -> String {
    "nodes-\(labels.isEmpty ? "none" : labels.map(clean).joined(separator: "+")).ndjson"
  }

  /// The file of the relationships of a type.
  static func relationships(_ type: String) -> String { "relationships-\(clean(type)).ndjson" }

  private static func clean(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || "-_ ".contains($0) ? $0 : "_" as Character })
  }
}
