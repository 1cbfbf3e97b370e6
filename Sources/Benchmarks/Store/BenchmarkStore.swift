import Backchannel
import CaseModel
import CaseStore
import Formats
import Foundation

/// Makes case files of the tables of a benchmark, and looks at their files.
enum BenchmarkStore {
  /// Imports the tables of a folder into a new case file, which builds its index on the way; only a
  /// case too small to get one by itself needs that done.
  ///
  /// - Returns: The number of rows.
  static func make(_ path: String, from folder: String) throws -> Int {
    try remove(path)
    let text = try BenchmarkTables.description(folder: folder)
    let description = try TableDescription.read(Array(text.utf8), file: "\(folder)/tables.yaml")
    let author = LogAuthor(who: "benchmarks", why: "", verb: "import")
    let info = CaseInfo(id: "benchmark", title: "Benchmark")
    let made = try Case.create(path, content: CaseContent(info: info), author: author)
    let outcome = try made.importTables(description, author: author)
    if !FileManager.default.fileExists(atPath: path + "-index") { try made.rebuildIndex() }
    try made.prepareIndex { _, _ in }
    return Int(outcome.readRows)
  }

  /// Makes the case file unless it is there.
  static func ensure(_ path: String, from folder: String) throws {
    if !FileManager.default.fileExists(atPath: path) {
      let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      _ = try make(path, from: folder)
    }
  }

  /// Copies a case file and its index, for a workload that writes.
  static func copy(_ path: String, to copy: String) throws {
    try remove(copy)
    for file in files(path) {
      let ending = file.dropFirst(path.count)
      try FileManager.default.copyItem(atPath: file, toPath: copy + ending)
    }
  }

  /// Removes a case file and what lies beside it.
  static func remove(_ path: String) throws {
    for file in files(path) { try FileManager.default.removeItem(atPath: file) }
  }

  /// Lets the system forget what it holds in memory of a case file and its index, where it can.
  static func dropCache(_ path: String) throws {
    #if os(Linux)
    for file in files(path) {
      guard let handle = FileHandle(forReadingAtPath: file) else { continue }
      posix_fadvise(handle.fileDescriptor, 0, 0, POSIX_FADV_DONTNEED)
      try handle.close()
    }
    #endif
  }

  /// The bytes of a case file and of what lies beside it.
  static func bytes(_ path: String) throws -> Int {
    try files(path).reduce(0) { sum, file in
      let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
      return sum + (size ?? 0)
    }
  }

  /// The case file, its index and its log, as far as they are there.
  private static func files(_ path: String) -> [String] {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(url.lastPathComponent) }.sorted()
      .map { path.dropLast(url.lastPathComponent.count) + $0 }
  }
}
