import Foundation
import TestSupport
import Testing

/// Gives the queries of `data/fuzz/cypher`.
enum Corpus {
  /// Holds one file.
  struct Entry: CustomTestStringConvertible {
    let name: String
    let text: String

    /// Whether the parser must refuse it.
    var isBroken: Bool { name.hasPrefix("broken") }
    var testDescription: String { name }
  }

  /// All files, sorted by name.
  static let entries: [Entry] = {
    let folder = Repository.root.appending(path: "data/fuzz/cypher")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
        Entry(name: name, text: $0)
      }
    }
  }()

  /// Whether fuzz tests may take minutes.
  static let isLong = ProcessInfo.processInfo.environment["BACKCHANNEL_FUZZ"] == "1"
}
