import Foundation

/// Finds the files that the package carries for tests.
enum PackageFiles {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the bytes of a file of the package, such as `data/spy-chiefs-2018/case.yaml`.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// Returns the bytes of the seed case.
  static func seedCase() throws -> [UInt8] { try bytes("data/spy-chiefs-2018/case.yaml") }
}
