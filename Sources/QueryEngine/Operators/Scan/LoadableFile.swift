import Foundation
import GraphModel

/// Reads a file that LOAD CSV names, piece by piece; only within one folder.
struct LoadableFile {
  private let handle: FileHandle
  private let name: String

  private static let pieceBytes = 1 << 16

  /// Opens a file.
  ///
  /// Throws `loadNotAllowed` where there is no folder, or the file is not in it, by whatever links.
  init(_ address: String, folder: String?) throws(QueryError) {
    name = address
    guard let folder else {
      throw Self.refusal(address, "LOAD CSV is not allowed here", "name a folder to load from")
    }
    guard let path = Self.path(address) else {
      throw Self.refusal(
        address,
        "LOAD CSV reads files only",
        "write the name of a file in the folder to load from, or 'file:///name.csv'"
      )
    }
    let root = URL(filePath: folder).resolvingSymlinksInPath().standardizedFileURL.path
    let isInRoot = path.hasPrefix(root + "/") || path.hasPrefix(folder + "/")
    let file = isInRoot ? URL(filePath: path) : URL(filePath: root + "/" + path)
    let real = file.standardizedFileURL.resolvingSymlinksInPath().standardizedFileURL.path
    guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw Self.refusal(
        address,
        "the file is not in the folder from which LOAD CSV may read",
        "copy it into that folder"
      )
    }
    guard let handle = FileHandle(forReadingAtPath: real) else {
      throw Self.refusal(address, "the file cannot be read", "check its name and its permissions")
    }
    self.handle = handle
  }

  /// Returns the next bytes; none at the end.
  func read() throws(QueryError) -> Data {
    do {
      return try handle.read(upToCount: Self.pieceBytes) ?? Data()
    } catch {
      throw Self.refusal(name, "the file cannot be read", "check that it is a plain file")
    }
  }

  /// Returns the path in an address; `nil` for addresses that name no file.
  private static func path(_ address: String) -> String? {
    guard let colon = address.range(of: "://") else { return address }
    guard address[..<colon.lowerBound].lowercased() == "file" else { return nil }
    let rest = address[colon.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let host = rest[..<slash].lowercased()
    guard host.isEmpty || host == "localhost" else { return nil }
    return String(rest[slash...]).removingPercentEncoding
  }

  private static func refusal(_ address: String, _ message: String, _ remedy: String)
    -> QueryError
  {
    QueryError(.loadNotAllowed, .runtime, "\(message): \(address)", remedy: remedy)
  }
}
