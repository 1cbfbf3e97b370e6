import Foundation

/// Reads the sources of this package from the folder that this file stands in.
struct Repository {
  let root: URL

  init(thisFile: String = #filePath) {
    root = URL(filePath: thisFile).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  func package() throws -> PackageDescription {
    try PackageDescription(manifest: file("Package.swift"))
  }

  func file(_ path: String) throws -> SourceFile {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    return SourceFile(path: path, text: text)
  }

  /// The Swift files below a folder, in order of their paths.
  func swiftFiles(in folder: String) throws -> [SourceFile] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return try (paths?.allObjects ?? []).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") }.sorted().map { try file("\(folder)/\($0)") }
  }

  /// The folders directly in a folder, in order of their names.
  func folders(in folder: String) throws -> [String] {
    let url = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(
      at: url,
      includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }
}
