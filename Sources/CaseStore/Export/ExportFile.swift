import Foundation
import GraphModel

/// One file of an export.
struct ExportFile {
  let name: String
  private(set) var lineCount = 0
  private let handle: FileHandle
  private var buffer: ContiguousArray<UInt8> = []
  private static let bufferBytes = 1 << 20

  init(folder: String, name: String) throws {
    self.name = name
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    do {
      try Data().write(to: url, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: url)
    } catch {
      throw StorageError(
        .fileUnwritable,
        "the file '\(name)' cannot be written: \(error.localizedDescription)",
        remedy: "choose an empty folder"
      )
    }
  }

  mutating func append(_ line: ContiguousArray<UInt8>) throws {
    buffer.append(contentsOf: line)
    lineCount += 1
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Writes many lines at once.
  mutating func write(_ lines: ContiguousArray<UInt8>, lineCount: Int) throws {
    try put(lines)
    self.lineCount += lineCount
  }

  mutating func flush() throws {
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: ContiguousArray<UInt8>) throws {
    do { try handle.write(contentsOf: bytes) } catch {
      throw StorageError(
        .fileUnwritable,
        "the file '\(name)' cannot be written: \(error.localizedDescription)",
        remedy: "free some space, then try again"
      )
    }
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
