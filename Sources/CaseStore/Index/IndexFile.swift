import Foundation
import GraphModel

/// Knows where the index of a case is, and opens it.
struct IndexFile {
  /// The index: beside the case, and with its name.
  let path: String
  /// The folder of both.
  let folder: String
  private let casePath: String

  init(casePath: String) {
    let target = URL(fileURLWithPath: casePath).resolvingSymlinksInPath()
    self.casePath = target.path
    path = target.path + "-index"
    folder = target.deletingLastPathComponent().path
  }

  /// Those of the case: an index tells as much as the case does.
  var permissions: mode_t {
    var status = stat()
    guard unsafe stat(casePath, &status) == 0 else { return 0o600 }
    return status.st_mode & 0o666
  }

  /// Whether there is a file.
  var exists: Bool { unsafe access(path, F_OK) == 0 }

  /// Returns the image, however old; `nil` when there is none that could be used.
  func open() -> GraphImage? {
    guard let region = MappedFile(path: path) else { return nil }
    return try? unsafe GraphImage(region)
  }

  /// Removes the index.
  ///
  /// - Throws: `fileUnwritable`.
  func remove() throws(StorageError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw StorageError(
        .fileUnwritable,
        "the index '\(path)' cannot be removed",
        remedy: "check the permissions of the folder"
      )
    }
  }
}
