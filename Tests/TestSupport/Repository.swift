public import Foundation

/// Finds files of the repository from the place of this file in it.
public enum Repository {
  /// The folder with Package.swift.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the path of a file.
  public static func path(_ relative: String) -> String { root.appending(path: relative).path }
}
